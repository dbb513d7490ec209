import type { Finding } from '../../contribute/check.ts';
import { elementId, fieldName, type Path } from '../../contribute/field.ts';
import { type Run, sayFinding } from '../../contribute/say-finding.ts';
import { h, type Tree } from '../../contribute/tree.ts';
import { part, replaceWith, toDom } from '../dom.ts';
import type { LiveForm } from './live.ts';

type Later = typeof import('./later.ts');

/** Milliseconds between leaving a field and what is said of it. */
const pause = 250;

/**
 * What the check says, beside the fields and in a list at the top. While somebody writes, only what is wrong in fields
 * they have left is said; what is still missing is said when they ask.
 */
export class Findings {
  readonly #form: LiveForm;
  #all: readonly Finding[] = [];
  #touched = new Set<string>();
  #asked = false;
  #turn = 0;
  #timer = 0;

  constructor(form: LiveForm) {
    this.#form = form;
  }

  get all(): readonly Finding[] {
    return this.#all;
  }

  forget(): void {
    this.#all = [];
    this.#touched = new Set();
    this.#asked = false;
  }

  /** A field was left: a moment later what is wrong with it is said, so that nothing moves under a pointer that is down. */
  touch(path: Path): void {
    this.#touched.add(fieldName(path));
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.draw(), pause);
  }

  /** Checks the draft as it stands; a slower answer to an earlier draft is not shown. */
  async check(later: Later, asked: boolean): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const found = await this.#form.findingsOf(later);
    if (turn !== this.#turn && !asked) return;
    this.#all = found;
    this.#asked ||= asked;
    this.draw();
  }

  #visible(): readonly Finding[] {
    return this.#all.filter(
      ({ path, missing }) => this.#asked || (!missing && this.#touched.has(fieldName(path))),
    );
  }

  draw(): void {
    const { host, form } = this.#form;
    for (const place of form.querySelectorAll<HTMLElement>('.field-error:not([hidden])')) {
      place.hidden = true;
      place.textContent = '';
    }
    for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
    const visible = this.#visible();
    const byPlace = new Map<string, Finding[]>();
    for (const finding of visible) {
      const name = this.#placeOf(finding.path);
      byPlace.set(name, [...(byPlace.get(name) ?? []), finding]);
    }
    for (const [name, findings] of byPlace) {
      const place = document.getElementById(elementId(name, 'error'));
      if (!place) continue;
      place.hidden = false;
      place.replaceChildren(...findings.flatMap((finding) => this.#sentence(finding)).map(toDom));
      const control = document.getElementById(elementId(name));
      if (control && /^(?:INPUT|TEXTAREA|SELECT)$/.test(control.tagName))
        control.setAttribute('aria-invalid', 'true');
    }
    const summary = part(host, '[data-problems]', HTMLElement);
    summary.hidden = visible.length === 0 && !this.#asked;
    const words =
      visible.length === 0
        ? this.#form.say('problems.none')
        : this.#form.say('problems.count', { count: visible.length });
    const count = part(host, '[data-problems-count]', HTMLElement);
    if (count.textContent !== words) count.textContent = words;
    summary.classList.toggle('sound', visible.length === 0);
    const rows = visible.map((finding) => {
      const { label, message } = sayFinding(this.#form.data, finding);
      const name = this.#placeOf(finding.path);
      return h(
        'li',
        {},
        h('a', { href: `#${elementId(name)}`, 'data-to': name }, label),
        ': ',
        runs(message),
      );
    });
    replaceWith(part(host, '[data-problems-list]', HTMLElement), ...rows);
  }

  #sentence(finding: Finding): Tree[] {
    const { message, hint } = sayFinding(this.#form.data, finding);
    return [h('span', { class: 'sentence' }, runs(message), ' ', runs(hint), ' ')];
  }

  /** The field at a path, or the nearest group or list around it that is on the page. */
  #placeOf(path: Path): string {
    for (let length = path.length; length > 0; length -= 1) {
      const name = fieldName(path.slice(0, length));
      if (document.getElementById(elementId(name, 'error'))) return name;
    }
    return fieldName(path);
  }

  /** To a field by its name; what it waits behind is opened. */
  go(name: string): void {
    const field = document.getElementById(elementId(name));
    for (let around = field?.parentElement; around; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    if (field instanceof HTMLDetailsElement) {
      field.open = true;
      field.querySelector('summary')?.focus();
    } else field?.focus();
  }

  focus(): void {
    const summary = part(this.#form.host, '[data-problems]', HTMLElement);
    if (!summary.hidden) summary.focus();
  }
}

/** Values keep their direction inside words that run from right to left. */
function runs(parts: readonly Run[]): (Tree | string)[] {
  return parts.map(({ text, isValue }) => (isValue ? h('bdi', {}, text) : text));
}
