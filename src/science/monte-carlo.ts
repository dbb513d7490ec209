/**
 * Monte Carlo propagation of distributions (JCGM 101:2008, clauses 7.2-7.7; IPCC 2006 Guidelines, vol. 1, ch. 3,
 * approach 2). Same inputs, same seed: same samples. The order of the inputs is part of the seed.
 */
import type { Distribution } from './distributions.ts';
import { type Random, randomSource } from './random.ts';
import { rankCorrelated } from './rank-correlated.ts';
import { mean, sortedQuantile, standardDeviation } from './statistics.ts';

export interface RankCorrelation<K extends string> {
  readonly between: readonly [K, K];
  /** Spearman's rank correlation, -1 to 1. */
  readonly rank: number;
}

export interface MonteCarloOptions<K extends string> {
  /** Number of draws, 2 to 10 million. */
  readonly draws: number;
  /** Integer from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Pairs that are not named are independent. */
  readonly correlation?: readonly RankCorrelation<K>[];
}

export interface Summary {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation, divisor n - 1. */
  readonly sd: number;
  readonly p2_5: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  readonly p97_5: number;
}

const mostDraws = 10_000_000;

function checkDraws(draws: number): void {
  if (!Number.isInteger(draws) || draws < 2 || draws > mostDraws) {
    throw new RangeError(`draws is ${draws}; an integer from 2 to ${mostDraws} is needed`);
  }
}

function keysOf<K extends string>(inputs: Readonly<Record<K, Distribution>>): K[] {
  return Object.keys(inputs) as K[]; // Object.keys forgets the key type of a record
}

/** Samples of every input; those of correlated inputs are re-ordered (Iman & Conover 1982). */
export function drawInputs<K extends string>(
  inputs: Readonly<Record<K, Distribution>>,
  options: MonteCarloOptions<NoInfer<K>>,
): Record<K, Float64Array> {
  checkDraws(options.draws);
  const random = randomSource(options.seed);
  const keys = keysOf(inputs);
  const columns = keys.map(() => new Float64Array(options.draws));
  const sources = keys.map((key) => inputs[key]);
  for (let i = 0; i < options.draws; i += 1) {
    for (let j = 0; j < columns.length; j += 1) {
      const column = columns[j] as Float64Array; // as many columns as sources
      column[i] = (sources[j] as Distribution).draw(random);
    }
  }
  correlate(keys, columns, options.correlation ?? [], random);
  return Object.fromEntries(keys.map((key, j) => [key, columns[j]])) as Record<K, Float64Array>; // one each
}

/** Re-orders in place those columns that a pair names. */
function correlate<K extends string>(
  keys: readonly K[],
  columns: Float64Array[],
  pairs: readonly RankCorrelation<K>[],
  random: Random,
): void {
  const places = keys.flatMap((key, j) => (pairs.some((pair) => pair.between.includes(key)) ? [j] : []));
  const matrix = places.map((_, a) => places.map((_, b): number => (a === b ? 1 : 0)));
  for (const { between, rank } of pairs) {
    const [a = -1, b = -1] = between.map((key) => places.findIndex((j) => keys[j] === key));
    const rowA = matrix[a];
    const rowB = matrix[b];
    if (!rowA || !rowB || a === b)
      throw new RangeError(`correlation names ${between}; two inputs are needed`);
    rowA[b] = rank;
    rowB[a] = rank;
  }
  const ordered = rankCorrelated(
    places.map((j) => columns[j] as Float64Array),
    matrix,
    random,
  );
  for (const [a, j] of places.entries()) columns[j] = ordered[a] as Float64Array;
}

/**
 * Runs `model` once per draw. The record it is given is used again for the next draw: it must not be kept.
 * @returns one Float64Array of `draws` values per output; the output is called `value` where the model gives
 * a plain number
 * @throws RangeError where the model gives a number that is not finite
 */
export function monteCarlo<K extends string>(
  inputs: Readonly<Record<K, Distribution>>,
  model: (x: Readonly<Record<K, number>>) => number,
  options: MonteCarloOptions<NoInfer<K>>,
): { value: Float64Array };
export function monteCarlo<K extends string, O extends string>(
  inputs: Readonly<Record<K, Distribution>>,
  model: (x: Readonly<Record<K, number>>) => Readonly<Record<O, number>>,
  options: MonteCarloOptions<NoInfer<K>>,
): Record<O, Float64Array>;
export function monteCarlo<K extends string>(
  inputs: Readonly<Record<K, Distribution>>,
  model: (x: Readonly<Record<K, number>>) => number | Readonly<Record<string, number>>,
  options: MonteCarloOptions<NoInfer<K>>,
): Record<string, Float64Array> {
  const samples = drawInputs(inputs, options);
  const keys = keysOf(inputs);
  const x = {} as Record<K, number>; // filled below, before the model sees it
  const outputs: Record<string, Float64Array> = {};
  for (let i = 0; i < options.draws; i += 1) {
    for (const key of keys) x[key] = samples[key][i] as number;
    const result = model(x);
    if (typeof result === 'number') keep(outputs, 'value', i, result, options.draws);
    else for (const name in result) keep(outputs, name, i, result[name] ?? Number.NaN, options.draws);
  }
  return outputs;
}

function keep(
  outputs: Record<string, Float64Array>,
  name: string,
  i: number,
  value: number,
  draws: number,
): void {
  if (!Number.isFinite(value))
    throw new RangeError(`${name} is ${value} in draw ${i}; the model must be finite`);
  outputs[name] ??= new Float64Array(draws);
  outputs[name][i] = value;
}

/** Mean, spread and percentiles (type 7) of at least two samples. */
export function summarise(samples: Float64Array): Summary {
  const sorted = Float64Array.from(samples).sort();
  return {
    n: samples.length,
    mean: mean(sorted),
    sd: standardDeviation(sorted),
    p2_5: sortedQuantile(sorted, 0.025),
    p5: sortedQuantile(sorted, 0.05),
    p50: sortedQuantile(sorted, 0.5),
    p95: sortedQuantile(sorted, 0.95),
    p97_5: sortedQuantile(sorted, 0.975),
  };
}
