import { type Asked, mostItems, readAddress, writeAddress } from '../../compare/address.ts';
import { compare } from '../../compare/compare.ts';
import { type AnyRecord, type Kind, kindNames, kinds } from '../../compare/record.ts';
import { renderComparison } from '../../compare/render.ts';
import { type Comparison, onlyDifferent, tallyOf } from '../../compare/table.ts';
import type { CompareWords } from '../../compare/words.ts';
import type { Option } from '../../contribute/form-data.ts';
import { writeChoice } from '../compare-choice.ts';
import { Comboboxes } from '../contribution/combobox.ts';
import { part, replaceWith, toDom } from '../dom.ts';
import { saveFile } from '../save-file.ts';
import { renderChosen } from './chosen.ts';
import { Files, type Loaded } from './load.ts';

/** Compares what the address names, and keeps the address with what is chosen. */
export async function startComparison(host: HTMLElement): Promise<void> {
  const live = new LiveComparison(host);
  await live.begin();
}

class LiveComparison {
  readonly #host: HTMLElement;
  readonly #files: Files;
  #asked: Asked = readAddress(new URLSearchParams(location.search));
  #loaded!: Loaded;
  #options: readonly Option[] = [];
  #records: readonly AnyRecord[] = [];
  #unknown: readonly string[] = [];
  #comparison: Comparison | undefined;
  #turn = 0;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#files = new Files(host.dataset);
  }

  async begin(): Promise<void> {
    const checked = this.#host.querySelector<HTMLInputElement>('input[name="kind"]:checked');
    const named = kindNames.some((kind) => new URLSearchParams(location.search).has(kind));
    if (!named) this.#asked = { ...this.#asked, kind: kindOf(checked?.value) };
    await this.#load();
    this.#listen();
    await this.#show();
  }

  get #words(): CompareWords {
    return this.#loaded.words;
  }

  get #input(): HTMLInputElement {
    return part(this.#host, 'input[data-combo]', HTMLInputElement);
  }

  async #load(): Promise<void> {
    const { kind } = this.#asked;
    this.#loaded = await this.#files.words(kind);
    for (const radio of this.#host.querySelectorAll<HTMLInputElement>('input[name="kind"]'))
      radio.checked = radio.value === kind;
    this.#options = [];
  }

  #listen(): void {
    const { options = '', optionsMore = '', optionsNone = '' } = this.#host.dataset;
    new Comboboxes(this.#host, {
      words: { options, 'options.more': optionsMore, 'options.none': optionsNone },
      options: () => this.#options.filter(({ id }) => !this.#asked.ids.includes(id)),
      choose: (input, value) => this.#add(input, value),
      tell: (message) => this.#say('[data-options]', message),
    });
    this.#host.addEventListener('focusin', ({ target }) => {
      if (target === this.#input) void this.#fetchOptions();
    });
    if (document.activeElement === this.#input) void this.#fetchOptions();
    this.#host.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name === 'kind') void this.#change({ kind: kindOf(target.value), ids: [] });
      if (target.name === 'only') void this.#change({ onlyDifferences: target.checked });
    });
    this.#host.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-do]') : null;
      if (button) void this.#use(button.dataset['do'] ?? '', button.dataset['id'] ?? '');
    });
    addEventListener('popstate', () => {
      this.#asked = readAddress(new URLSearchParams(location.search));
      void this.#load().then(() => this.#show());
    });
  }

  async #fetchOptions(): Promise<void> {
    if (this.#options.length > 0) return;
    try {
      this.#options = await this.#loaded.options();
      const typed = this.#input;
      if (document.activeElement === typed && typed.value !== '')
        typed.dispatchEvent(new Event('input', { bubbles: true }));
    } catch {
      this.#say('[data-options]', this.#host.dataset['failed'] ?? '');
    }
  }

  #add(input: HTMLInputElement, value: string): void {
    if (!this.#options.some(({ id }) => id === value)) return;
    input.value = '';
    if (this.#asked.ids.length >= mostItems) {
      this.#say('[data-options]', this.#words.say('compare.full'));
      return;
    }
    void this.#change({ ids: [...this.#asked.ids, value] });
  }

  async #use(what: string, id: string): Promise<void> {
    const { ids } = this.#asked;
    const at = ids.indexOf(id);
    if (what === 'csv') await this.#saveCsv();
    if (what === 'print') print();
    if (what === 'clear') await this.#change({ ids: [] });
    if (what === 'remove') {
      await this.#change({ ids: ids.filter((one) => one !== id) });
      const next = this.#asked.ids[at] ?? this.#asked.ids[at - 1];
      if (next === undefined) this.#input.focus();
      else this.#focus('remove', next);
    }
    if (what === 'earlier' || what === 'later') {
      const to = what === 'earlier' ? at - 1 : at + 1;
      await this.#change({ ids: ids.toSpliced(at, 1).toSpliced(to, 0, id) });
      this.#focus(what, id);
    }
  }

  /** The button that was used, or the other one where the item has come to the end of the list. */
  #focus(what: string, id: string): void {
    const buttons = [
      ...this.#host.querySelectorAll<HTMLButtonElement>(`button[data-id="${CSS.escape(id)}"]`),
    ];
    const usable = buttons.filter(({ disabled }) => !disabled);
    (usable.find((button) => button.dataset['do'] === what) ?? usable[0])?.focus();
  }

  async #change(changes: Partial<Pick<Asked, 'kind' | 'ids' | 'onlyDifferences'>>): Promise<void> {
    const before = this.#asked.kind;
    this.#asked = { ...this.#asked, ...changes, surplus: [], malformed: [], mixed: [] };
    history.replaceState(null, '', location.pathname + writeAddress(this.#asked));
    if (changes.ids) writeChoice(this.#asked.kind, changes.ids);
    if (this.#asked.kind !== before) await this.#load();
    await this.#show();
  }

  async #show(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { kind, ids, onlyDifferences } = this.#asked;
    const found = await Promise.all(
      ids.map(async (id) => [id, await this.#files.record(kind, id)] as const),
    ).catch(() => undefined);
    if (turn !== this.#turn) return;
    if (!found) {
      this.#say('[data-status]', this.#host.dataset['failed'] ?? '');
      return;
    }
    this.#unknown = found.flatMap(([id, record]) => (record ? [] : [id]));
    this.#records = found.flatMap(([, record]) => record ?? []);
    this.#asked = { ...this.#asked, ids: this.#records.map(({ id }) => id) };
    const words = this.#words;
    this.#comparison = this.#records.length > 1 ? compare(kind, this.#records as never, words) : undefined;
    const result = part(this.#host, '[data-result]', HTMLElement);
    const shown = this.#comparison && (onlyDifferences ? onlyDifferent(this.#comparison) : this.#comparison);
    result.replaceChildren(...(shown ? [toDom(renderComparison(shown, words))] : []));
    part(this.#host, 'input[name="only"]', HTMLInputElement).checked = onlyDifferences;
    part(this.#host, '[data-tools]', HTMLElement).hidden = shown === undefined;
    replaceWith(part(this.#host, '[data-chosen]', HTMLElement), ...renderChosen(this.#records, words));
    for (const begin of document.querySelectorAll<HTMLElement>('[data-begin]'))
      begin.hidden = this.#records.length > 0 || this.#unknown.length > 0;
    this.#showNotes();
    this.#say('[data-status]', this.#statusWords());
  }

  #statusWords(): string {
    const { say } = this.#words;
    if (!this.#comparison) return this.#records.length === 1 ? say('compare.one') : '';
    const { rows, different } = tallyOf(this.#comparison);
    return say('compare.status', { count: this.#records.length, rows, different });
  }

  /** What the address asked for and cannot have, by name. */
  #showNotes(): void {
    const { surplus, malformed, mixed } = this.#asked;
    const { say } = this.#words;
    const notes = [
      ...[...this.#unknown, ...malformed].map((id) => say('compare.unknown', { id })),
      ...(surplus.length > 0 ? [say('compare.surplus', { ids: surplus.join(', ') })] : []),
      ...(mixed.length > 0 ? [say('compare.mixed')] : []),
    ];
    const place = part(this.#host, '[data-notes]', HTMLElement);
    place.replaceChildren(
      ...notes.map((note) => {
        const line = document.createElement('p');
        line.textContent = note;
        return line;
      }),
    );
    place.hidden = notes.length === 0;
  }

  async #saveCsv(): Promise<void> {
    if (!this.#comparison) return;
    const { comparisonCsv } = await import('../../compare/csv.ts');
    const { kind, ids } = this.#asked;
    const text = comparisonCsv(this.#comparison, this.#records, this.#words);
    saveFile(`compare-${kinds[kind]}-${ids.length}.csv`, text, 'text/csv;charset=utf-8');
  }

  #say(selector: string, words: string): void {
    const place = part(this.#host, selector, HTMLElement);
    if (place.textContent !== words) place.textContent = words;
  }
}

const kindOf = (value: string | undefined): Kind => kindNames.find((kind) => kind === value) ?? 'cases';
