import type { Path } from './field.ts';
import type { FormData } from './form-data.ts';
import { isEmpty, type Values, valueAt } from './values.ts';

/** Substances of which a mass is carbon, and needs its record. */
const carbonSubstances: ReadonlySet<unknown> = new Set(['C', 'CO2', 'CO2e']);

/** Fields that are asked only where another answer calls for them; what somebody filled is never hidden. */
export function isShown(path: Path, values: Values, indicators: FormData['indicators']): boolean {
  if (!isEmpty(valueAt(values, path))) return true;
  const beside = (key: string) => valueAt(values, [...path.slice(0, -1), key]);
  const [list] = path;
  const key = path.at(-1);
  if (list === 'outcomes' && path.length === 3) {
    if (key === 'carbon') return carbonSubstances.has(beside('substance'));
    if (key === 'substance') {
      const indicator = indicators[String(beside('indicator') ?? '')];
      return indicator === undefined || indicator.substances.length > 0;
    }
  }
  if (list === 'outcomes' && key === 'gwp')
    return valueAt(values, [...path.slice(0, 2), 'substance']) === 'CO2e';
  if (list === 'form' && key === 'choices') return beside('type') === 'select';
  return true;
}
