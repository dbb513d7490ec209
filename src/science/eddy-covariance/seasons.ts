import { type Centres, centresOf, type FluxSeries, minutesPerStep } from './series.ts';

/** A run of records of one season; December joins the January after it. */
export interface Season {
  /** Year and first month as in yyyy0mm: 2021003 is March to May 2021. */
  readonly id: string;
  /** The year its middle lies in: the year it counts for. */
  readonly year: number;
  /** First record. */
  readonly start: number;
  /** The record after the last. */
  readonly end: number;
}

/**
 * Seasons of a series: December to February, March to May, June to August, September to November, by the centre
 * of each record. January and February of the first year stand alone, for their December is not in the file.
 */
export function seasonsOf(series: Pick<FluxSeries, 'nee' | 'firstEnd' | 'stepsPerDay'>): readonly Season[] {
  const centres = centresOf(series);
  const n = series.nee.length;
  const firstYear = centres.year[0] ?? 0;
  const seasons: Season[] = [];
  let start = 0;
  for (let i = 1; i <= n; i++) {
    const id = idAt(centres, start, firstYear);
    if (i < n && idAt(centres, i, firstYear) === id) continue;
    seasons.push({ id: String(id), year: middleYear(series, start, i), start, end: i });
    start = i;
  }
  return seasons;
}

function idAt({ year, month }: Centres, i: number, firstYear: number): number {
  const y = year[i] ?? 0;
  const m = month[i] ?? 1;
  if (m <= 2) return y === firstYear ? y * 1000 + 1 : (y - 1) * 1000 + 12;
  return y * 1000 + (m === 12 ? 12 : Math.floor(m / 3) * 3);
}

/** Year of the middle between the centres of the first and the last record of a season. */
function middleYear(
  series: Pick<FluxSeries, 'firstEnd' | 'stepsPerDay'>,
  start: number,
  end: number,
): number {
  const step = minutesPerStep(series.stepsPerDay);
  const middle = series.firstEnd - step / 2 + ((start + end - 1) / 2) * step;
  const one = { nee: new Float64Array(1), firstEnd: middle + step / 2, stepsPerDay: series.stepsPerDay };
  return centresOf(one).year[0] ?? 0;
}
