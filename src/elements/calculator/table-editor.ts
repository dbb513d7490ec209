import { elementId } from '../../calculators/render/form.ts';
import type { FormState } from './form-state.ts';
import { isBlock, moveRow, pasteRows } from './rows.ts';

/** Adds, removes, moves and pastes rows of the tables of a form, and puts the focus where work goes on. */
export class TableEditor {
  readonly #state: FormState;
  readonly #changed: () => void;

  constructor(state: FormState, changed: () => void) {
    this.#state = state;
    this.#changed = changed;
    state.form.addEventListener('paste', (event) => this.#paste(event));
  }

  /** Does what a button of a row or table is for. */
  press({ dataset }: HTMLButtonElement): void {
    const { add, remove, up, down } = dataset;
    if (add !== undefined) this.#add(add);
    if (remove !== undefined) this.#remove(remove);
    if (up !== undefined) this.#move(up, -1);
    if (down !== undefined) this.#move(down, 1);
  }

  #paste(event: ClipboardEvent): void {
    const { target } = event;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!(target instanceof HTMLInputElement) || !isBlock(text)) return;
    const [name = '', row, column] = target.name.split('.');
    const field = this.#state.fields[name];
    if (field?.kind !== 'table' || row === undefined || column === undefined) return;
    event.preventDefault();
    const { id } = target;
    const place = { row: Number(row), column };
    this.#state.writeRows(name, pasteRows(field, this.#state.rows(name), place, text));
    document.getElementById(id)?.focus();
    this.#changed();
  }

  #add(name: string): void {
    this.#state.writeRows(name, [...this.#state.rows(name), {}]);
    const last = `#${elementId(this.#state.calculator, name)} tbody tr:last-child`;
    this.#find(`${last} :is(input, select)`)?.focus();
    this.#changed();
  }

  #remove(path: string): void {
    const [name = '', index = ''] = path.split('.');
    const rows = this.#state.rows(name).filter((_, row) => row !== Number(index));
    this.#state.writeRows(name, rows);
    const next = `[data-remove="${name}.${Math.min(Number(index), rows.length - 1)}"]:enabled`;
    this.#find(`${next}, [data-add="${name}"]`)?.focus();
    this.#changed();
  }

  #move(path: string, step: 1 | -1): void {
    const [name = '', index = ''] = path.split('.');
    this.#state.writeRows(name, moveRow(this.#state.rows(name), Number(index), step));
    const place = `${name}.${Number(index) + step}`;
    const same = step < 0 ? `[data-up="${place}"]:enabled` : `[data-down="${place}"]:enabled`;
    const other = step < 0 ? `[data-down="${place}"]` : `[data-up="${place}"]`;
    (this.#find(same) ?? this.#find(other))?.focus();
    this.#changed();
  }

  #find(selector: string): HTMLElement | null {
    return this.#state.form.querySelector<HTMLElement>(selector);
  }
}
