import { ecosystemTypes } from '../../charts/ecosystem.ts';
import { h, type Tree } from '../../contribute/tree.ts';
import { type CaseIndex, type IndexFacet, typeOf } from '../../explore/case-index.ts';
import { part, toDom } from '../dom.ts';
import { saveCsv } from './save-csv.ts';

/** So many rows at a time. */
const batch = 50;

/** The cases of the view as rows, a batch at a time, and as a table to take away. */
export class LiveList {
  readonly #host: HTMLElement;
  readonly #index: CaseIndex;
  readonly #english: ReadonlySet<number>;
  readonly #types: IndexFacet | undefined;
  #cases: readonly number[] = [];
  #shown = 0;

  constructor(host: HTMLElement, index: CaseIndex) {
    this.#host = host;
    this.#index = index;
    this.#english = new Set(index.english);
    this.#types = index.facets.find(({ name }) => name === 'ecosystem');
    this.#more.addEventListener('click', () => {
      const { length } = this.#rows.children;
      this.#add();
      this.#rows.children[length]?.querySelector('a')?.focus();
    });
    part(host, '[data-save]', HTMLButtonElement).addEventListener('click', () => {
      void saveCsv(host.dataset['table'] ?? '', new Set(this.#cases.map((at) => index.keys[at] ?? ''))).catch(
        () => {
          this.#say(host.dataset['failed'] ?? '');
        },
      );
    });
  }

  get #rows(): HTMLElement {
    return part(this.#host, '[data-rows]', HTMLElement);
  }

  get #more(): HTMLButtonElement {
    return part(this.#host, '[data-more]', HTMLButtonElement);
  }

  show(
    cases: readonly number[],
    of: number,
    { narrowed, whole }: { narrowed: boolean; whole: boolean },
  ): void {
    const all = this.#index.keys.length;
    const { none = '', empty = '', shown = '', view = '' } = this.#host.dataset;
    const text = (words: string, count: number) =>
      words.replace('{shown}', String(cases.length)).replace('{count}', String(count));
    if (of === 0) this.#say(none);
    else if (!whole) this.#say(cases.length === 0 ? empty : text(view, of));
    else this.#say(narrowed ? text(shown, all) : (this.#host.dataset['all'] ?? ''));
    if (
      this.#cases.length === cases.length &&
      this.#cases.every((at, i) => at === cases[i]) &&
      this.#shown > 0
    )
      return;
    this.#cases = cases;
    this.#shown = 0;
    this.#rows.replaceChildren();
    this.#add();
  }

  #say(words: string): void {
    const status = part(this.#host, '[data-status]', HTMLElement);
    if (status.textContent !== words) status.textContent = words;
  }

  #add(): void {
    const next = this.#cases.slice(this.#shown, this.#shown + batch);
    this.#rows.append(...next.map((at) => toDom(this.#row(at))));
    this.#shown += next.length;
    const rest = this.#cases.length - this.#shown;
    this.#more.hidden = rest === 0;
    this.#more.textContent = (this.#host.dataset['more'] ?? '').replace('{count}', String(rest));
  }

  #row(at: number): Tree {
    const { keys, titles, where, when } = this.#index;
    const key = keys[at] ?? '';
    return h(
      'li',
      { 'data-key': key },
      h(
        'a',
        {
          href: `${this.#host.dataset['base'] ?? ''}${key}/`,
          lang: this.#english.has(at) ? 'en' : undefined,
        },
        titles[at] ?? '',
      ),
      h(
        'p',
        { class: 'tags' },
        `${where[at] ?? ''} · ${when[at] ?? ''} `,
        h('span', { 'data-cell': 'ecosystem' }, this.#ecosystems(at)),
      ),
    );
  }

  /** The type that colours the point first, then the others. */
  #ecosystems(at: number): Tree[] {
    const { values = [], labels = [], of = [] } = this.#types ?? {};
    const main = typeOf(this.#index, at, ecosystemTypes);
    return (of[at] ?? [])
      .map((value) => ({ type: values[value] ?? 'other', label: labels[value] ?? '' }))
      .toSorted((a, b) => Number(b.type === main) - Number(a.type === main))
      .map(({ type, label }) =>
        h('span', { class: 'ecosystem' }, h('i', { class: `swatch eco-${type}` }), label, ' '),
      );
  }
}
