import type { CaseIndex, Choice, Narrowed } from '../../explore/case-index.ts';
import { part } from '../dom.ts';

/** The boxes that the build has drawn: what is chosen in them, and how many cases each would leave. */
export class LiveFacets {
  readonly #host: HTMLElement;
  readonly #index: CaseIndex;
  readonly #chosen: (choice: Choice) => void;
  readonly #boxes: readonly HTMLInputElement[];
  readonly #early: HTMLInputElement[];
  readonly #counts: ReadonlyMap<HTMLInputElement, readonly [HTMLElement, Element]>;

  constructor(host: HTMLElement, index: CaseIndex, chosen: (choice: Choice) => void) {
    this.#host = host;
    this.#index = index;
    this.#chosen = chosen;
    this.#boxes = [...host.querySelectorAll<HTMLInputElement>('[data-facet] input')];
    this.#early = this.#boxes.filter(({ checked }) => checked);
    this.#counts = new Map(
      this.#boxes.flatMap((box) => {
        const label = box.closest('label');
        return label ? [[box, [part(label, '[data-count]', HTMLElement), label] as const] as const] : [];
      }),
    );
    part(host, 'form', HTMLFormElement).addEventListener('change', () => this.#changed());
    host.addEventListener('click', (event) => {
      const { target } = event;
      const link =
        target instanceof Element ? target.closest<HTMLElement>('[data-clear], [data-without]') : null;
      if (!link) return;
      event.preventDefault();
      const { without } = link.dataset;
      for (const box of this.#boxes)
        if (without === undefined || `${box.name}=${box.value}` === without) box.checked = false;
      part(host, '[data-status]', HTMLElement).focus();
      this.#changed();
    });
  }

  /** What an address chooses, as far as there are boxes for it; and what was chosen before anybody listened. */
  read(query: URLSearchParams): Choice {
    const early = this.#early.splice(0);
    for (const box of this.#boxes) {
      box.checked = query.getAll(box.name).includes(box.value) || early.includes(box);
      if (!box.checked) continue;
      for (let around = box.parentElement; around; around = around.parentElement)
        if (around instanceof HTMLDetailsElement) around.open = true;
    }
    return this.#choice();
  }

  #choice(): Choice {
    const chosen = this.#boxes.filter(({ checked }) => checked);
    const names = [...new Set(chosen.map(({ name }) => name))];
    return Object.fromEntries(
      names.map((of) => [of, chosen.filter(({ name }) => name === of).map(({ value }) => value)]),
    );
  }

  #changed(): void {
    this.#chosen(this.#choice());
  }

  show({ counts }: Narrowed, choice: Choice): void {
    for (const [box, [place, label]] of this.#counts) {
      const facet = this.#index.facets.find(({ name }) => name === box.name);
      const count = counts[box.name]?.[facet?.values.indexOf(box.value) ?? -1] ?? 0;
      const text = String(count);
      if (place.textContent !== text) place.textContent = text;
      label.classList.toggle('none', count === 0);
    }
    this.#showChosen(choice);
  }

  #showChosen(choice: Choice): void {
    const place = part(this.#host, '[data-chosen]', HTMLElement);
    const items = this.#boxes
      .filter(({ name, value }) => choice[name]?.includes(value))
      .map((box) => {
        const item = document.createElement('li');
        const words = box.closest('label')?.querySelector('[data-option]');
        const link = document.createElement('a');
        link.href = '?';
        link.dataset['without'] = `${box.name}=${box.value}`;
        link.textContent = this.#host.dataset['remove'] ?? '';
        link.ariaLabel = (this.#host.dataset['removeFilter'] ?? '').replace(
          '{filter}',
          () => words?.textContent ?? '',
        );
        if (words) item.append(words.cloneNode(true), ' ');
        item.append(link);
        return item;
      });
    part(place, 'ul', HTMLElement).replaceChildren(...items);
    place.hidden = items.length === 0;
  }
}
