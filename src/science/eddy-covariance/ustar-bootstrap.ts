import { randomSource } from '../random.ts';
import { sortedQuantile } from '../statistics.ts';
import { fewestSamples, mostSamples } from './options.ts';
import { type UstarData, ustarEstimator } from './ustar-threshold.ts';

/** The spread of a threshold over bootstrap samples, m s-1; nulls where too few samples have one. */
export interface ThresholdBand {
  readonly p5: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  /** Samples that gave a threshold, of all samples. */
  readonly share: number;
}

export interface UstarBands {
  readonly samples: number;
  readonly single: ThresholdBand;
  /** In the order of the years of the data. */
  readonly years: readonly ThresholdBand[];
  /** In the order of the seasons of the data. */
  readonly seasons: readonly ThresholdBand[];
}

const leastShare = 0.4;

/**
 * 5, 50 and 95 % of the u* thresholds over bootstrap samples: all records of a season are drawn with replacement
 * within that season (REddyProc, sEstimateUstarScenarios). The first sample is the data themselves. No quantiles where
 * fewer than 40 % of the samples give a threshold. Same seed, same result.
 * @param samples 30 to 1000
 * @throws RangeError for another number of samples
 */
export function bootstrapUstar(data: UstarData, samples: number, seed: number): UstarBands {
  if (!(Number.isInteger(samples) && samples >= fewestSamples && samples <= mostSamples))
    throw new RangeError(
      `samples is ${samples}; an integer from ${fewestSamples} to ${mostSamples} is needed`,
    );
  const random = randomSource(seed);
  const estimate = ustarEstimator(data);
  const single = new Float64Array(samples);
  const years = data.years.map(() => new Float64Array(samples));
  const seasons = data.seasons.map(() => new Float64Array(samples));
  const weights = data.seasons.map(({ valid }) => new Uint16Array(valid.length));
  const places = data.seasons.map(({ season, valid }) => placesOf(season.start, season.end, valid));
  const none = new Int32Array(0);
  for (let sample = 0; sample < samples; sample++) {
    if (sample > 0) for (const [s, own] of weights.entries()) draw(own, places[s] ?? none, random.next);
    const found = estimate(sample === 0 ? null : weights);
    single[sample] = found.single;
    years.forEach((own, y) => {
      own[sample] = found.years[y] ?? Number.NaN;
    });
    seasons.forEach((own, s) => {
      own[sample] = found.seasons[s] ?? Number.NaN;
    });
  }
  return { samples, single: bandOf(single), years: years.map(bandOf), seasons: seasons.map(bandOf) };
}

/** For each record of a season its place among the valid ones, -1 where it is not valid. */
function placesOf(start: number, end: number, valid: Int32Array): Int32Array {
  const places = new Int32Array(end - start).fill(-1);
  valid.forEach((record, place) => {
    places[record - start] = place;
  });
  return places;
}

/** Draws as many records as a season has and counts how often each valid one comes. */
function draw(weights: Uint16Array, places: Int32Array, next: () => number): void {
  weights.fill(0);
  for (let k = 0; k < places.length; k++) {
    const place = places[Math.floor(next() * places.length)] ?? -1;
    if (place >= 0) weights[place] = (weights[place] ?? 0) + 1;
  }
}

function bandOf(values: Float64Array): ThresholdBand {
  const found = values.filter((value) => !Number.isNaN(value)).sort();
  const share = found.length / values.length;
  if (share < leastShare) return { p5: null, p50: null, p95: null, share };
  const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => sortedQuantile(found, p));
  return { p5: p5 ?? null, p50: p50 ?? null, p95: p95 ?? null, share };
}
