import { estimateOf, type Success } from '../define.ts';
import type { Driver } from '../drivers.ts';
import { headlineOf } from '../headline.ts';
import { inputName } from '../messages.ts';
import { sayText } from '../say.ts';
import { chosenUnit, outputValue } from '../unit-choice.ts';
import type { ViewModel } from '../view.ts';
import type { Page } from './page.ts';

/** More bars than these say nothing more. */
const mostDrivers = 8;

/** What drives the headline, as a view: each input moved alone, the largest effect first. Its id is `drivers`. */
export function driversView(
  page: Page,
  { inputs, result }: Success,
  drivers: readonly Driver[],
): ViewModel | null {
  const { calculator, words, units } = page;
  const [name, output] = headlineOf(calculator, inputs);
  const { value } = estimateOf(result, name);
  if (value === null || drivers.length === 0) return null;
  const { code, symbol } = chosenUnit(output, units[`=${name}`]);
  const to = (one: number) => outputValue(output, { ...output, unit: code }, one);
  const rows = drivers.slice(0, mostDrivers).map((driver) => {
    const key = driver.stated
      ? 'drivers.stated'
      : driver.unit === '%'
        ? 'drivers.trial'
        : 'drivers.trial-degrees';
    const values = { name: nameOf(page, driver.path), step: driver.step };
    const ends = [to(driver.low), to(driver.high)] as const;
    return {
      name: { text: sayText(words, { key, values }).text },
      value: to(value),
      interval: [Math.min(...ends), Math.max(...ends)] as const,
    };
  });
  const axis = { name: { key: `output.${name}.label` }, symbol, fromZero: false };
  return { kind: 'intervals', prints: 'ends', x: axis, reference: to(value), rows, digits: output.digits };
}

/** The name of a field, or of a column: `Bulk density`. */
function nameOf({ calculator, words }: Page, path: string): string {
  const [table, column] = path.split('.');
  if (column !== undefined) return sayText(words, `column.${table}.${column}.label`).text;
  const name = inputName(calculator, words, path);
  return typeof name === 'object' && 'key' in name ? sayText(words, name).text : String(name);
}
