/** Published errors of factors as distributions, for simulations. */
import { type Distribution, fixed, triangular, truncatedNormal } from './distributions.ts';
import type { FactorError } from './factor.ts';
import { normalQuantile } from './statistics.ts';

/** A number with the error that its source prints. */
export interface Uncertain {
  readonly value: number;
  readonly error: FactorError | null;
}

/**
 * Distribution of a factor that cannot be negative. Standard deviations and standard errors: normal, cut at 0;
 * half-widths and intervals: normal with these limits, cut at 0; ranges: triangular; no error: fixed.
 */
export function factorDistribution({ value, error }: Uncertain): Distribution {
  const positive = (sd: number) => truncatedNormal(value, sd, 0);
  if (error === null || value === 0) return fixed(value);
  switch (error.kind) {
    case 'sd':
      return positive(error.sd);
    case 'se':
      return positive(error.se);
    case 'percent':
      return positive((value * error.halfWidth) / 100 / limitOf(error.level));
    case 'interval': {
      const halves = [error.low, error.high].flatMap((limit) =>
        limit === null ? [] : [Math.abs(limit - value)],
      );
      return positive(Math.max(0, ...halves) / limitOf(error.level));
    }
    case 'range':
      return triangular(error.low, value, error.high);
  }
}

function limitOf(level: number): number {
  return normalQuantile((1 + level) / 2);
}
