/**
 * Which input the result hangs on: rank correlation, one input at a time, and shares of the variance.
 */
import type { Distribution } from './distributions.ts';
import { randomSource } from './random.ts';
import { mean, variance } from './statistics.ts';

/** Ranks from 1, ties share the mean of their ranks. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const places = Uint32Array.from({ length: values.length }, (_, i) => i);
  places.sort((a, b) => (values[a] as number) - (values[b] as number)); // places are below length
  const out = new Float64Array(values.length);
  for (let first = 0; first < places.length; ) {
    let after = first + 1;
    while (after < places.length && values[places[after] as number] === values[places[first] as number])
      after += 1;
    for (let i = first; i < after; i += 1) out[places[i] as number] = (first + 1 + after) / 2;
    first = after;
  }
  return out;
}

/**
 * Spearman's rank correlation, ties with mean ranks (Kendall & Gibbons 1990, Rank Correlation Methods, 5th ed.,
 * section 3.8); null where x or y does not vary.
 * @throws RangeError where lengths differ, or there are fewer than two pairs
 */
export function rankCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const n = x.length;
  if (y.length !== n || n < 2)
    throw new RangeError(`x has ${n} and y ${y.length} numbers; two or more pairs needed`);
  const a = ranks(x);
  const b = ranks(y);
  const centre = (n + 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < n; i += 1) {
    const dx = (a[i] as number) - centre;
    const dy = (b[i] as number) - centre;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}

export interface Swing<K extends string> {
  readonly input: K;
  readonly low: number;
  readonly high: number;
  /** Result with this input alone at `low` and at `high`. */
  readonly atLow: number;
  readonly atHigh: number;
  /** |atHigh - atLow| */
  readonly swing: number;
}

/**
 * Results with one input at a time moved from its base value to its limits, the widest swing first (a tornado
 * chart); ties in the order of `limits`.
 */
export function oneAtATime<K extends string>(
  model: (x: Readonly<Record<K, number>>) => number,
  base: Readonly<Record<K, number>>,
  limits: Readonly<Partial<Record<K, readonly [low: number, high: number]>>>,
): Swing<K>[] {
  const swings = (Object.keys(limits) as K[]).flatMap((input): Swing<K>[] => {
    const pair = limits[input]; // Object.keys forgets the key type of a record
    if (!pair) return [];
    const [low, high] = pair;
    const atLow = model({ ...base, [input]: low });
    const atHigh = model({ ...base, [input]: high });
    return [{ input, low, high, atLow, atHigh, swing: Math.abs(atHigh - atLow) }];
  });
  return swings.sort((a, b) => b.swing - a.swing);
}

export interface SobolIndices {
  /** Share of the variance that this input explains alone; estimates may lie slightly below 0. */
  readonly first: number;
  /** Share in which this input takes part, alone or with others. */
  readonly total: number;
}

/**
 * Variance-based sensitivity indices of independent inputs. First order: Saltelli et al. (2010), Comput. Phys.
 * Commun. 181:259, doi:10.1016/j.cpc.2009.09.018, table 2 (b); total order: Jansen (1999), their table 2 (f). The model runs
 * samples x (inputs + 2) times; the record it is given is used again and must not be kept.
 * @param options samples: rows of each of the two base samples, at least 2
 * @returns null where the result does not vary
 */
export function sobol<K extends string>(
  inputs: Readonly<Record<K, Distribution>>,
  model: (x: Readonly<Record<K, number>>) => number,
  options: { readonly samples: number; readonly seed: number },
): Record<K, SobolIndices> | null {
  const { samples, seed } = options;
  if (!Number.isInteger(samples) || samples < 2) {
    throw new RangeError(`samples is ${samples}; an integer from 2 is needed`);
  }
  const random = randomSource(seed);
  const keys = Object.keys(inputs) as K[]; // Object.keys forgets the key type of a record
  const draw = () => {
    const columns = {} as Record<K, Float64Array>; // filled for every key before use
    for (const key of keys)
      columns[key] = Float64Array.from({ length: samples }, () => inputs[key].draw(random));
    return columns;
  };
  const a = draw();
  const b = draw();
  const x = {} as Record<K, number>; // likewise
  const run = (replaced: K | null, from: Record<K, Float64Array>) =>
    Float64Array.from({ length: samples }, (_, i) => {
      for (const key of keys) x[key] = (key === replaced ? b : from)[key][i] as number;
      return model(x);
    });
  const fA = run(null, a);
  const fB = run(null, b);
  const both = new Float64Array(2 * samples);
  both.set(fA);
  both.set(fB, samples);
  const total = variance(both);
  if (!Number.isFinite(total)) throw new RangeError('the model gave a number that is not finite');
  if (total === 0) return null;
  const centre = mean(both); // taken off: it cancels in expectation and would only add noise
  const indices = {} as Record<K, SobolIndices>; // likewise
  for (const key of keys) {
    const fAB = run(key, a);
    let alone = 0;
    let taking = 0;
    for (let i = 0; i < samples; i += 1) {
      const change = (fAB[i] as number) - (fA[i] as number);
      alone += ((fB[i] as number) - centre) * change;
      taking += change * change;
    }
    indices[key] = { first: alone / samples / total, total: taking / (2 * samples) / total };
  }
  return indices;
}
