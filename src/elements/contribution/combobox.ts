import type { Option } from '../../contribute/form-data.ts';
import { chosen, matching } from '../../contribute/options.ts';
import { h } from '../../contribute/tree.ts';
import { say, type Words } from '../../contribute/words.ts';
import { toDom } from '../dom.ts';

/** So many options are shown at a time; typing narrows them. */
const most = 40;

interface Asked {
  readonly words: Words;
  /** What can be chosen in a field just now. */
  options(input: HTMLInputElement): readonly Option[];
  /** An option was chosen, or the field was left with some text: its id, or the text as it is. */
  choose(input: HTMLInputElement, value: string): void;
  tell(message: string): void;
}

/** Fields in which one searches and chooses: the combobox pattern of the ARIA practices, for all of a form at once. */
export class Comboboxes {
  readonly #asked: Asked;
  #open: HTMLInputElement | null = null;
  #shown: readonly Option[] = [];
  #active = -1;

  constructor(host: HTMLElement, asked: Asked) {
    this.#asked = asked;
    host.addEventListener('input', ({ target }) => {
      if (isCombobox(target)) this.#show(target);
    });
    host.addEventListener('click', (event) => this.#click(event));
    host.addEventListener('pointerdown', (event) => {
      // The list keeps the focus in its field, so that leaving the field does not close it too early.
      if (event.target instanceof Element && event.target.closest('[role="option"]')) event.preventDefault();
    });
    host.addEventListener('focusout', ({ target }) => {
      if (isCombobox(target)) this.#leave(target);
    });
    host.addEventListener('keydown', (event) => this.#key(event));
  }

  #list(input: HTMLInputElement): HTMLElement | null {
    return document.getElementById(input.getAttribute('aria-controls') ?? '');
  }

  #show(input: HTMLInputElement): void {
    const list = this.#list(input);
    if (!list) return;
    if (this.#open && this.#open !== input) this.#close();
    const all = matching(this.#asked.options(input), input.value);
    this.#open = input;
    this.#shown = all.slice(0, most);
    this.#active = -1;
    const rows = this.#shown.map(({ label }, index) =>
      h(
        'li',
        { role: 'option', id: `${list.id}-${index}`, 'data-index': index, 'aria-selected': 'false' },
        label,
      ),
    );
    const { words } = this.#asked;
    const rest = all.length - this.#shown.length;
    const more =
      rest > 0
        ? [h('li', { class: 'rest', role: 'presentation' }, say(words, 'options.more', { count: rest }))]
        : [];
    const none =
      all.length === 0 ? [h('li', { class: 'rest', role: 'presentation' }, say(words, 'options.none'))] : [];
    list.replaceChildren(...[...rows, ...more, ...none].map(toDom));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    input.removeAttribute('aria-activedescendant');
    this.#asked.tell(
      all.length === 0 ? say(words, 'options.none') : say(words, 'options', { count: all.length }),
    );
  }

  #close(): void {
    const input = this.#open;
    if (!input) return;
    const list = this.#list(input);
    if (list) list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    this.#open = null;
    this.#active = -1;
  }

  #move(step: number): void {
    const input = this.#open;
    const list = input && this.#list(input);
    if (!input || !list || this.#shown.length === 0) return;
    const count = this.#shown.length;
    this.#active = this.#active < 0 ? (step > 0 ? 0 : count - 1) : (this.#active + step + count) % count;
    list.querySelectorAll('[role="option"]').forEach((option, index) => {
      const isActive = index === this.#active;
      option.setAttribute('aria-selected', String(isActive));
      if (!isActive) return;
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    });
  }

  #take(input: HTMLInputElement, option: Option): void {
    input.value = option.label;
    this.#close();
    this.#asked.choose(input, option.id);
  }

  /** What was typed is kept; where it is the name of an option, that option is meant. */
  #leave(input: HTMLInputElement): void {
    if (this.#open === input) this.#close();
    const options = this.#asked.options(input);
    const value = chosen(options, input.value);
    const label = options.find(({ id }) => id === value)?.label;
    if (label !== undefined) input.value = label;
    this.#asked.choose(input, value);
  }

  #click({ target }: Event): void {
    if (isCombobox(target)) {
      if (this.#open !== target) this.#show(target);
      return;
    }
    const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
    const found = this.#shown[Number(option?.dataset['index'] ?? Number.NaN)];
    if (this.#open && found) this.#take(this.#open, found);
  }

  #key(event: KeyboardEvent): void {
    const { target, key } = event;
    if (!isCombobox(target)) return;
    const isOpen = this.#open === target;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) this.#show(target);
      this.#move(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Enter') {
      event.preventDefault();
      const option = this.#shown[this.#active];
      const [only, ...others] = this.#shown;
      if (isOpen && option) this.#take(target, option);
      else if (isOpen && only && others.length === 0) this.#take(target, only);
      else if (!isOpen) this.#show(target);
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (key === 'Home' || key === 'End') {
      target.removeAttribute('aria-activedescendant');
    }
  }
}

export function isCombobox(target: unknown): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.dataset['combo'] !== undefined;
}
