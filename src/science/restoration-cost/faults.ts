import { type Bounds, type RangeFault, rangeFaults } from '../range-fault.ts';

/** Why a project cannot be appraised; the value of the two codes about length is a number of years. */
export interface CostFault extends Omit<RangeFault, 'code'> {
  readonly code: RangeFault['code'] | 'no-years' | 'too-many-years' | 'unlike-lengths' | 'out-of-order';
}

const money = 1e12;

/** Valid ranges: money in any currency, carbon in t CO2e, the rate and shares as fractions. */
export const costBounds = {
  rate: [-0.5, 1],
  money: [0, money],
  flow: [-money, money],
  carbon: [-1e9, 1e9],
  share: [0, 1],
  multiplier: [0, 10],
} as const satisfies Record<string, Bounds>;

/** Years 0 to 100. */
export const mostYears = 101;

/** Everything that forbids an appraisal. */
export function flowFaults(project: {
  readonly flow: readonly number[];
  readonly carbon: readonly number[];
  readonly rate: number;
}): readonly CostFault[] {
  const { flow, carbon, rate } = project;
  return [
    ...rangeFaults({ rate }, { rate: costBounds.rate }),
    ...lengthFaults({ flow, carbon }),
    ...seriesFaults(flow, costBounds.flow, 'flow'),
    ...seriesFaults(carbon, costBounds.carbon, 'carbon'),
  ];
}

/** No years, too many, or series that have not as many years as the first. */
export function lengthFaults(series: Readonly<Record<string, readonly number[]>>): CostFault[] {
  const [[first, { length }] = ['', []], ...others] = Object.entries(series);
  const place = { argument: first, value: length, min: 1, max: mostYears };
  if (length === 0) return [{ code: 'no-years', ...place }];
  if (length > mostYears) return [{ code: 'too-many-years', ...place }];
  return others.flatMap(([argument, { length: value }]) =>
    value === length ? [] : [{ code: 'unlike-lengths' as const, argument, value, min: length, max: length }],
  );
}

/** Every number of a series that is none or outside its bounds, by its year. */
export function seriesFaults(values: readonly number[], bounds: Bounds, name: string): RangeFault[] {
  return values.flatMap((value, year) => rangeFaults({ [year]: value }, { [year]: bounds }, `${name}.`));
}
