import { potentialRadiation, type Site } from './potential-radiation.ts';
import { centresOf, type FluxSeries, minutesPerStep } from './series.ts';

/**
 * By how many minutes measured radiation comes later than the sun that the time stamps and the place promise:
 * near minus or plus one step for stamps that mean the other end of the record, near an hour for daylight saving time.
 * Null without radiation. Found where the correlation with shifted potential radiation is largest, to a fraction of a step by a parabola.
 */
export function timeShift(series: FluxSeries, site: Site): number | null {
  const { rg, stepsPerDay } = series;
  if (rg === null) return null;
  const potential = potentialRadiation(centresOf(series), site);
  const reach = stepsPerDay / 8; // 3 hours
  const correlations: number[] = [];
  for (let lag = -reach; lag <= reach; lag++) correlations.push(correlationAtLag(rg, potential, lag));
  const best = correlations.indexOf(Math.max(...correlations));
  const middle = correlations[best];
  if (middle === undefined) return null;
  const left = correlations[best - 1] ?? middle;
  const right = correlations[best + 1] ?? middle;
  const bend = left - 2 * middle + right;
  const fraction = bend < 0 ? (0.5 * (left - right)) / bend : 0;
  return (best - reach + fraction) * minutesPerStep(stepsPerDay);
}

/** Correlation of values with others `lag` records before them; -1 where it is not defined. */
function correlationAtLag(values: Float64Array, others: Float64Array, lag: number): number {
  let n = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = Math.max(0, lag); i < values.length + Math.min(0, lag); i++) {
    const a = values[i] ?? Number.NaN;
    if (Number.isNaN(a)) continue;
    const b = others[i - lag] ?? 0;
    n++;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  const spread = (n * xx - x * x) * (n * yy - y * y);
  return spread > 0 ? (n * xy - x * y) / Math.sqrt(spread) : -1;
}
