import type { Face } from '../../calculators/define.ts';
import type { Problem } from '../../calculators/fields.ts';
import { problemSaying } from '../../calculators/messages.ts';
import { elementId } from '../../calculators/render/form.ts';
import { sayHtml, type Words } from '../../calculators/say.ts';
import { part } from './part.ts';

/** Messages about inputs: each at its field, and all of them in a list above the form. */
export class ProblemList {
  readonly #form: HTMLFormElement;
  readonly #words: Words;
  readonly #summary: HTMLElement;

  constructor(form: HTMLFormElement, words: Words) {
    this.#form = form;
    this.#words = words;
    this.#summary = part(form, '.error-summary', HTMLElement);
  }

  /** The calculator has its fields in the units chosen. */
  show(calculator: Face, problems: readonly Problem[]): void {
    this.clear();
    const items = problems.map((problem) => {
      const id = elementId(calculator, problem.path);
      const html = sayHtml(this.#words, problemSaying(calculator, this.#words, problem)); // it escapes everything
      const message = document.getElementById(`${id}-error`);
      if (message?.hidden) {
        message.innerHTML = html;
        message.hidden = false;
      }
      const input = document.getElementById(id);
      input?.setAttribute('aria-invalid', 'true');
      if (input) unfold(input);
      return `<li><a href="#${id}">${html}</a></li>`;
    });
    part(this.#summary, 'ul', HTMLElement).innerHTML = items.join('');
    this.#summary.hidden = false;
  }

  clear(): void {
    for (const input of this.#form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    for (const message of this.#form.querySelectorAll<HTMLElement>('.field-error')) {
      message.hidden = true;
      message.textContent = '';
    }
    this.#summary.hidden = true;
  }

  focus(): void {
    this.#summary.focus();
  }

  /** Whether an element is a link of the list; the input it leads to gets the focus. */
  follow(link: Element | null, event: Event): void {
    if (!(link instanceof HTMLAnchorElement) || !this.#summary.contains(link)) return;
    event.preventDefault(); // a fragment in the address would move the page but not the focus
    document.getElementById(link.hash.slice(1))?.focus();
  }
}

/** What is wrong is never folded away: neither under "more" nor among "more columns". */
function unfold(input: HTMLElement): void {
  input.closest('details')?.setAttribute('open', '');
  if (input.closest('.more-column'))
    input.closest('.field')?.querySelector('.more-columns')?.setAttribute('open', '');
}
