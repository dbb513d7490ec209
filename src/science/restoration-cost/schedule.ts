import { rangeFaults, refuse } from '../range-fault.ts';
import { type CostFault, costBounds, mostYears } from './faults.ts';
import type { Project } from './uncertainty.ts';

/** Money and carbon of each of some years, the first and the last among them. */
export interface Period {
  /** Year, whole, 0 to 100. */
  readonly from: number;
  readonly to: number;
  /** Money in each of these years, from 0. */
  readonly cost: number;
  readonly income: number;
  /** Removal in each of these years, t CO2e. */
  readonly carbon: number;
}

export interface PeriodFault extends Omit<CostFault, 'code'> {
  readonly code: CostFault['code'] | 'not-whole-years' | 'ends-before-start';
}

/** Everything that forbids a schedule. */
export function periodFaults(periods: readonly Period[]): readonly PeriodFault[] {
  if (periods.length === 0)
    return [{ code: 'no-years', argument: 'periods', value: 0, min: 1, max: mostYears }];
  return periods.flatMap((period, index) => faultsOf(period, `periods.${index}.`));
}

function faultsOf(period: Period, prefix: string): PeriodFault[] {
  const faults: PeriodFault[] = [];
  const latest = mostYears - 1;
  for (const name of ['from', 'to'] as const) {
    const found = rangeFaults({ [name]: period[name] }, { [name]: [0, latest] }, prefix);
    faults.push(...found);
    if (found.length === 0 && !Number.isInteger(period[name]))
      faults.push({
        code: 'not-whole-years',
        argument: prefix + name,
        value: period[name],
        min: 0,
        max: latest,
      });
  }
  if (faults.length === 0 && period.to < period.from) {
    const [min, max] = [period.from, latest];
    faults.push({ code: 'ends-before-start', argument: `${prefix}to`, value: period.to, min, max });
  }
  const { money, carbon } = costBounds;
  faults.push(
    ...rangeFaults<'cost' | 'income' | 'carbon'>(period, { cost: money, income: money, carbon }, prefix),
  );
  return faults;
}

/**
 * Year by year, from year 0 to the last of any period; what periods share is added, what none names is 0.
 * @throws RangeError for periods that are none
 */
export function yearByYear(periods: readonly Period[]): Project {
  refuse(periodFaults(periods));
  const years = 1 + Math.max(...periods.map(({ to }) => to));
  const column = (value: (period: Period) => number) => {
    const sums = Array.from({ length: years }, () => 0);
    for (const period of periods) {
      for (let year = period.from; year <= period.to; year += 1)
        sums[year] = (sums[year] ?? 0) + value(period);
    }
    return sums;
  };
  return {
    costs: column(({ cost }) => cost),
    income: column(({ income }) => income),
    carbon: column(({ carbon }) => carbon),
  };
}
