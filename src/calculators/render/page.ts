import type { Face } from '../define.ts';
import type { Outputs } from '../output.ts';
import type { Words } from '../say.ts';
import { type ChosenUnits, outputsIn } from '../unit-choice.ts';

/** What every part of a calculator's page is written from. */
export interface Page {
  readonly calculator: Face;
  readonly words: Words;
  /** Units the reader chose; none while the page is built. */
  readonly units: ChosenUnits;
  /** Width of drawings in CSS pixels; in the build they are drawn twice, wide and narrow. */
  readonly width: number | null;
}

/** The outputs in the units chosen. */
export function shownOutputs({ calculator, units }: Page): Outputs {
  return outputsIn(calculator.outputs, units);
}
