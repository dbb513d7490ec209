import { cellOf, fits, type Group, lineOf, type Row, rowsIn, valuesOf } from './list-rows.ts';

/** Narrows and orders a list that the build has drawn, and shows it as a table. All of its state is in the address. */
class PortalFilters extends HTMLElement {
  /** Rows of this page; and of all pages, once they were needed. */
  #own: readonly Row[] = [];
  #all: readonly Row[] | undefined;
  /** Where the page stands while nothing is chosen: perhaps at a later page of the list. */
  readonly #path = location.pathname;
  #groups: readonly Group[] = [];
  #sort = '';
  #view = '';
  #whole = '';
  #table: HTMLElement | undefined;
  #lines = new Map<Row, HTMLTableRowElement>();
  #turn = 0;

  connectedCallback(): void {
    this.#own = rowsIn(this);
    if (Number(this.dataset['pages'] ?? 1) === 1) this.#all = this.#own;
    this.#whole = this.#status.textContent ?? '';
    this.#groups = [...this.querySelectorAll<HTMLElement>('[data-facet]')].map((group) => ({
      name: group.dataset['facet'] ?? '',
      all: group.dataset['match'] === 'all',
      boxes: [...group.querySelectorAll('input')],
    }));
    this.addEventListener('change', () => void this.#show());
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#status.focus();
    });
    this.addEventListener('click', (event) => this.#click(event));
    addEventListener('popstate', () => {
      this.#readAddress();
      void this.#show();
    });
    this.#readAddress();
    if (this.#query() !== '') void this.#show();
  }

  get #status(): HTMLElement {
    return find(this, '[data-status]');
  }

  get #chosen(): readonly HTMLInputElement[] {
    return this.#groups.flatMap(({ boxes }) => boxes.filter(({ checked }) => checked));
  }

  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    for (const box of this.#groups.flatMap(({ boxes }) => boxes)) {
      box.checked = asked.getAll(box.name).includes(box.value);
      if (box.checked) box.closest('details')?.setAttribute('open', '');
    }
    this.#sort = asked.get('sort') ?? '';
    this.#view = asked.get('view') ?? '';
  }

  /** The state as a query, or the one that a link leads to. */
  #query(changes: { sort?: string; view?: string; without?: HTMLInputElement } = {}): string {
    const { sort = this.#sort, view = this.#view, without } = changes;
    const query = new URLSearchParams();
    for (const box of this.#chosen) if (box !== without) query.append(box.name, box.value);
    if (sort !== '' && sort !== this.dataset['order']) query.set('sort', sort);
    if (view === 'table') query.set('view', view);
    return query.toString();
  }

  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const control = event.target.closest<HTMLElement>('[data-sort], [data-view], [data-head], [data-clear]');
    if (!control) return;
    event.preventDefault();
    const { sort, view, head } = control.dataset;
    if (sort !== undefined) this.#sort = sort;
    else if (view !== undefined) this.#view = view;
    else if (head !== undefined)
      this.#sort = (this.#sort || this.dataset['order']) === head ? opposite(head) : head;
    else this.#clear(this.#chosen);
    void this.#show();
  }

  #clear(boxes: readonly HTMLInputElement[]): void {
    for (const box of boxes) box.checked = false;
    this.#status.focus();
  }

  async #show(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = this.#query();
    const address = query === '' ? this.#path : `${this.dataset['address'] ?? ''}?${query}`;
    if (address !== location.pathname + location.search) history.replaceState(null, '', address);
    try {
      if (query !== '') this.#all ??= await this.#fetchAll();
    } catch {
      this.#status.textContent = this.dataset['failed'] ?? '';
      return;
    }
    if (turn !== this.#turn) return;
    const all = this.#all ?? this.#own;
    const shown =
      query === ''
        ? this.#own
        : this.#ordered(all.filter((row) => this.#groups.every((group) => fits(row, group))));
    find(this, '[data-rows]').replaceChildren(...shown);
    this.#showTable(shown);
    this.#showCounts(all);
    this.#showChosen();
    this.#showTools();
    this.#say(shown.length, all.length);
    this.querySelector('.pagination')?.toggleAttribute('hidden', query !== '');
  }

  /** The rows of the other pages of the list, in the order of the pages. */
  async #fetchAll(): Promise<readonly Row[]> {
    const { address = '', pages, page } = this.dataset;
    const numbers = Array.from({ length: Number(pages) }, (_, index) => index + 1);
    const rows = numbers.map(async (number) => {
      if (number === Number(page)) return this.#own;
      const answer = await fetch(number === 1 ? address : `${address}page/${number}/`);
      if (!answer.ok) throw new Error(answer.statusText);
      return rowsIn(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    });
    return (await Promise.all(rows)).flat();
  }

  #ordered(rows: readonly Row[]): readonly Row[] {
    if (this.#sort === '') return rows;
    const down = this.#sort.startsWith('-');
    const key = down ? this.#sort.slice(1) : this.#sort;
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const keyed = rows.map((row) => {
      const cell = cellOf(row, key);
      return { row, words: cell?.textContent?.trim() ?? '', number: Number(cell?.dataset['value']) };
    });
    keyed.sort((a, b) => {
      const order = Number.isNaN(a.number + b.number) ? compare(a.words, b.words) : a.number - b.number;
      return down ? -order : order;
    });
    return keyed.map(({ row }) => row);
  }

  /** Each value with the number of entries it would leave, the other facets being as they are. */
  #showCounts(all: readonly Row[]): void {
    for (const group of this.#groups) {
      const rows = all.filter((row) =>
        this.#groups.every((other) => (other === group && !group.all) || fits(row, other)),
      );
      for (const box of group.boxes) {
        const count = rows.filter((row) => valuesOf(row, group.name).includes(box.value)).length;
        const label = box.closest('label');
        if (!label) continue;
        find(label, '[data-count]').textContent = String(count);
        label.classList.toggle('none', count === 0);
      }
    }
  }

  #showChosen(): void {
    const place = this.querySelector<HTMLElement>('[data-chosen]');
    if (!place) return;
    const items = this.#chosen.map((box) => {
      const item = document.createElement('li');
      const words = box.closest('label')?.querySelector('[data-option]');
      const link = document.createElement('a');
      link.href = `?${this.#query({ without: box })}`;
      link.textContent = this.dataset['remove'] ?? '';
      link.ariaLabel = (this.dataset['removeFilter'] ?? '').replace(
        '{filter}',
        () => words?.textContent ?? '',
      );
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.#clear([box]);
        void this.#show();
      });
      if (words) item.append(words.cloneNode(true), ' ');
      item.append(link);
      return item;
    });
    find(place, 'ul').replaceChildren(...items);
    place.hidden = items.length === 0;
  }

  #showTools(): void {
    const sort = this.#sort || this.dataset['order'];
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-sort], a[data-view]')) {
      const { sort: own, view = 'list' } = link.dataset;
      link.href = `?${own === undefined ? this.#query({ view }) : this.#query({ sort: own })}`;
      const current = own === undefined ? view === (this.#view || 'list') : own === sort;
      link.ariaCurrent = current ? 'true' : null;
    }
  }

  #say(shown: number, all: number): void {
    const narrowed = (this.dataset['shown'] ?? '')
      .replace('{shown}', String(shown))
      .replace('{count}', String(all));
    const words =
      this.#chosen.length === 0 ? this.#whole : shown === 0 ? (this.dataset['none'] ?? '') : narrowed;
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }

  #showTable(rows: readonly Row[]): void {
    const asTable = this.#view === 'table';
    this.querySelector('[data-list]')?.toggleAttribute('hidden', asTable);
    if (this.#table) this.#table.hidden = !asTable;
    if (!asTable) return;
    this.#table ??= this.#makeTable();
    const heads = [...this.#table.querySelectorAll<HTMLElement>('[data-column]')];
    const sort = this.#sort || this.dataset['order'] || '';
    for (const head of heads) {
      const key = head.dataset['column'];
      head.ariaSort = key === sort ? 'ascending' : `-${key}` === sort ? 'descending' : null;
    }
    const lines = rows.map((row) => {
      const line = this.#lines.get(row) ?? lineOf(row, heads);
      this.#lines.set(row, line);
      return line;
    });
    find(this.#table, 'tbody').replaceChildren(...lines);
  }

  #makeTable(): HTMLElement {
    const template = find<HTMLTemplateElement>(this, 'template[data-table]');
    template.after(template.content.cloneNode(true));
    return find(this, '.list-table');
  }
}

function find<Found extends HTMLElement>(within: ParentNode, selector: string): Found {
  const found = within.querySelector<Found>(selector);
  if (!found) throw new Error(`the list lacks ${selector}`);
  return found;
}

function opposite(sort: string): string {
  return sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
}

customElements.define('portal-filters', PortalFilters);
