import { effectSizes } from '../../science/meta-analysis/effect-sizes.ts';
import { normalQuantile, tQuantile } from '../../science/statistics.ts';
import {
  type Equation,
  exp,
  ln,
  minus,
  over,
  power,
  product,
  root,
  type Symbols,
  sum,
  sumOver,
  type WorkingStep,
} from '../equation.ts';
import type { Estimate } from '../output.ts';
import { testUsed } from './assess.ts';
import { type MetaInputs, tableOf, usedStudies } from './inputs.ts';
import type { MetaOutputs } from './outputs.ts';

export const symbols: Symbols = {
  y: { base: 'y', unit: '' },
  m_1: { base: 'm', sub: '1', unit: '' },
  m_2: { base: 'm', sub: '2', unit: '' },
  s_1: { base: 's', sub: '1', unit: '' },
  s_2: { base: 's', sub: '2', unit: '' },
  n_1: { base: 'n', sub: '1', unit: '' },
  n_2: { base: 'n', sub: '2', unit: '' },
  v: { base: 'v', unit: '' },
  tau: { base: 'τ', unit: '' },
  w: { base: 'w', unit: '' },
  W: { base: 'W', unit: '%' },
  u: { base: 'u', unit: '%' },
  mu: { base: 'μ', unit: '' },
  z: { base: 'z', unit: '' },
  t: { base: 't', unit: '' },
  k: { base: 'k', unit: '' },
  r: { base: 'r', unit: '' },
  h: { base: 'h', unit: '' },
  q: { base: 'q', unit: '' },
  e: { base: 'e', unit: '' },
  p: { base: 'h', sub: 'p', unit: '' },
  P: { base: 'P', unit: '%' },
};

const hedges = { source: 'hedges-1999', place: 'equation 1' } as const;
const metafor = { source: 'viechtbauer-2010', place: 'random-effects model' } as const;
const part = (s: string, n: string, m: string) => over(power(s, 2), product(n, power(m, 2)));

export const equations: readonly Equation[] = [
  { id: 'effect', left: 'y', right: ln(over('m_1', 'm_2')), ...hedges },
  {
    ...{ id: 'variance', left: 'v', ...hedges },
    right: sum(part('s_1', 'n_1', 'm_1'), part('s_2', 'n_2', 'm_2')),
  },
  {
    ...{ id: 'weight', left: 'W', ...metafor },
    right: over(100, product(sum('v', power('tau', 2)), sumOver('w'))),
  },
  { id: 'pooled', left: 'mu', right: over(sumOver('u'), 100), ...metafor },
  {
    ...{ id: 'interval-knha', left: 'h', source: 'knapp-hartung-2003', place: 'variance of the mean' },
    right: product('t', root(over(sumOver('r'), product(minus('k', 1), sumOver('w'))))),
  },
  { id: 'interval-z', left: 'h', right: over('z', root(sumOver('w'))), ...metafor },
  {
    ...{ id: 'prediction', left: 'p', source: 'viechtbauer-2010', place: 'prediction interval' },
    right: product('q', root(sum(power('e', 2), power('tau', 2)))),
  },
  {
    ...{ id: 'percent', left: 'P', source: 'hedges-1999', place: 'response ratio' },
    right: product(100, minus(exp('mu'), 1)),
  },
];

/** Effect, variance and weight of every study, the mean and its interval, with the reader's numbers. */
export function working(inputs: MetaInputs, outputs: MetaOutputs): readonly WorkingStep[] {
  const [mu, tau] = [outputs.effect.value, outputs.tau.value];
  if (mu === null || tau === null) return [];
  const { effects } = effectSizes(inputs.measure, usedStudies(inputs).studies);
  const weighted = effects.map(({ place: index, effect: y, variance: v }, i) => ({
    ...{ row: { table: tableOf(inputs.measure), index }, y, v },
    ...{ w: 1 / (v + tau ** 2), W: outputs.studies[i]?.weight ?? 0 },
  }));
  const w = weighted.map((one) => one.w);
  const u = weighted.map((one) => one.W * one.y);
  const percent = outputs.percent.value;
  return [
    ...weighted.flatMap((one) => workingOfEffect(inputs, one)),
    ...weighted.map(({ row, v, W }) => ({ equation: 'weight', row, values: { v, tau, w }, result: W })),
    { equation: 'pooled', row: null, values: { u }, result: mu },
    ...workingOfIntervals(inputs, outputs, weighted, { mu, tau }),
    ...(percent === null ? [] : [{ equation: 'percent', row: null, values: { mu }, result: percent }]),
  ];
}

interface Weighted {
  readonly row: { readonly table: string; readonly index: number };
  readonly y: number;
  readonly v: number;
  readonly w: number;
}

/** Of log response ratios; the other measures are described on the page. */
function workingOfEffect(inputs: MetaInputs, { row, y, v }: Weighted): readonly WorkingStep[] {
  const study = usedStudies(inputs).studies[row.index];
  if (inputs.measure !== 'lnRR' || study === undefined) return [];
  const { m1, sd1, n1, m2, sd2, n2 } = study;
  if (m1 === null || sd1 === null || n1 === null || m2 === null || sd2 === null || n2 === null) return [];
  const values = { m_1: m1, s_1: sd1, n_1: n1, m_2: m2, s_2: sd2, n_2: n2 };
  return [
    { equation: 'effect', row, values: { m_1: m1, m_2: m2 }, result: y },
    { equation: 'variance', row, values, result: v },
  ];
}

function workingOfIntervals(
  inputs: MetaInputs,
  { effect, prediction }: MetaOutputs,
  weighted: readonly Weighted[],
  { mu, tau }: { readonly mu: number; readonly tau: number },
): readonly WorkingStep[] {
  const k = weighted.length;
  const test = testUsed(inputs, k);
  const half = halfOf(effect);
  if (half === null) return [];
  const crit = test === 'z' ? normalQuantile(0.975) : tQuantile(0.975, k - 1);
  const w = weighted.map((one) => one.w);
  const r = weighted.map((one) => one.w * (one.y - mu) ** 2);
  const predicted = halfOf(prediction);
  const values = { q: crit, e: half / crit, tau };
  return [
    test === 'z'
      ? { equation: 'interval-z', row: null, values: { z: crit, w }, result: half }
      : { equation: 'interval-knha', row: null, values: { t: crit, k, r, w }, result: half },
    ...(predicted === null ? [] : [{ equation: 'prediction', row: null, values, result: predicted }]),
  ];
}

function halfOf({ low, high }: Pick<Estimate, 'low' | 'high'>): number | null {
  return low === undefined || high === undefined ? null : (high - low) / 2;
}
