import { defaultTexts, fromAddress, hasAddress, toAddress } from '../../calculators/address.ts';
import type { Computation, Definition, Success } from '../../calculators/define.ts';
import type { Driver } from '../../calculators/drivers.ts';
import { readInputs } from '../../calculators/fields.ts';
import type { Page } from '../../calculators/render/page.ts';
import { headlineText, renderResult } from '../../calculators/render/result.ts';
import { type Saying, sayText, type Words } from '../../calculators/say.ts';
import { readUnits, writeUnits } from '../../calculators/unit-choice.ts';
import { FormState } from './form-state.ts';
import { part } from './part.ts';
import { ProblemList } from './problems.ts';
import type { Runner } from './runner.ts';
import { TableEditor } from './table-editor.ts';
import type { VarianceAnswer } from './worker.ts';

/** Milliseconds without a keystroke after which drawings are drawn, and results announced or problems shown. */
const pause = 700;

/** A calculator's page while somebody works with it. */
export class LiveCalculator {
  readonly host: HTMLElement;
  readonly calculator: Definition;
  readonly words: Words;
  readonly state: FormState;
  readonly #problems: ProblemList;
  readonly #tables: TableEditor;
  readonly #runner: Runner;
  #timer = 0;
  /** The last good result, and what was in the form then. */
  last: Success | null = null;

  constructor(host: HTMLElement, calculator: Definition, words: Words, runner: Runner) {
    this.host = host;
    this.calculator = calculator;
    this.words = words;
    this.state = new FormState(part(host, 'form', HTMLFormElement), calculator, words);
    this.#problems = new ProblemList(this.state.form, words);
    this.#tables = new TableEditor(this.state, () => this.update('now'));
    this.#runner = runner;
  }

  get page(): Page {
    const { clientWidth } = part(this.host, '[data-views]', HTMLElement);
    return {
      calculator: this.calculator,
      words: this.words,
      units: this.state.units,
      width: Math.max(280, Math.min(760, clientWidth)),
    };
  }

  start(): Promise<void> {
    const { form } = this.state;
    form.addEventListener('input', () => this.update('after a pause'));
    form.addEventListener('change', (event) => this.#change(event));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.update('now', true);
    });
    form.addEventListener('reset', (event) => {
      event.preventDefault(); // it would not bring back removed rows
      this.state.units = {};
      this.state.write(defaultTexts(this.calculator.fields));
      this.state.writeUnits();
      this.update('now');
    });
    this.host.addEventListener('change', (event) => {
      const { target } = event;
      if (target instanceof HTMLSelectElement && target.dataset['unit'] !== undefined)
        this.#chooseUnit(target.dataset['unit'], target.value);
    });
    this.host.addEventListener('click', (event) => this.#click(event));
    const address = new URLSearchParams(location.search);
    if (hasAddress(this.calculator, address)) this.state.write(fromAddress(this.calculator, address));
    const units = readUnits(address.get('units'));
    const own = Object.keys(units).length > 0 ? readInputs(this.calculator.fields, this.state.read()) : null;
    if (own?.ok) {
      this.state.units = units;
      this.state.writeInputs(own.inputs);
    }
    this.state.writeUnits();
    this.state.limitRows();
    return this.#begin(own !== null);
  }

  /** Someone may have typed before this script arrived, or followed a link with inputs. */
  async #begin(changed: boolean): Promise<void> {
    if (this.calculator.slow) {
      const chosen = await this.state.takeFiles();
      if (chosen || changed || this.state.isChanged()) this.update('now');
      return;
    }
    const first = this.#runner.now(this.state.read(), this.state.units);
    if (first.ok) this.last = first;
    if (!first.ok || changed || toAddress(this.calculator, first.inputs).size > 0) this.update('now');
  }

  /** A file that nobody chose is the worked example. */
  async #fetchExamples(): Promise<void> {
    for (const place of this.host.querySelectorAll<HTMLElement>('[data-example]')) {
      const { example = '', field = '' } = place.dataset;
      if (this.state.hasFile(field)) continue;
      const answer = await fetch(example).catch(() => null);
      if (answer?.ok) this.state.setFile(field, await answer.text());
    }
  }

  /** Shows a good result and keeps it in the address at once; drawings, announcement and problems wait for a pause. */
  update(settle: 'now' | 'after a pause', asked = false): void {
    clearTimeout(this.#timer);
    this.tell('[data-told], [data-filled]', ''); // what was told is of the inputs before
    const run = () => (this.calculator.slow ? void this.#runBeside(asked) : this.#runNow(settle, asked));
    if (this.calculator.slow && settle === 'after a pause') this.#timer = window.setTimeout(run, pause);
    else run();
  }

  #runNow(settle: 'now' | 'after a pause', asked: boolean): void {
    const computation = this.#runner.now(this.state.read(), this.state.units);
    if (computation.ok) this.#showResult(computation);
    const end = () => {
      this.#settle(computation, asked);
      if (computation.ok) this.#showMore(computation, () => this.#runner.drivers(computation));
    };
    if (settle === 'now') end();
    else this.#timer = window.setTimeout(end, pause);
  }

  async #runBeside(asked: boolean): Promise<void> {
    const running = part(this.host, '[data-running]', HTMLElement);
    running.hidden = false;
    try {
      await this.#fetchExamples();
      const answer = await this.#runner.beside(this.state.read(), this.state.units);
      if (answer === null) return;
      if (answer.computation.ok) this.#showResult(answer.computation);
      this.#settle(answer.computation, asked);
      if (answer.computation.ok) this.#showMore(answer.computation, () => answer.drivers);
      running.hidden = true;
    } catch {
      running.hidden = true;
      this.tell('[data-announce]', this.say('status.failed'));
    }
  }

  /** The result on the page; what takes long is computed when somebody first asks for it. */
  async result(): Promise<Success | null> {
    if (this.last === null && this.calculator.slow) await this.#runBeside(false);
    return this.last;
  }

  /** Shares of the variance of a result; the page shows that it computes, and it can be stopped. */
  async variance(success: Success): Promise<VarianceAnswer | null> {
    const running = part(this.host, '[data-running]', HTMLElement);
    running.hidden = false;
    try {
      return await this.#runner.variance(success);
    } finally {
      running.hidden = true;
    }
  }

  #showResult(success: Success): void {
    this.last = success;
    const place = part(this.host, '[data-result]', HTMLElement);
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset['unit'] : undefined;
    place.innerHTML = renderResult(this.page, success); // it escapes everything
    if (focused !== undefined)
      place.querySelector<HTMLElement>(`[data-unit="${CSS.escape(focused)}"]`)?.focus();
    this.tell('[data-headline]', headlineText(this.page, success));
    this.#problems.clear();
    this.#showStale(false);
    this.#writeAddress(toAddress(this.calculator, success.inputs));
    for (const place of this.host.querySelectorAll('[data-variance], [data-variance-told]'))
      place.innerHTML = ''; // of the inputs before
  }

  /** Drawings, tables, drivers and working: the larger part of the page, drawn when the reader pauses. */
  #showMore(success: Success, drivers: () => readonly Driver[]): void {
    void Promise.all([import('./more.ts'), this.calculator.display()]).then(([{ showMore }, display]) => {
      if (this.last === success) showMore(this, display, success, drivers());
    });
    this.host.dispatchEvent(new CustomEvent('calculated'));
  }

  #settle(computation: Computation, asked: boolean): void {
    if (computation.ok) {
      this.tell('[data-announce]', headlineText(this.page, computation));
      return;
    }
    this.#problems.show({ ...this.calculator, fields: this.state.fields }, computation.problems);
    this.#showStale(true);
    const values = { number: computation.problems.length };
    this.tell('[data-announce]', this.say({ key: 'status.problems', values }));
    if (asked) this.#problems.focus();
  }

  #change(event: Event): void {
    const { target } = event;
    if (target instanceof HTMLSelectElement && target.name === '') return; // of a unit, or of a tool
    if (target instanceof HTMLInputElement && target.type === 'file') {
      const [file] = target.files ?? [];
      const name = target.dataset['file'] ?? '';
      if (file)
        void file.text().then((text) => {
          this.state.setFile(name, text);
          this.update('now');
        });
      return;
    }
    this.update('now');
  }

  #chooseUnit(place: string, code: string): void {
    if (place.startsWith('=')) {
      this.state.units = { ...this.state.units, [place]: code };
    } else {
      this.state.chooseUnit(place, code);
      this.state.form.querySelector<HTMLElement>(`[data-unit="${CSS.escape(place)}"]`)?.focus();
    }
    this.update('now');
  }

  #click(event: Event): void {
    // The same file again is a change too: it may have been mended since.
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') event.target.value = '';
    const target = event.target instanceof Element ? event.target.closest('button, a') : null;
    this.#problems.follow(target, event);
    if (!(target instanceof HTMLButtonElement)) return;
    const { stop, tool } = target.dataset;
    this.#tables.press(target);
    if (stop !== undefined) this.#stop();
    if (tool !== undefined) void import('./tools.ts').then(({ useTool }) => useTool(this, tool, target));
  }

  #stop(): void {
    this.#runner.stop();
    part(this.host, '[data-running]', HTMLElement).hidden = true;
    this.tell('[data-announce]', this.say('status.stopped'));
  }

  /** Keeps what else the address says. */
  #writeAddress(own: URLSearchParams): void {
    const params = new URLSearchParams(location.search);
    for (const key of [...params.keys()]) {
      if (Object.hasOwn(this.calculator.fields, key.split('.')[0] ?? '')) params.delete(key);
    }
    for (const [key, value] of own) params.append(key, value);
    const units = writeUnits(this.state.units);
    if (units === '') params.delete('units');
    else params.set('units', units);
    const search = params.size > 0 ? `?${params}` : '';
    try {
      history.replaceState(history.state, '', location.pathname + search + location.hash);
    } catch {
      // Some browsers allow a hundred changes in half a minute; a later one will be written.
    }
  }

  #showStale(stale: boolean): void {
    part(this.host, '[data-stale]', HTMLElement).hidden = !stale;
  }

  say(what: Saying | string): string {
    return sayText(this.words, what).text;
  }

  tell(place: string, text: string): void {
    for (const one of this.host.querySelectorAll(place)) one.textContent = text;
  }
}
