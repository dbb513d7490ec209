import { type RangeFault, rangeFaults } from '../range-fault.ts';
import { rothcBounds } from './domain.ts';
import { largestDeficit, type RothcMonth, type RothcSoil, type RothcState } from './month.ts';

/** Why a run cannot be computed; the value of the two codes about a list is its length. */
export interface RothcFault extends Omit<RangeFault, 'code'> {
  readonly code: RangeFault['code'] | 'not-twelve-months' | 'too-many-months';
}

const { soil, month, state } = rothcBounds;

/** The longest run, in months: 10,000 years. */
export const mostMonths = 120_000;

/** A year that carries more carbon than this, t C ha-1, is worth a second look. */
export const largeYearlyInput = 30;

/** Everything that forbids a run: numbers outside their range, and a spin-up year that has not 12 months. */
export function rothcFaults(run: {
  readonly soil: RothcSoil;
  /** The year that a spin-up repeats; null where the run begins from a given state. */
  readonly year: readonly RothcMonth[] | null;
  readonly months: readonly RothcMonth[];
  readonly state?: RothcState;
}): readonly RothcFault[] {
  const faults: RothcFault[] = rangeFaults<keyof typeof soil>(run.soil, soil);
  if (run.year !== null && run.year.length !== 12) {
    faults.push({ code: 'not-twelve-months', argument: 'year', value: run.year.length, min: 12, max: 12 });
  }
  if (run.months.length > mostMonths) {
    const value = run.months.length;
    faults.push({ code: 'too-many-months', argument: 'months', value, min: 0, max: mostMonths });
  }
  for (const [name, list] of [['year', run.year ?? []] as const, ['months', run.months] as const]) {
    for (const [index, one] of list.entries()) {
      faults.push(...rangeFaults<keyof typeof month>(one, month, `${name}.${index}.`));
    }
  }
  if (run.state !== undefined) {
    // A soil that begins drier than it can get would give a moisture modifier below 0.2, or even below 0.
    const largest = largestDeficit(run.soil);
    const bounds = { ...state, deficit: largest < 0 ? ([largest, 0] as const) : state.deficit };
    faults.push(...rangeFaults<keyof typeof state>(run.state, bounds, 'state.'));
  }
  return faults;
}
