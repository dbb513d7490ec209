import { transitionYears } from '../../science/ipcc-soc-tier1/stocks.ts';
import { co2PerC } from '../../science/units-gwp/substance.ts';
import type { Name, ViewModel } from '../view.ts';
import type { Inputs } from './form.ts';
import type { Outputs } from './outputs.ts';

type Course = Outputs['course'];
type Point = readonly [x: number, y: number];
const years = { name: 'year', symbol: '' } as const;

function pointsOf(course: Course, name: 'withProject' | 'withoutProject' | 'soil' | 'net'): readonly Point[] {
  return course.map((one, year): Point => [year, one[name] ?? 0]);
}

/** What the whole area gains since the start, with its interval, and what is left of it after other gases. */
export function gain(inputs: Inputs, { course, annualN2o, annualMethane }: Outputs): ViewModel {
  const band = course.flatMap(({ low, high }, year) =>
    low === null || high === null ? [] : [[year, low, high] as const],
  );
  const hasOthers = annualN2o.value !== null || annualMethane.value !== null;
  return {
    kind: 'lines',
    x: years,
    y: { name: 'gained', symbol: hasOthers ? 't CO2e' : 't CO2' },
    lines: [
      {
        ...{ name: 'soil', tone: 'treated', points: pointsOf(course, 'soil') },
        ...(band.length === 0 ? {} : { band }),
      },
      ...(hasOthers
        ? [{ name: 'net', tone: '1', style: 'dashed', points: pointsOf(course, 'net') } as const]
        : []),
    ],
    marks:
      inputs.years > transitionYears ? [{ axis: 'x', at: transitionYears, name: 'transition' } as const] : [],
  };
}

/** The stock of a hectare with the project and without it. */
export function stock(_: Inputs, { course }: Outputs): ViewModel {
  return {
    kind: 'lines',
    x: years,
    y: { name: 'stock', symbol: 't C/ha' },
    lines: [
      { name: 'with', tone: 'treated', points: pointsOf(course, 'withProject') },
      { name: 'without', tone: 'comparison', points: pointsOf(course, 'withoutProject') },
    ],
  };
}

/** How far each published number alone moves the yearly change, from end to end of its 95 % interval. */
export function unsure(inputs: Inputs, outputs: Outputs): ViewModel | null {
  const { value, low, high } = outputs.annual;
  if (value === null || low === undefined || high === undefined) return null;
  const rows = rowsOf(inputs, outputs).sort((a, b) => reach(b.interval) - reach(a.interval));
  return {
    kind: 'intervals',
    prints: 'ends',
    x: { name: 'change', symbol: 't CO2/(ha·yr)', fromZero: false },
    reference: value,
    rows: [
      ...rows.map((row) => ({ ...row, value })),
      { name: 'together', value, interval: [low, high], pooled: true },
    ],
  };
}

type Interval = readonly [low: number, high: number];
const reach = ([low, high]: Interval) => high - low;

interface UnsureRow {
  readonly name: Name;
  readonly interval: Interval;
}

/** Errors of factors are two standard deviations: 0.98 of them is the half-width of 95 %. */
const of95 = 1.96 / 2;

function rowsOf({ landWithout }: Inputs, { factors, ...outputs }: Outputs): UnsureRow[] {
  const baseline = landWithout === 'as-before' ? 'before' : 'without';
  const [before, after] = [baseline, 'after'].map((wanted) =>
    factors.filter(({ state }) => state === wanted),
  );
  const reference = outputs.referenceStock.value ?? 0;
  const start = outputs.stockWithout.value ?? 0;
  const end = outputs.stockAfter.value ?? 0;
  const change = (a: number, b: number) => ((b - a) / transitionYears) * co2PerC;
  const row = (name: Name, percent: number, at: (times: number) => number): UnsureRow[] => {
    const ends = [at(Math.max(0, 1 - percent / 100)), at(1 + percent / 100)];
    return percent === 0 ? [] : [{ name, interval: [Math.min(...ends), Math.max(...ends)] }];
  };
  const error = reference === 0 ? 0 : (outputs.referenceStockError.value ?? 0);
  return [
    ...row('reference', error, (times) => change(start * times, end * times)),
    ...(before ?? []).flatMap(({ part, key, value, error: own }) => {
      const later = after?.find((one) => one.part === part);
      const isSame = later?.key === key && later?.value === value;
      return row(named(isSame ? 'both' : 'without-factor', part), (own ?? 0) * of95, (times) =>
        change(start * times, isSame ? end * times : end),
      );
    }),
    ...(after ?? []).flatMap(({ part, key, value, error: own }) => {
      const earlier = before?.find((one) => one.part === part);
      const isSame = earlier?.key === key && earlier?.value === value;
      return isSame
        ? []
        : row(named('with-factor', part), (own ?? 0) * of95, (times) => change(start, end * times));
    }),
  ];
}

function named(key: 'both' | 'with-factor' | 'without-factor', part: string | null): Name {
  return { key: `view.unsure.${key}`, values: { part: { key: `label.factors.part.${part}` } } };
}
