import { sobol } from '../science/sensitivity.ts';
import type { Model, Success } from './define.ts';
import type { Saying } from './say.ts';

/** What one uncertain input explains of the variance of the headline, as shares of it. */
export interface VarianceShare {
  readonly name: Saying;
  /** By itself. */
  readonly alone: number;
  /** In whatever it takes part, besides. */
  readonly together: number;
}

export interface Variance {
  /** The largest first. */
  readonly shares: readonly VarianceShare[];
  readonly runs: number;
  readonly seed: number;
}

/** Shares are sure to about 0.02 with so many rows. */
const samples = 4096;

/**
 * Shares of the variance of the headline by Sobol's indices (science/sensitivity.ts), with the seed of the run;
 * null where fewer than two inputs are uncertain, or a draw has no headline. Estimates below 0 are shown as 0.
 */
export function varianceOf(model: Model, { inputs }: Success): Variance | null {
  const unsure = model.unsure(inputs);
  if (unsure === null) return null;
  const spreads = Object.entries(unsure.spreads).filter(([, one]) => one.quantile(0.9) > one.quantile(0.1));
  if (spreads.length < 2) return null;
  const centre = Object.fromEntries(Object.entries(unsure.spreads).map(([name, one]) => [name, one.mean]));
  const seed = typeof inputs['seed'] === 'number' ? inputs['seed'] : 1;
  let isDefined = true;
  const headline = (drawn: Readonly<Record<string, number>>) => {
    const value = unsure.headline({ ...centre, ...drawn });
    if (value === null) isDefined = false;
    return value ?? 0;
  };
  const indices = sobol(Object.fromEntries(spreads), headline, { samples, seed });
  if (indices === null || !isDefined) return null;
  const shares = Object.entries(indices).map(([name, { first, total }]) => {
    const alone = Math.max(0, first);
    return { name: unsure.names[name] ?? { key: name }, alone, together: Math.max(0, total - alone) };
  });
  shares.sort((a, b) => b.alone + b.together - (a.alone + a.together));
  return { shares, runs: samples * (spreads.length + 2), seed };
}
