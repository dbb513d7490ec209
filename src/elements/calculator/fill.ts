import { elementId } from '../../calculators/render/form.ts';
import type { LiveCalculator } from './live.ts';
import { part } from './part.ts';
import { fillDown, putBack } from './rows.ts';

/** What a column held before it was filled, by table. */
const before = new Map<string, { readonly column: string; readonly values: readonly string[] }>();

/** Copies the first value of a column to all its rows, or takes that back; the page tells what was done. */
export function useFill(live: LiveCalculator, tool: 'fill' | 'unfill', name: string): void {
  const { state } = live;
  const rows = state.rows(name);
  const field = part(state.form, `[data-fill-of="${name}"]`, HTMLElement);
  const undo = part(field, '[data-tool="unfill"]', HTMLButtonElement);
  const last = before.get(name);
  const column = tool === 'fill' ? part(field, 'select', HTMLSelectElement).value : (last?.column ?? '');
  if (tool === 'fill') {
    before.set(name, { column, values: rows.map((row) => row[column] ?? '') });
    state.writeRows(name, fillDown(rows, column));
  } else if (last) {
    before.delete(name);
    state.writeRows(name, putBack(rows, column, last.values));
  }
  undo.disabled = !before.has(name);
  live.update('now');
  const told = tool === 'fill' ? 'status.filled' : 'status.unfilled';
  const values = { column: { key: `column.${name}.${column}.label` }, value: shownAt(live, name, column) };
  part(field, '[data-filled]', HTMLElement).textContent = live.say({ key: told, values });
  if (tool === 'unfill') part(field, '[data-tool="fill"]', HTMLButtonElement).focus();
}

/** The first cell of a column as it stands on the page: a number, or the words of a choice. */
function shownAt({ state, calculator }: LiveCalculator, name: string, column: string): string {
  const cell = document.getElementById(elementId(calculator, `${name}.0.${column}`));
  if (cell instanceof HTMLSelectElement) return cell.selectedOptions[0]?.text ?? '';
  return state.rows(name)[0]?.[column] || '–';
}
