import { tQuantile } from '../../science/statistics.ts';
import {
  type Equation,
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
import { quantileOf } from './assess.ts';
import { marginOf, type SamplingInputs, stratumOf } from './inputs.ts';
import type { SamplingOutputs } from './outputs.ts';

export const symbols: Symbols = {
  n: { base: 'n', unit: '' },
  n_i: { base: 'n', sub: 'i', unit: '' },
  n_r: { base: 'n', sub: 'r', unit: '' },
  N: { base: 'N', unit: '' },
  N_i: { base: 'N', sub: 'i', unit: '' },
  w: { base: 'w', sub: 'i', unit: '' },
  s: { base: 's', sub: 'i', unit: 't/ha' },
  c: { base: 'c', sub: 'i', unit: '' },
  u: { base: 'u', sub: 'i', unit: 't/ha' },
  q: { base: 'q', sub: 'i', unit: '(t/ha)²' },
  g: { base: 'g', sub: 'i', unit: '' },
  h: { base: 'h', sub: 'i', unit: '' },
  E: { base: 'E', unit: 't/ha' },
  t: { base: 't', unit: '' },
  v: { base: 'v', sub: 'i', unit: '(t/ha)²' },
  e: { base: 'e', unit: 't/ha' },
  t_n: { base: 't', sub: 'n', unit: '' },
  H: { base: 'H', unit: 't/ha' },
  t_a: { base: 't', sub: 'α', unit: '' },
  t_b: { base: 't', sub: 'β', unit: '' },
  r: { base: 'r', unit: '' },
  d: { base: 'δ', unit: 't/ha' },
};

const number = { source: 'cochran-1977', place: 'equation 5.25' } as const;
const allocation = { source: 'cochran-1977', place: 'equation 5.26' } as const;
const error = { source: 'cochran-1977', place: 'section 5.4' } as const;
const target = sum(power(over('E', 't'), 2), over(sumOver('q'), 'N'));

export const equations: readonly Equation[] = [
  {
    ...{ id: 'number', left: 'n', right: over(power(sumOver('u'), 2), target) },
    ...{ source: 'cochran-1977', place: 'equation 5.25, equal costs' },
  },
  { id: 'number-with-costs', left: 'n', right: over(product(sumOver('g'), sumOver('h')), target), ...number },
  {
    ...{ id: 'allocation', left: 'n_i', ...allocation },
    right: product('n', over(product('w', 's'), sumOver('u'))),
  },
  {
    ...{ id: 'allocation-with-costs', left: 'n_i', ...number },
    right: product('n', over(product('w', 's'), product(root('c'), sumOver('h')))),
  },
  {
    ...{ id: 'variance', left: 'v', ...error },
    right: product(over(power(product('w', 's'), 2), 'n_r'), minus(1, over('n_r', 'N_i'))),
  },
  { id: 'error', left: 'e', right: root(sumOver('v')), ...error },
  { id: 'half-width', left: 'H', right: product('t_n', 'e'), ...error },
  {
    ...{ id: 'change', left: 'd', source: 'zar-2010', place: 'chapters 7 and 8' },
    right: product(sum('t_a', 't_b'), root(product(2, minus(1, 'r'))), 'e'),
  },
];

/** The number of plots, each stratum's part of it, and what error it leaves, with the reader's numbers. */
export function working(inputs: SamplingInputs, outputs: SamplingOutputs): readonly WorkingStep[] {
  return [
    ...workingOfNumber(inputs, outputs),
    ...workingOfError(inputs, outputs),
    ...workingOfChange(inputs, outputs),
  ];
}

/** Where a stratum is measured whole, or the number was given, there is no single formula to redo. */
function workingOfNumber(inputs: SamplingInputs, outputs: SamplingOutputs): readonly WorkingStep[] {
  const [n, t, E] = [outputs.formulaTotal.value, outputs.t.value, marginOf(inputs)];
  const isCapped = outputs.strata.some(({ unrounded, possible }) => (unrounded ?? 0) >= (possible ?? 0));
  if (n === null || t === null || E === null || isCapped) return [];
  const strata = inputs.strata.map(stratumOf);
  const area = strata.reduce((total, one) => total + one.area, 0);
  const rows = strata.map((one) => ({ w: one.area / area, s: one.sd, c: one.cost }));
  const withCosts = outputs.method === 'cost-optimal';
  const shared = { E, t, N: area / inputs.plotArea, q: rows.map(({ w, s }) => w * s ** 2) };
  const u = rows.map(({ w, s }) => w * s);
  const g = rows.map(({ w, s, c }) => w * s * Math.sqrt(c ?? 1));
  const h = rows.map(({ w, s, c }) => (w * s) / Math.sqrt(c ?? 1));
  const suffix = withCosts ? '-with-costs' : '';
  return [
    {
      ...{ equation: `number${suffix}`, row: null },
      ...{ values: { ...shared, ...(withCosts ? { g, h } : { u }) }, result: n },
    },
    ...rows.map(({ w, s, c }, index) => ({
      ...{ equation: `allocation${suffix}`, row: { table: 'strata', index } },
      values: { n, w, s, ...(withCosts ? { c: c ?? 1, h } : { u }) },
      result: outputs.strata[index]?.unrounded ?? 0,
    })),
  ];
}

function workingOfError(inputs: SamplingInputs, outputs: SamplingOutputs): readonly WorkingStep[] {
  const [n, e, H] = [outputs.n.value, outputs.standardError.value, outputs.halfWidth.value];
  if (n === null || e === null || H === null) return [];
  const steps = outputs.strata.flatMap(({ n: plots, share, possible }, index) => {
    const stratum = inputs.strata[index];
    if (stratum === undefined || !plots || share === null || possible === null) return [];
    const values = { w: share / 100, s: stratumOf(stratum).sd, n_r: plots, N_i: possible };
    const result = ((values.w * values.s) ** 2 / plots) * (1 - plots / possible);
    return [{ equation: 'variance', row: { table: 'strata', index }, values, result }];
  });
  const { confidence, quantile } = inputs;
  const t_n = quantileOf({ confidence: confidence / 100, quantile }, n, inputs.strata.length);
  return [
    ...steps,
    { equation: 'error', row: null, values: { v: steps.map(({ result }) => result) }, result: e },
    { equation: 'half-width', row: null, values: { t_n, e }, result: H },
  ];
}

function workingOfChange(inputs: SamplingInputs, outputs: SamplingOutputs): readonly WorkingStep[] {
  const { changeOfNewPlots, changeOfSamePlots, standardError, n } = outputs;
  const [e, plots] = [standardError.value, n.value];
  if (e === null || plots === null) return [];
  const step = (result: number | null, df: number, r: number): readonly WorkingStep[] => {
    if (result === null) return [];
    const t_a = tQuantile(0.5 + inputs.confidence / 200, df);
    const t_b = tQuantile(inputs.power / 100, df);
    return [{ equation: 'change', row: null, values: { t_a, t_b, r, e }, result }];
  };
  return [
    ...step(changeOfNewPlots.value, 2 * (plots - 1), 0),
    ...step(changeOfSamePlots.value, plots - 1, inputs.correlation ?? 0),
  ];
}
