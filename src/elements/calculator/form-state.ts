import { defaultTexts, fromAddress, type RowTexts, type Texts, textsOf } from '../../calculators/address.ts';
import type { Face } from '../../calculators/define.ts';
import { type Field, type Fields, type Inputs, readInputs } from '../../calculators/fields.ts';
import { allowedSaying, elementId, renderRows, usesMoreColumns } from '../../calculators/render/form.ts';
import { unitHtml } from '../../calculators/render/result.ts';
import { sayHtml, type Words } from '../../calculators/say.ts';
import { type ChosenUnits, convertInputs, fieldsIn } from '../../calculators/unit-choice.ts';
import { part } from './part.ts';

/** What stands in the form of a calculator: it reads and writes the controls, and nothing else of the page. */
export class FormState {
  readonly form: HTMLFormElement;
  readonly calculator: Face;
  readonly #words: Words;
  /** Files that were chosen, by field. */
  readonly #files = new Map<string, string>();
  units: ChosenUnits = {};

  constructor(form: HTMLFormElement, calculator: Face, words: Words) {
    this.form = form;
    this.calculator = calculator;
    this.#words = words;
  }

  /** The fields in the units chosen. */
  get fields(): Fields {
    return fieldsIn(this.calculator.fields, this.units);
  }

  read(): Texts {
    const entries = [...new FormData(this.form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    return {
      ...fromAddress({ fields: this.fields }, new URLSearchParams(entries)),
      ...Object.fromEntries(this.#files),
    };
  }

  /** Puts inputs of the calculator's own units into the form, in the units chosen. */
  writeInputs(inputs: Inputs): void {
    const { fields } = this.calculator;
    this.write(textsOf(fields, convertInputs(fields, inputs, this.units, 'to chosen')));
  }

  write(texts: Texts): void {
    for (const [name, text] of Object.entries(texts)) {
      if (typeof text !== 'string') this.writeRows(name, text);
      else if (this.calculator.fields[name]?.kind === 'csv') this.setFile(name, text);
      else {
        const control = this.form.elements.namedItem(name);
        if (control !== null && 'value' in control) control.value = text;
      }
    }
  }

  rows(name: string): readonly RowTexts[] {
    const rows = this.read()[name];
    return typeof rows === 'object' ? rows : [];
  }

  writeRows(name: string, rows: readonly RowTexts[]): void {
    const calculator = { ...this.calculator, fields: this.fields };
    const body = part(this.form, `#${elementId(calculator, name)} tbody`, HTMLElement);
    body.innerHTML = renderRows(calculator, this.#words, name, rows); // it escapes everything
    for (const button of body.querySelectorAll('button')) button.hidden = false;
    const field = calculator.fields[name];
    if (field?.kind === 'table' && usesMoreColumns(field, rows))
      body.closest('.field')?.querySelector('.more-columns')?.setAttribute('open', '');
    this.limitRows();
  }

  /** Rows can be added, moved and removed only within what the calculator takes. */
  limitRows(): void {
    for (const [name, field] of Object.entries(this.calculator.fields)) {
      if (field.kind !== 'table') continue;
      const { length } = this.rows(name);
      for (const button of this.form.querySelectorAll('button')) {
        const { add, remove, up, down } = button.dataset;
        const at = (path: string | undefined) => path?.startsWith(`${name}.`) === true;
        const row = Number((up ?? down)?.split('.')[1]);
        if (add === name) button.disabled = length >= field.maxRows;
        if (at(remove)) button.disabled = length <= field.minRows;
        if (at(up)) button.disabled = row === 0;
        if (at(down)) button.disabled = row === length - 1;
        if (button.dataset['tool'] === 'fill' && button.dataset['table'] === name)
          button.disabled = length < 2;
      }
    }
  }

  /** A file in place of the one before; without text, none is chosen. */
  setFile(name: string, text: string): void {
    if (text !== '') {
      this.#files.set(name, text);
      return;
    }
    this.#files.delete(name);
    const chosen = this.form.querySelector<HTMLInputElement>(`[data-file="${name}"]`);
    if (chosen) chosen.value = '';
  }

  /** Takes the files that were chosen before a script answered; whether there were any. */
  async takeFiles(): Promise<boolean> {
    const chosen = [...this.form.querySelectorAll<HTMLInputElement>('[data-file]')].flatMap((input) =>
      [...(input.files ?? [])].map((file) => ({ file, name: input.dataset['file'] ?? '' })),
    );
    for (const { file, name } of chosen) this.setFile(name, await file.text());
    return chosen.length > 0;
  }

  /** Whether something else stands in the form than the worked example; files are not looked at. */
  isChanged(): boolean {
    const { fields } = this.calculator;
    const now = this.read();
    return Object.entries(defaultTexts(fields)).some(
      ([name, text]) => fields[name]?.kind !== 'csv' && JSON.stringify(now[name]) !== JSON.stringify(text),
    );
  }

  hasFile(name: string): boolean {
    return this.#files.has(name);
  }

  /** Another unit for a place: what stands there is the same quantity in it, where it can be read. */
  chooseUnit(place: string, code: string): void {
    const { fields } = this.calculator;
    const reading = readInputs(this.fields, this.read());
    const own = reading.ok ? convertInputs(fields, reading.inputs, this.units, 'to own') : null;
    this.units = { ...this.units, [place]: code };
    if (own !== null) this.writeInputs(own);
    this.writeUnits();
  }

  /** Units beside the inputs, as choices, and what is allowed in them. */
  writeUnits(): void {
    const page = { calculator: this.calculator, words: this.#words, units: this.units, width: 0 };
    const shown = this.fields;
    for (const place of this.form.querySelectorAll<HTMLElement>('[data-unit-of]')) {
      const path = place.dataset['unitOf'] ?? '';
      const own = singleAt(this.calculator.fields, path);
      const label = path.includes('.') ? `column.${path}.label` : `field.${path}.label`;
      if (own?.kind === 'quantity') place.innerHTML = unitHtml(page, path, own, label); // it escapes everything
      const field = singleAt(shown, path);
      const hint = document.getElementById(elementId(this.calculator, path, 'hint'));
      const allowed = hint?.querySelector('.allowed');
      if (field?.kind === 'quantity' && allowed)
        allowed.innerHTML = sayHtml(this.#words, allowedSaying(field)); // it escapes everything
    }
  }
}

/** The field of one value, or column, at a place without row. */
function singleAt(fields: Fields, path: string): Exclude<Field, { kind: 'table' }> | undefined {
  const [name = '', column] = path.split('.');
  const field = fields[name];
  if (field?.kind !== 'table') return column === undefined ? field : undefined;
  return column === undefined ? undefined : field.columns[column];
}
