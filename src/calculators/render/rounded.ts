import type { FigureOutput } from '../output.ts';
import { noNumber, type Rounded } from '../say.ts';

/** A number as it is shown, or the mark for none. */
export function rounded(value: number | null, { digits, signed, least }: FigureOutput): Rounded | string {
  return value === null ? noNumber : { number: value, digits, signed, least };
}
