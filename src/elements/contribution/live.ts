import type { Finding } from '../../contribute/check.ts';
import { looksSwapped, type Point, readCoordinates } from '../../contribute/coordinates.ts';
import { type Draft, newDraft } from '../../contribute/draft.ts';
import { DraftStore } from '../../contribute/draft-store.ts';
import { elementId, fieldAt, fieldId, fieldName, type Path } from '../../contribute/field.ts';
import type { FormData } from '../../contribute/form-data.ts';
import type { HandedFile } from '../../contribute/hand-in.ts';
import { optionsFor } from '../../contribute/options.ts';
import { numberOf } from '../../contribute/reading.ts';
import { counted, renderList, rowsOf, titleOf } from '../../contribute/render-field.ts';
import { renderForm } from '../../contribute/render-form.ts';
import { isShown } from '../../contribute/shown.ts';
import { h, type Tree } from '../../contribute/tree.ts';
import { filled, isEmpty, isRows, type Value, valueAt, withValue } from '../../contribute/values.ts';
import { labelOf, type Values as Places, say } from '../../contribute/words.ts';
import { isTyped, part, replaceWith, type Typed, toDom } from '../dom.ts';
import { Comboboxes, isCombobox } from './combobox.ts';
import { DraftBar } from './draft-bar.ts';
import { Findings } from './findings.ts';
import { noteOf } from './notes.ts';
import { drawMap } from './world-map.ts';

type Later = typeof import('./later.ts');

/** Milliseconds without a keystroke after which a draft is kept, and checked and drawn. */
const pauses = { keep: 300, check: 700 };

/** A form while somebody writes in it. What was typed is the draft; everything on the page is drawn from it. */
export class LiveForm {
  readonly host: HTMLElement;
  readonly data: FormData;
  readonly form: HTMLFormElement;
  readonly store: DraftStore;
  readonly bar: DraftBar;
  readonly findings: Findings;
  id = '1';
  draft: Draft;
  /** Whether the words on the page are in the browser's store. */
  isKept = true;
  #undo: { readonly id: string; readonly draft: Draft } | undefined;
  #timers = { keep: 0, check: 0 };
  #later: Promise<Later> | undefined;
  #maps: ((point: Point | undefined) => void)[] = [];

  constructor(host: HTMLElement, data: FormData) {
    this.host = host;
    this.data = data;
    this.form = part(host, 'form', HTMLFormElement);
    this.store = new DraftStore(shelf(), data.form);
    this.draft = newDraft(data.form, '', today());
    this.bar = new DraftBar(this);
    this.findings = new Findings(this);
  }

  start(): void {
    const kept = this.store.all();
    const open = kept.find(({ id }) => id === this.store.open);
    const early = this.#typedEarly();
    this.id = open?.id ?? this.store.freeId();
    this.draft = open?.draft ?? this.fresh();
    for (const [path, text] of early)
      this.draft = { ...this.draft, values: record(withValue(this.draft.values, path, text)) };
    new Comboboxes(this.host, {
      words: this.data.words,
      options: (input) => this.#options(input),
      choose: (input, value) => this.#choose(input, value),
      tell: (message) => {
        part(this.host, '[data-heard]', HTMLElement).textContent = message;
      },
    });
    this.host.addEventListener('input', ({ target }) => this.#input(target));
    this.host.addEventListener('change', ({ target }) => this.#change(target));
    this.host.addEventListener('focusout', ({ target }) => this.#left(target));
    this.host.addEventListener('click', (event) => this.#click(event));
    this.host.addEventListener('toggle', () => this.soon(), { capture: true });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.check(true);
    });
    addEventListener('pagehide', () => this.keep());
    addEventListener('beforeunload', (event) => {
      if (!this.isKept) event.preventDefault();
    });
    addEventListener('storage', ({ key }) => this.bar.changedElsewhere(key));
    this.redraw();
    this.bar.draw();
    if (!this.store.works) this.alarm(true);
    if (early.length > 0) this.changed();
    // Who is in the middle of a search has typed before anybody listened.
    const { activeElement } = document;
    if (isCombobox(activeElement) && activeElement.value !== '')
      activeElement.dispatchEvent(new Event('input', { bubbles: true }));
    void this.later().then(() => this.soon());
  }

  /** A draft that nobody has written in. */
  fresh(): Draft {
    const number = this.store.all().length + 1;
    return newDraft(this.data.form, this.say('drafts.default', { number }), today());
  }

  /** The path of a field by its name: digits are positions of rows. */
  pathOf(name: string): Path {
    return name.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  }

  say(key: string, values: Places = {}): string {
    return say(this.data.words, key, values);
  }

  /** What happened, in words that readers of screens hear; and a way back where there is one. */
  tell(message: string, ...actions: readonly { readonly label: string; readonly action: string }[]): void {
    const told = part(this.host, '[data-told]', HTMLElement);
    if (message === '') {
      told.textContent = '';
      return;
    }
    replaceWith(
      told,
      h('span', {}, message),
      ...actions.map(({ label, action }) => h('button', { type: 'button', 'data-do': action }, label)),
    );
  }

  alarm(on: boolean): void {
    const place = part(this.host, '[data-alarm]', HTMLElement);
    place.hidden = !on;
    place.textContent = on ? this.say('drafts.full') : '';
  }

  /** The heavy part: schema, guard, texts, files. A failure is said, and the next use tries again. */
  later(): Promise<Later> {
    this.#later ??= import('./later.ts').catch((error: unknown) => {
      this.#later = undefined;
      this.tell(this.say('failed'));
      throw error;
    });
    return this.#later;
  }

  /** Draws the whole form anew from the draft; the field that was worked in stays so. */
  redraw(): void {
    this.keepFocus(() => {
      replaceWith(this.form, ...renderForm({ data: this.data, draft: this.draft }));
    });
    this.afterDrawing();
  }

  afterDrawing(): void {
    this.#maps = [...this.form.querySelectorAll<HTMLElement>('[data-map]')].flatMap((place) => {
      const path = this.pathOf(place.dataset['map'] ?? '');
      const { map } = this.data;
      const words = { title: this.say('point.map'), hint: this.say('point.map.hint') };
      return map
        ? [drawMap(place, map, words, (point) => this.#setPoint(path, point, { basis: 'editor' }))]
        : [];
    });
    for (const field of this.form.querySelectorAll<HTMLElement>('.field-number, .field-date, .line'))
      this.#note(field.dataset['at'] ?? '');
    this.#showPoint();
    this.progress();
    this.findings.draw();
  }

  keepFocus(draw: () => void): void {
    const { activeElement } = document;
    const id =
      activeElement instanceof HTMLElement && this.form.contains(activeElement) ? activeElement.id : '';
    const at =
      activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
        ? activeElement.selectionStart
        : null;
    draw();
    const again = id === '' ? null : document.getElementById(id);
    if (!(again instanceof HTMLElement)) return;
    again.focus({ preventScroll: true });
    if (again instanceof HTMLInputElement || again instanceof HTMLTextAreaElement)
      again.setSelectionRange(at, at);
  }

  /** Another draft in the form: nothing of the one before stays on the page. */
  show(id: string, draft: Draft): void {
    this.id = id;
    this.draft = draft;
    this.findings.forget();
    this.redraw();
    this.bar.draw();
    this.soon();
  }

  set(path: Path, value: Value): void {
    const [first, section] = path;
    if (first === 'slug') this.draft = { ...this.draft, slug: String(value) };
    else if (first === 'story')
      this.draft = { ...this.draft, story: { ...this.draft.story, [String(section)]: String(value) } };
    else this.draft = { ...this.draft, values: record(withValue(this.draft.values, path, value)) };
    this.changed();
  }

  changed(): void {
    this.isKept = false;
    clearTimeout(this.#timers.keep);
    this.#timers.keep = window.setTimeout(() => this.keep(), pauses.keep);
    this.progress();
    this.soon();
  }

  /** Keeps the draft in the browser, or says that it could not. */
  keep(): void {
    clearTimeout(this.#timers.keep);
    if (this.isKept) return;
    this.isKept = this.store.save(this.id, this.draft);
    this.alarm(!this.isKept);
    part(this.host, '[data-kept]', HTMLElement).textContent = this.isKept ? this.say('drafts.saved') : '';
    this.bar.draw();
  }

  soon(): void {
    clearTimeout(this.#timers.check);
    this.#timers.check = window.setTimeout(() => void this.check(false), pauses.check);
  }

  async check(asked: boolean): Promise<void> {
    if (asked) this.tell(this.say('loading'));
    const later = await this.later();
    await this.findings.check(later, asked);
    await this.showResult(later);
    if (asked) this.tell('');
  }

  /** What the check says of the draft as it stands. */
  findingsOf({ checkDraft }: Later): Promise<readonly Finding[]> {
    const { form } = this.data;
    return form === 'translation' ? Promise.resolve([]) : checkDraft(form, this.draft, this.data);
  }

  /** The file as it stands; undefined while there is nothing to write it of. */
  fileOf({ contributionFile }: Later): HandedFile | undefined {
    return contributionFile(this.draft, this.data);
  }

  previewOf({ renderPreview }: Later): Tree | undefined {
    return renderPreview(this.data, this.draft);
  }

  private async showResult(later: Later): Promise<void> {
    const { showPreview, showFile } = await import('./results.ts');
    await showPreview(this, later);
    showFile(this, later);
  }

  progress(): void {
    const { done, all } = filled(this.data.model, this.draft.values);
    part(this.host, '[data-progress]', HTMLElement).textContent = this.say('progress', { done, all });
  }

  /** What somebody typed before this program came. */
  #typedEarly(): (readonly [Path, string])[] {
    return [...this.form.querySelectorAll('input, textarea, select')].flatMap((field) => {
      if (!isTyped(field) || field.name === '') return [];
      const path = this.pathOf(field.name);
      const before = valueAt(newDraft(this.data.form, '', '').values, path);
      const text = field instanceof HTMLInputElement && field.type === 'checkbox' ? '' : field.value;
      return text === '' || text === before ? [] : [[path, text] as const];
    });
  }

  #options(input: HTMLInputElement) {
    const path = this.pathOf(input.name);
    const field = fieldAt(this.data.model, path);
    return field ? optionsFor(field, path, this.draft, this.data) : [];
  }

  #choose(input: HTMLInputElement, value: string): void {
    const path = this.pathOf(input.name);
    if ((valueAt(this.draft.values, path) ?? '') === value) return;
    if (fieldAt(this.data.model, path)?.kind === 'citation') this.#fixSourceId(value);
    this.set(path, value);
    this.#visibility();
    this.#showPoint();
  }

  /** A source that is cited keeps its id, although it was made from words that may still change. */
  #fixSourceId(id: string): void {
    const list = fieldAt(this.data.model, ['sources']);
    if (list?.kind !== 'list') return;
    const own = optionsFor({ key: '', kind: 'citation', required: true, description: '' }, [], this.draft, {
      ...this.data,
      entries: {},
    });
    const index = own.findIndex((source) => source.id === id);
    const path = ['sources', index, 'id'];
    if (index < 0 || !isEmpty(valueAt(this.draft.values, path))) return;
    this.draft = { ...this.draft, values: record(withValue(this.draft.values, path, id)) };
    const field = document.getElementById(fieldId(path));
    if (field instanceof HTMLInputElement) field.value = id;
  }

  #input(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.dataset['coordinates'] !== undefined) {
      this.#coordinates(target, false);
      return;
    }
    if (!isTyped(target) || target.name === '' || !this.form.contains(target)) return;
    const path = this.pathOf(target.name);
    this.set(path, textOf(target));
    if (isCombobox(target)) return;
    this.#note(target.name);
    this.#count(target, path);
    this.#title(path);
    if (
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && target.type === 'checkbox')
    )
      this.#visibility();
    if (path.includes('point')) this.#showPoint();
  }

  #change(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.dataset['coordinates'] !== undefined)
      this.#coordinates(target, true);
    else this.bar.change(target);
  }

  #left(target: EventTarget | null): void {
    if (!isTyped(target) || target.name === '') return;
    this.findings.touch(this.pathOf(target.name));
  }

  #count(target: Typed, path: Path): void {
    const field = fieldAt(this.data.model, path);
    const place = document.getElementById(fieldId(path, 'counter'));
    if (place && field?.kind === 'words') place.textContent = counted(this.data, target.value, field.longest);
  }

  /** A row is called by what stands in it. */
  #title(path: Path): void {
    const row = path.slice(0, -1);
    const place = document.getElementById(fieldId(row, 'title'));
    const list = fieldAt(this.data.model, row.slice(0, -1));
    const value = valueAt(this.draft.values, row);
    if (!place || !list || value === undefined) return;
    const name = this.#rowName(row);
    const title = titleOf(value);
    place.textContent = title === '' ? name : `${name}: ${title}`;
  }

  #rowName(row: Path): string {
    const list = row.slice(0, -1);
    const field = fieldAt(this.data.model, list);
    const label = field
      ? labelOf(this.data.words, field, list.filter((step) => typeof step === 'string').join('.'))
      : '';
    return this.say('row', { list: label, number: Number(row.at(-1)) + 1 });
  }

  /** How a number or a date was read; where it can mean two numbers, both to choose from. */
  #note(name: string): void {
    const path = this.pathOf(name);
    const field = fieldAt(this.data.model, path);
    const place = document.getElementById(fieldId(path, 'note'));
    const value = valueAt(this.draft.values, path);
    if (field && place)
      replaceWith(place, ...noteOf(field, typeof value === 'string' ? value : '', name, this.data));
  }

  #visibility(): void {
    const { indicators, words } = this.data;
    for (const element of this.form.querySelectorAll<HTMLElement>('[data-at]')) {
      const path = this.pathOf(element.dataset['at'] ?? '');
      if (path[0] === 'slug' || path[0] === 'story') continue;
      const shown = isShown(path, this.draft.values, indicators);
      if (element.hidden === !shown) continue;
      element.hidden = !shown;
      if (shown && path.at(-1) === 'carbon') this.tell(say(words, 'carbon.appears'));
    }
  }

  #coordinates(input: HTMLInputElement, settled: boolean): void {
    const path = this.pathOf(input.dataset['coordinates'] ?? '');
    const told = document.getElementById(fieldId(path, 'told'));
    if (input.value.trim() === '') {
      if (told) told.textContent = '';
      return;
    }
    const reading = readCoordinates(input.value);
    if (reading.ok && !settled)
      this.#setPoint(path, reading.point, reading.swapped ? { message: this.say('point.turned') } : {});
    else if (!reading.ok && settled && told) told.textContent = this.say('point.unread');
  }

  #setPoint(
    path: Path,
    point: Point,
    { message = '', basis }: { message?: string; basis?: string } = {},
  ): void {
    const old = valueAt(this.draft.values, path);
    const value = {
      ...(isRows(old) || typeof old === 'string' ? {} : old),
      lat: String(point.lat),
      lon: String(point.lon),
    };
    const isOpen = isEmpty(valueAt(this.draft.values, [...path, 'basis']));
    this.set(path, basis !== undefined && isOpen ? { ...value, basis } : value);
    for (const key of ['lat', 'lon', 'basis']) {
      const field = document.getElementById(fieldId([...path, key]));
      const text = valueAt(this.draft.values, [...path, key]);
      if (isTyped(field) && typeof text === 'string') field.value = text;
    }
    this.#showPoint(`${this.say('point.read', { lat: point.lat, lon: point.lon })} ${message}`.trim());
    this.findings.touch([...path, 'lat']);
  }

  /** The point on the map, and a word where latitude and longitude seem to have changed places. */
  #showPoint(message?: string): void {
    const path = ['place', 'point'];
    const told = document.getElementById(fieldId(path, 'told'));
    if (!told) return;
    const number = (key: string) => {
      const value = valueAt(this.draft.values, [...path, key]);
      return typeof value === 'string' && value.trim() !== '' ? numberOf(value) : undefined;
    };
    const [lat, lon] = [number('lat'), number('lon')];
    const point = typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : undefined;
    for (const show of this.#maps) show(point);
    const countries = valueAt(this.draft.values, ['place', 'countries']);
    const boxes = (isRows(countries) ? countries : []).flatMap((code) => {
      const box = this.data.boxes[String(code)];
      return box ? [box] : [];
    });
    const outOfRange = point !== undefined && Math.abs(point.lat) > 90 && Math.abs(point.lon) <= 90;
    const swapped = point !== undefined && (outOfRange || looksSwapped(point, boxes));
    if (message === undefined && !swapped && told.querySelector('button') === null) return;
    replaceWith(
      told,
      ...(message ? [h('span', {}, message)] : []),
      ...(swapped
        ? [
            h('span', { class: 'alarm' }, ` ${this.say('point.swapped')} `),
            h('button', { type: 'button', 'data-do': 'swap' }, this.say('point.swap')),
          ]
        : []),
    );
  }

  #click(event: Event): void {
    const target = event.target instanceof Element ? event.target.closest('button, a') : null;
    if (target instanceof HTMLAnchorElement && target.dataset['to'] !== undefined) {
      event.preventDefault(); // a fragment in the address would move the page but not the focus
      this.findings.go(target.dataset['to']);
    }
    if (!(target instanceof HTMLButtonElement)) return;
    const { add, remove, up, down, fix, value } = target.dataset;
    if (add !== undefined) this.#add(this.pathOf(add));
    if (remove !== undefined) this.#remove(this.pathOf(remove));
    if (up !== undefined) this.#move(this.pathOf(up), -1);
    if (down !== undefined) this.#move(this.pathOf(down), 1);
    if (fix !== undefined) this.#fix(fix, value ?? '');
    const what = target.dataset['do'];
    if (what === undefined) return;
    event.preventDefault(); // what a button does by itself is not what a form does with it
    void this.act(what);
  }

  #fix(name: string, value: string): void {
    const field = document.getElementById(elementId(name));
    if (isTyped(field)) {
      field.value = value;
      field.focus();
    }
    this.set(this.pathOf(name), value);
    this.#note(name);
  }

  async act(what: string): Promise<void> {
    switch (what) {
      case 'check':
        await this.check(true);
        this.findings.focus();
        break;
      case 'undo':
        this.#restore();
        break;
      case 'swap': {
        const value = (key: string) => valueAt(this.draft.values, ['place', 'point', key]);
        const [lat, lon] = [value('lat'), value('lon')].map((text) =>
          Number(numberOf(typeof text === 'string' ? text : '')),
        );
        this.#setPoint(['place', 'point'], { lat: lon ?? 0, lon: lat ?? 0 });
        break;
      }
      case 'paste-sources':
        await this.#pasteSources();
        break;
      default:
        if (!this.bar.act(what)) await (await import('./results.ts')).act(this, await this.later(), what);
    }
  }

  /** Takes back what was removed last, or brings back a draft that was deleted. */
  #restore(): void {
    const before = this.#undo;
    if (!before) return;
    this.#undo = undefined;
    this.show(before.id, before.draft);
    this.changed();
    this.tell(this.say('drafts.restored', { name: before.draft.name }));
  }

  /** What the next "undo" brings back. */
  remember(): void {
    this.#undo = { id: this.id, draft: this.draft };
  }

  drawList(path: Path): void {
    const field = fieldAt(this.data.model, path);
    const place = document.getElementById(fieldId(path));
    if (field?.kind !== 'list' || !place) return;
    place.replaceWith(toDom(renderList(field, path, { data: this.data, draft: this.draft })));
    for (const line of this.form.querySelectorAll<HTMLElement>(
      `[data-list="${CSS.escape(fieldName(path))}"] :is(.field-number, .field-date)`,
    ))
      this.#note(line.dataset['at'] ?? '');
    this.findings.draw();
    this.progress();
  }

  #rows(path: Path): readonly Value[] {
    const field = fieldAt(this.data.model, path);
    return field?.kind === 'list' ? rowsOf(field, valueAt(this.draft.values, path)) : [];
  }

  #add(path: Path): void {
    const rows = this.#rows(path);
    this.set(path, [...rows, '']);
    this.drawList(path);
    const row = [...path, rows.length];
    this.#focusIn(`[data-at="${CSS.escape(fieldName(row))}"] :is(input, select, textarea)`);
    this.tell(this.say('added', { row: this.#rowName(row) }));
  }

  #remove(row: Path): void {
    const path = row.slice(0, -1);
    const index = Number(row.at(-1));
    const name = this.#rowName(row);
    this.remember();
    const rows = this.#rows(path).filter((_, at) => at !== index);
    this.set(path, rows);
    this.drawList(path);
    const next = fieldName([...path, Math.min(index, rows.length - 1)]);
    this.#focusIn(`[data-remove="${CSS.escape(next)}"], [data-add="${CSS.escape(fieldName(path))}"]`);
    this.tell(this.say('removed', { row: name }), { label: this.say('undo'), action: 'undo' });
  }

  #move(row: Path, step: 1 | -1): void {
    const path = row.slice(0, -1);
    const index = Number(row.at(-1));
    const rows = this.#rows(path);
    const moved = rows.with(index, rows[index + step] ?? '').with(index + step, rows[index] ?? '');
    this.set(path, moved);
    this.drawList(path);
    const there = CSS.escape(fieldName([...path, index + step]));
    const [same, other] = step < 0 ? ['up', 'down'] : ['down', 'up'];
    this.#focusIn(`[data-${same}="${there}"]:enabled, [data-${other}="${there}"]:enabled`);
    this.tell(this.say('moved', { row: this.#rowName([...path, index + step]) }));
  }

  #focusIn(selector: string): void {
    this.form.querySelector<HTMLElement>(selector)?.focus();
  }

  async #pasteSources(): Promise<void> {
    const box = part(this.host, '#paste-sources', HTMLTextAreaElement);
    const { readSources } = await import('../../contribute/sources.ts');
    const reading = await readSources(box.value);
    const told = () => document.getElementById('paste-sources-told');
    if (!reading.ok) {
      const place = told();
      if (place) place.textContent = this.say(`paste.${reading.code}`);
      return;
    }
    const rows = this.#rows(['sources']).filter((row) => !isEmpty(row));
    this.set(['sources'], [...rows, ...reading.rows]);
    this.drawList(['sources']);
    const again = document.getElementById('paste-sources');
    again?.closest('details')?.setAttribute('open', '');
    again?.focus();
    const place = told();
    if (place) place.textContent = this.say('paste.done', { count: reading.rows.length });
  }
}

/** The browser's store; some browsers forbid even to ask for it. */
function shelf(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function textOf(field: Typed): string {
  return field instanceof HTMLInputElement && field.type === 'checkbox'
    ? field.checked
      ? field.value
      : ''
    : field.value;
}

function record(value: Value): Draft['values'] {
  return typeof value === 'string' || isRows(value) ? {} : value;
}
