/**
 * Probability distributions for inputs of a Monte Carlo simulation. Densities and means: Johnson, Kotz &
 * Balakrishnan (1994, 1995), Continuous Univariate Distributions, 2nd ed. A spread of 0 is allowed and gives
 * a constant. Arguments that are not finite, or out of order, throw a RangeError.
 */
import { normalQuantile } from './normal-quantile.ts';
import type { Random } from './random.ts';
import { normalCdf, normalDensity } from './special-functions.ts';

export interface Distribution {
  readonly mean: number;
  draw(random: Random): number;
  /** Value not exceeded with probability p, 0 to 1. */
  quantile(p: number): number;
}

function finite(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}; a finite number is needed`);
  }
}

function ordered(values: Readonly<Record<string, number>>): void {
  finite(values);
  const entries = Object.entries(values);
  for (const [i, [name, value]] of entries.entries()) {
    const [nextName, next] = entries[i + 1] ?? [name, value];
    if (value > next) throw new RangeError(`${name} is ${value}; it may not exceed ${nextName}, ${next}`);
  }
}

function spread(name: string, value: number): void {
  finite({ [name]: value });
  if (value < 0) throw new RangeError(`${name} is ${value}; a number from 0 is needed`);
}

function probability(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}; a probability from 0 to 1 is needed`);
  return p;
}

/** x + factor * z where a factor of 0 wins over an infinite z. */
function shift(x: number, factor: number, z: number): number {
  return factor === 0 ? x : x + factor * z;
}

/** A constant. */
export function fixed(x: number): Distribution {
  finite({ x });
  return {
    mean: x,
    draw: () => x,
    quantile: (p) => {
      probability(p);
      return x;
    },
  };
}

/** Normal distribution with standard deviation `sd`, from 0. */
export function normal(mean: number, sd: number): Distribution {
  finite({ mean });
  spread('sd', sd);
  return {
    mean,
    draw: (random) => mean + sd * random.normal(),
    quantile: (p) => shift(mean, sd, normalQuantile(p)),
  };
}

/**
 * Normal distribution cut off below `min` and above `max`, by inversion (Johnson et al. 1994, eq. 13.134 for
 * the mean). `mean` and `sd` are those before cutting; the result's `mean` is that after it.
 * @param max null where there is no upper limit
 */
export function truncatedNormal(
  mean: number,
  sd: number,
  min: number,
  max: number | null = null,
): Distribution {
  ordered(max === null ? { min } : { min, max });
  finite({ mean });
  spread('sd', sd);
  const highest = max ?? Infinity;
  if (sd === 0 || min === highest) {
    if (sd === 0 && (mean < min || mean > highest)) {
      throw new RangeError(`mean is ${mean}; with sd = 0 a number from ${min} to ${highest} is needed`);
    }
    return fixed(sd === 0 ? mean : min);
  }
  // Probabilities close to 1 lose their digits: an upper tail is taken as a lower one, mirrored.
  const side = max === null || min > mean ? -1 : 1;
  const a = side > 0 ? (min - mean) / sd : (mean - highest) / sd;
  const b = side > 0 ? (highest - mean) / sd : (mean - min) / sd;
  const below = normalCdf(a);
  const inside = normalCdf(b) - below;
  if (inside <= 0) {
    throw new RangeError(`min is ${min}; no probability of the normal distribution (${mean}, ${sd}) is left`);
  }
  const at = (p: number) => {
    const z = normalQuantile(Math.min(1, below + (side > 0 ? p : 1 - p) * inside));
    return Math.min(highest, Math.max(min, mean + side * sd * z));
  };
  const shiftOfMean = (normalDensity(a) - normalDensity(b)) / inside;
  return {
    mean: mean + side * sd * shiftOfMean,
    draw: (random) => at(random.next()),
    quantile: (p) => at(probability(p)),
  };
}

/** exp(X) for a normal X with mean `meanlog` and standard deviation `sdlog` (natural logarithms). */
export function lognormal(meanlog: number, sdlog: number): Distribution {
  finite({ meanlog });
  spread('sdlog', sdlog);
  return {
    mean: Math.exp(meanlog + (sdlog * sdlog) / 2),
    draw: (random) => Math.exp(meanlog + sdlog * random.normal()),
    quantile: (p) => Math.exp(shift(meanlog, sdlog, normalQuantile(p))),
  };
}

/** Lognormal distribution with this arithmetic mean (above 0) and this arithmetic standard deviation. */
export function lognormalOfMean(mean: number, sd: number): Distribution {
  finite({ mean });
  spread('sd', sd);
  if (mean <= 0) throw new RangeError(`mean is ${mean}; a number above 0 is needed`);
  const variance = Math.log1p((sd / mean) ** 2);
  return lognormal(Math.log(mean) - variance / 2, Math.sqrt(variance));
}

/** Size of the normal quantile that leaves (1 - level)/2 on each side; level above 0, below 1. */
function limit(level: number): number {
  if (!(level > 0 && level < 1))
    throw new RangeError(`level is ${level}; a number between 0 and 1 is needed`);
  return normalQuantile((1 + level) / 2);
}

/** Lognormal distribution whose two-sided limits of probability `level` are `low` (above 0) and `high`. */
export function logOf95(low: number, high: number, level = 0.95): Distribution {
  ordered({ low, high });
  if (low <= 0) throw new RangeError(`low is ${low}; a number above 0 is needed`);
  const a = Math.log(low);
  const b = Math.log(high);
  return lognormal((a + b) / 2, (b - a) / (2 * limit(level)));
}

/** Uniform distribution on [low, high]. */
export function uniform(low: number, high: number): Distribution {
  ordered({ low, high });
  const at = (p: number) => low * (1 - p) + high * p;
  return {
    mean: (low + high) / 2,
    draw: (random) => at(random.next()),
    quantile: (p) => at(probability(p)),
  };
}

/** Triangular distribution on [low, high] with its peak at `mode`, by inversion. */
export function triangular(low: number, mode: number, high: number): Distribution {
  ordered({ low, mode, high });
  if (low === high) return fixed(low);
  const width = high - low;
  const share = (mode - low) / width;
  const at = (p: number) =>
    p < share ? low + Math.sqrt(p * width * (mode - low)) : high - Math.sqrt((1 - p) * width * (high - mode));
  return {
    mean: (low + mode + high) / 3,
    draw: (random) => at(random.next()),
    quantile: (p) => at(probability(p)),
  };
}

/**
 * Two half normal distributions that meet at `mode`, each with probability 1/2, so that `mode` is also the
 * median and `low` and `high` are exactly the two-sided limits of probability `level`: for a default value
 * with an unsymmetrical range, as IPCC tables print them. (The split normal of Wallis 2014, Statist. Sci.
 * 29:106, has a continuous density instead, and another median.) Mean = mode + (sd_high - sd_low)/sqrt(2 pi).
 */
export function splitNormal(low: number, mode: number, high: number, level = 0.95): Distribution {
  ordered({ low, mode, high });
  const z = limit(level);
  const lowSd = (mode - low) / z;
  const highSd = (high - mode) / z;
  const at = (deviate: number) => shift(mode, deviate < 0 ? lowSd : highSd, deviate);
  return {
    mean: mode + (highSd - lowSd) / Math.sqrt(2 * Math.PI),
    draw: (random) => at(random.normal()),
    quantile: (p) => at(normalQuantile(p)),
  };
}
