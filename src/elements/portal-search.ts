import type { Pagefind, PagefindAnswer, PagefindPage } from './pagefind.d.ts';

type Message = string | Record<string, string>;

interface Words {
  readonly language: string;
  readonly messages: Record<string, Message>;
  readonly labels: Record<string, Record<string, string>>;
  readonly terms: readonly string[];
}

const perStep = 10;

/** Results as one types, filters with counts, everything in the address. The engine loads on first use. */
class PortalSearch extends HTMLElement {
  #engine: Promise<Pagefind> | undefined;
  #words: Words | undefined;
  #answer: PagefindAnswer | undefined;
  #shown = 0;
  #turn = 0;

  connectedCallback(): void {
    this.#words = JSON.parse(this.#find('[data-words]').textContent ?? '{}') as Words;
    const form = this.#find('form');
    for (const words of document.querySelectorAll<HTMLElement>('[data-without-script]')) words.hidden = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
    form.addEventListener('input', () => void this.#search());
    this.#find('[data-more]').addEventListener('click', () => void this.#showMore());
    this.#find('[data-clear]').addEventListener('click', () => {
      for (const box of this.#boxes()) box.checked = false;
      void this.#search();
    });
    this.#field.addEventListener('focus', () => void this.#load(), { once: true });
    this.addEventListener('keydown', (event) => this.#moveBetweenResults(event));
    addEventListener('popstate', () => this.#readAddress());
    const typedEarly = this.#field.value.trim() !== '' && location.search === '';
    if (typedEarly) void this.#search();
    else this.#readAddress();
  }

  get #field(): HTMLInputElement {
    return this.#find<HTMLInputElement>('input[type="search"]');
  }

  #find<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (!found) throw new Error(`the search page lacks ${selector}`);
    return found;
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[data-filter] input')];
  }

  #load(): Promise<Pagefind> {
    this.#engine ??= this.#start();
    return this.#engine;
  }

  async #start(): Promise<Pagefind> {
    const address = new URL(this.dataset['engine'] ?? '', location.href).href;
    const engine = (await import(/* @vite-ignore */ address)) as Pagefind;
    await engine.options({ excerptLength: 26 });
    await engine.init();
    await engine.filters(); // without it, results come without counts
    return engine;
  }

  /** What the address asks for: q, and one value or more for each filter. */
  #readAddress(): void {
    const state = new URLSearchParams(location.search);
    this.#field.value = state.get('q') ?? '';
    if ([...state.keys()].length > 0) void this.#search(state);
  }

  async #search(state?: URLSearchParams): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = this.#field.value.trim();
    const chosen = state ? fromAddress(state) : this.#chosen();
    if (!state) this.#writeAddress(query, chosen);
    const status = this.#find('[data-status]');
    if (query === '' && Object.keys(chosen).length === 0) {
      this.#clear();
      return;
    }
    status.textContent = this.#say('search.loading');
    try {
      const engine = await this.#load();
      const filters = Object.fromEntries(Object.entries(chosen).map(([name, any]) => [name, { any }]));
      const answer = await engine.debouncedSearch(query === '' ? null : query, { filters }, state ? 0 : 150);
      if (answer === null || turn !== this.#turn) return;
      await this.#show(answer, query, chosen);
    } catch {
      this.#engine = undefined;
      status.textContent = this.#say('search.failed');
    }
  }

  async #show(answer: PagefindAnswer, query: string, chosen: Record<string, string[]>): Promise<void> {
    this.#answer = answer;
    this.#shown = 0;
    this.#find('[data-results]').replaceChildren();
    this.#showFilters(answer.filters, chosen);
    const count = answer.results.length;
    const key = count === 0 ? 'search.empty' : query === '' ? 'search.count.all' : 'search.count';
    this.#find('[data-status]').textContent = this.#say(key, { count, query });
    this.#suggest(count === 0 ? query : undefined);
    await this.#showMore();
  }

  async #showMore(): Promise<void> {
    const answer = this.#answer;
    if (!answer) return;
    const turn = this.#turn;
    const next = answer.results.slice(this.#shown, this.#shown + perStep);
    const pages = await Promise.all(next.map((result) => result.data()));
    if (turn !== this.#turn) return;
    const items = pages.map((page) => this.#item(page));
    this.#find('[data-results]').append(...items);
    if (this.#shown > 0) items[0]?.querySelector('a')?.focus();
    this.#shown += pages.length;
    this.#find('[data-more]').hidden = this.#shown >= answer.results.length;
  }

  #item(page: PagefindPage): HTMLLIElement {
    const item = document.createElement('li');
    const place = bestPlace(page);
    const link = document.createElement('a');
    link.href = place.url;
    link.textContent = place.title;
    const excerpt = document.createElement('p');
    excerpt.append(...marked(place.excerpt));
    const kind = document.createElement('p');
    kind.className = 'tags';
    const labels = ['type', 'country', 'language'].flatMap((name) =>
      (page.filters[name] ?? []).map((value) => this.#words?.labels[name]?.[value] ?? value),
    );
    kind.textContent = labels.join(' · ');
    item.append(link, excerpt, kind);
    return item;
  }

  #showFilters(counts: Record<string, Record<string, number>>, chosen: Record<string, string[]>): void {
    const number = new Intl.NumberFormat(this.#words?.language);
    let any = false;
    for (const group of this.querySelectorAll<HTMLFieldSetElement>('[data-filter]')) {
      const name = group.dataset['filter'] ?? '';
      const picked = chosen[name] ?? [];
      const labels = this.#words?.labels[name] ?? {};
      const values = Object.entries(counts[name] ?? {}).filter(
        ([value, count]) => count > 0 || picked.includes(value),
      );
      const rows = values.map(([value, count]) => {
        const label = document.createElement('label');
        const box = document.createElement('input');
        box.type = 'checkbox';
        box.name = name;
        box.value = value;
        box.checked = picked.includes(value);
        label.append(box, ` ${labels[value] ?? value} (${number.format(count)})`);
        return label;
      });
      const focused = group.contains(document.activeElement)
        ? (document.activeElement as HTMLInputElement).value
        : undefined;
      for (const old of group.querySelectorAll('label')) old.remove();
      group.append(...rows);
      if (focused) group.querySelector<HTMLInputElement>(`input[value="${CSS.escape(focused)}"]`)?.focus();
      group.hidden = rows.length === 0;
      any ||= rows.length > 0;
    }
    this.#find('[data-filters]').hidden = !any;
    this.#find('[data-clear]').hidden = Object.keys(chosen).length === 0;
  }

  /** Near terms of the glossary, when nothing was found. */
  #suggest(query: string | undefined): void {
    const box = this.#find('[data-empty]');
    box.hidden = query === undefined;
    if (query === undefined) return;
    const terms = nearTerms(query, this.#words?.terms ?? []);
    this.#find('[data-suggestions]').replaceChildren(
      ...terms.map((term) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = `?${new URLSearchParams({ q: term }).toString()}`;
        link.textContent = term;
        item.append(link);
        return item;
      }),
    );
  }

  #clear(): void {
    this.#answer = undefined;
    this.#find('[data-results]').replaceChildren();
    this.#find('[data-status]').textContent = '';
    this.#find('[data-filters]').hidden = true;
    this.#find('[data-more]').hidden = true;
    this.#find('[data-empty]').hidden = true;
  }

  #chosen(): Record<string, string[]> {
    const chosen: Record<string, string[]> = {};
    for (const box of this.#boxes()) {
      if (box.checked) chosen[box.name] = [...(chosen[box.name] ?? []), box.value];
    }
    return chosen;
  }

  #writeAddress(query: string, chosen: Record<string, string[]>): void {
    const state = new URLSearchParams();
    if (query !== '') state.set('q', query);
    for (const [name, values] of Object.entries(chosen))
      for (const value of values) state.append(name, value);
    const text = state.toString();
    history.replaceState(null, '', text === '' ? location.pathname : `?${text}`);
  }

  /** Arrow keys lead from the field to the results and through them. */
  #moveBetweenResults(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const target = event.target;
    if (target instanceof HTMLInputElement && target.type !== 'search') return;
    const stops: HTMLElement[] = [this.#field, ...this.querySelectorAll<HTMLElement>('[data-results] a')];
    const at = stops.indexOf(target as HTMLElement);
    if (at < 0) return;
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #say(key: string, values: { count?: number; query?: string } = {}): string {
    const message = this.#words?.messages[key] ?? '';
    const language = this.#words?.language ?? 'en';
    const form =
      typeof message === 'string'
        ? message
        : (message[new Intl.PluralRules(language).select(values.count ?? 0)] ?? message['other'] ?? '');
    return form
      .replace('{count}', new Intl.NumberFormat(language).format(values.count ?? 0))
      .replace('{query}', () => values.query ?? '');
  }
}

const filterNames = ['type', 'ecosystem', 'country', 'model', 'language'];

function fromAddress(state: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const values = state.getAll(name);
      return values.length > 0 ? [[name, values]] : [];
    }),
  );
}

/** The page; or, where many short texts share one page as in the glossary, the text with most hits. */
function bestPlace(page: PagefindPage): { title: string; url: string; excerpt: string } {
  const whole = { title: page.meta['title'] ?? page.url, url: page.url, excerpt: page.excerpt };
  if (!page.filters['type']?.includes('glossary')) return whole;
  const hits = ({ title, excerpt }: { title: string; excerpt: string }) =>
    excerpt.split('<mark>').length - (title ? 0.5 : 1);
  return [...page.sub_results].sort((a, b) => hits(b) - hits(a))[0] ?? whole;
}

/** An excerpt as text with its hits marked. Its HTML is read as a document that never runs, and only text is taken. */
function marked(excerpt: string): Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}

/** Terms that share most pairs of letters with what was typed. */
function nearTerms(query: string, terms: readonly string[]): string[] {
  const pairs = (text: string) =>
    new Set(
      Array.from({ length: Math.max(text.length - 1, 1) }, (_, at) => text.toLowerCase().slice(at, at + 2)),
    );
  const asked = pairs(query);
  return terms
    .map((term) => {
      const own = pairs(term);
      const common = [...asked].filter((pair) => own.has(pair)).length;
      return { term, likeness: (2 * common) / (asked.size + own.size) };
    })
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ term }) => term);
}

customElements.define('portal-search', PortalSearch);
