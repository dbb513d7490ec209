import {
  defaultTexts,
  fromAddress,
  hasAddress,
  type RowTexts,
  type Texts,
  toAddress,
} from '../calculators/address.ts';
import type { Calculator, Computation } from '../calculators/define.ts';
import type { Problem } from '../calculators/fields.ts';
import { elementId, renderRows } from '../calculators/form.ts';
import { isCalculatorId, loadCalculator } from '../calculators/load.ts';
import { problemSaying } from '../calculators/messages.ts';
import { headlineText, renderResult } from '../calculators/render.ts';
import { type Saying, sayHtml, sayText, type Words } from '../calculators/say.ts';

// Makes the form of any calculator live. Form, first result and every word are in the page already.

/** Milliseconds without a keystroke after which a result is announced, or problems are shown. */
const pause = 700;

async function enliven(host: HTMLElement): Promise<void> {
  // a cast: Calculator.astro wrote it with the same type
  const page = JSON.parse(part(host, 'script[type="application/json"]', HTMLScriptElement).text) as {
    id: string;
    words: Words;
  };
  if (!isCalculatorId(page.id)) throw new Error(`there is no calculator "${page.id}"`);
  const calculator = await loadCalculator(page.id);
  new LiveForm(host, calculator, page.words).start();
}

class LiveForm {
  readonly #host: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #summary: HTMLElement;
  readonly #calculator: Calculator;
  readonly #words: Words;
  #timer = 0;

  constructor(host: HTMLElement, calculator: Calculator, words: Words) {
    this.#host = host;
    this.#form = part(host, 'form', HTMLFormElement);
    this.#summary = part(host, '.error-summary', HTMLElement);
    this.#calculator = calculator;
    this.#words = words;
  }

  start(): void {
    this.#form.addEventListener('input', () => this.#update('after a pause'));
    this.#form.addEventListener('change', () => this.#update('now'));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#update('now').ok) this.#summary.focus();
    });
    this.#form.addEventListener('reset', (event) => {
      event.preventDefault(); // it would not bring back removed rows
      this.#write(defaultTexts(this.#calculator.fields));
      this.#update('now');
    });
    this.#host.addEventListener('click', (event) => this.#click(event));
    for (const button of this.#host.querySelectorAll('button')) button.hidden = false;
    part(this.#host, '[data-without-script]', HTMLElement).hidden = true;
    const address = new URLSearchParams(location.search);
    if (hasAddress(this.#calculator, address)) this.#write(fromAddress(this.#calculator, address));
    this.#limitRows();
    // Someone may have typed before this script arrived.
    const first = this.#compute();
    if (!first.ok || toAddress(this.#calculator, first.inputs).size > 0) this.#update('now');
  }

  /** Shows a good result and keeps it in the address at once; announcement and problems wait for a pause. */
  #update(settle: 'now' | 'after a pause'): Computation {
    const computation = this.#compute();
    if (computation.ok) {
      const result = part(this.#host, '[data-result]', HTMLElement);
      result.innerHTML = renderResult(this.#calculator, this.#words, computation); // it escapes everything
      this.#clearProblems();
      this.#writeAddress(toAddress(this.#calculator, computation.inputs));
    }
    clearTimeout(this.#timer);
    if (settle === 'now') this.#settle(computation);
    else this.#timer = window.setTimeout(() => this.#settle(computation), pause);
    return computation;
  }

  #settle(computation: Computation): void {
    this.#tell('[data-copied]', '');
    if (computation.ok) {
      this.#tell('[data-announce]', headlineText(this.#calculator, this.#words, computation.result));
      return;
    }
    this.#clearProblems();
    this.#showProblems(computation.problems);
    this.#tell(
      '[data-announce]',
      this.#say({ key: 'status.problems', values: { number: computation.problems.length } }),
    );
  }

  #compute(): Computation {
    return this.#calculator.compute(this.#read());
  }

  #read(): Texts {
    const entries = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]);
    return fromAddress(this.#calculator, new URLSearchParams(entries));
  }

  #write(texts: Texts): void {
    for (const [name, text] of Object.entries(texts)) {
      if (typeof text !== 'string') this.#writeRows(name, text);
      else {
        const field = this.#form.elements.namedItem(name);
        if (field !== null && 'value' in field) field.value = text;
      }
    }
  }

  #writeRows(name: string, rows: readonly RowTexts[]): void {
    const body = part(this.#form, `#${elementId(this.#calculator, name)} tbody`, HTMLElement);
    body.innerHTML = renderRows(this.#calculator, this.#words, name, rows); // it escapes everything
    for (const button of body.querySelectorAll('button')) button.hidden = false;
    this.#limitRows();
  }

  #rows(name: string): readonly RowTexts[] {
    const rows = this.#read()[name];
    return typeof rows === 'object' ? rows : [];
  }

  /** Rows can be added and removed only within what the calculator takes. */
  #limitRows(): void {
    for (const [name, field] of Object.entries(this.#calculator.fields)) {
      if (field.kind !== 'table') continue;
      const { length } = this.#rows(name);
      for (const button of this.#form.querySelectorAll('button')) {
        const { add, remove } = button.dataset;
        if (add === name) button.disabled = length >= field.maxRows;
        if (remove?.startsWith(`${name}.`)) button.disabled = length <= field.minRows;
      }
    }
  }

  #click(event: Event): void {
    const target = event.target instanceof Element ? event.target.closest('button, a') : null;
    if (target instanceof HTMLAnchorElement && this.#summary.contains(target)) {
      event.preventDefault(); // a fragment in the address would move the page but not the focus
      document.getElementById(target.hash.slice(1))?.focus();
    }
    if (!(target instanceof HTMLButtonElement)) return;
    const { add, remove, copy } = target.dataset;
    if (add !== undefined) this.#addRow(add);
    if (remove !== undefined) this.#removeRow(remove);
    if (copy !== undefined) void this.#copyLink();
  }

  #addRow(name: string): void {
    const rows = this.#rows(name);
    this.#writeRows(name, [...rows, {}]);
    part(
      this.#form,
      `#${elementId(this.#calculator, name)} tbody tr:last-child input`,
      HTMLInputElement,
    ).focus();
    this.#update('now');
  }

  #removeRow(path: string): void {
    const [name = '', index = ''] = path.split('.');
    const rows = this.#rows(name).filter((_, row) => row !== Number(index));
    this.#writeRows(name, rows);
    const next = `[data-remove="${name}.${Math.min(Number(index), rows.length - 1)}"]:enabled`;
    this.#host.querySelector<HTMLElement>(`${next}, [data-add="${name}"]`)?.focus();
    this.#update('now');
  }

  async #copyLink(): Promise<void> {
    this.#update('now');
    let told = 'status.copied';
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      told = 'status.not-copied'; // not allowed, or not over https
    }
    this.#tell('[data-copied]', this.#say(told));
  }

  /** Keeps what else the address says. */
  #writeAddress(own: URLSearchParams): void {
    const params = new URLSearchParams(location.search);
    for (const key of [...params.keys()]) {
      if (Object.hasOwn(this.#calculator.fields, key.split('.')[0] ?? '')) params.delete(key);
    }
    for (const [key, value] of own) params.append(key, value);
    const search = params.size > 0 ? `?${params}` : '';
    try {
      history.replaceState(history.state, '', location.pathname + search + location.hash);
    } catch {
      // Some browsers allow a hundred changes in half a minute; a later one will be written.
    }
  }

  #showProblems(problems: readonly Problem[]): void {
    const items = problems.map((problem) => {
      const id = elementId(this.#calculator, problem.path);
      const saying = problemSaying(this.#calculator, this.#words, problem);
      const html = sayHtml(this.#words, saying); // it escapes everything
      const message = document.getElementById(`${id}-error`);
      if (message?.hidden) {
        message.innerHTML = html;
        message.hidden = false;
      }
      document.getElementById(id)?.setAttribute('aria-invalid', 'true');
      return `<li><a href="#${id}">${html}</a></li>`;
    });
    part(this.#summary, 'ul', HTMLElement).innerHTML = items.join('');
    this.#showStale(true);
  }

  #clearProblems(): void {
    for (const input of this.#form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    for (const message of this.#form.querySelectorAll<HTMLElement>('.field-error')) {
      message.hidden = true;
      message.textContent = '';
    }
    this.#showStale(false);
  }

  #showStale(stale: boolean): void {
    this.#summary.hidden = !stale;
    part(this.#host, '[data-stale]', HTMLElement).hidden = !stale;
  }

  #say(what: Saying | string): string {
    return sayText(this.#words, what).text;
  }

  #tell(place: string, text: string): void {
    part(this.#host, place, HTMLElement).textContent = text;
  }
}

/** A part of the page that Calculator.astro always writes. */
function part<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`the calculator has no ${selector}`);
  return found;
}

// Last, for it starts at once on the elements that the page has already.
customElements.define(
  'portal-calculator',
  class extends HTMLElement {
    #live = false;

    connectedCallback(): void {
      if (this.#live) return;
      this.#live = true;
      void enliven(this);
    }
  },
);
