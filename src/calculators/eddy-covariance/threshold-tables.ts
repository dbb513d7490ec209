import type { Assessed } from './assess.ts';

/** 2021003 as 2021-03: the month a season begins in. */
export function seasonText(id: string): string {
  return `${id.slice(0, 4)}-${id.slice(-2)}`;
}

/** The threshold that all records have; null without a filter and where years differ. */
export function commonThreshold(used: Float64Array | null): number | null {
  const [first] = used ?? [];
  return first === undefined || used?.some((one) => one !== first) ? null : first;
}

/** Thresholds of all years, each year and each season, with their bootstrap bands. */
export function thresholdRows({ result: { thresholds }, bands }: Assessed) {
  if (thresholds === null || bands === null) return [];
  const row = (
    of: string,
    name: string | null,
    threshold: number | null,
    nights: number | null,
    band = bands.single,
  ) => ({
    of,
    name,
    nights,
    threshold,
    p5: band.p5,
    p50: band.p50,
    p95: band.p95,
    share: 100 * band.share,
  });
  const nightsOf = (year: number) =>
    thresholds.seasons.filter((one) => one.year === year).reduce((sum, { records }) => sum + records, 0);
  return [
    row('all-years', null, thresholds.single, null),
    ...thresholds.years.map(({ year, threshold, pooled }, y) =>
      row(pooled ? 'year-pooled' : 'year', String(year), threshold, nightsOf(year), bands.years[y]),
    ),
    ...thresholds.seasons.map(({ id, threshold, own, records }, s) =>
      row(own ? 'season' : 'season-of-year', seasonText(id), threshold, records, bands.seasons[s]),
    ),
  ];
}

/** Threshold of each class of temperature, from cold to warm. */
export function classRows({ result: { thresholds } }: Assessed) {
  return (thresholds?.seasons ?? []).map(({ id, byClass }) => {
    const [class1, class2, class3, class4, class5, class6, class7] = byClass;
    const cells = { class1, class2, class3, class4, class5, class6, class7 };
    return { season: seasonText(id), ...mapCells(cells) };
  });
}

function mapCells<K extends string>(
  cells: Readonly<Record<K, number | null | undefined>>,
): Record<K, number | null> {
  const entries = Object.entries<number | null | undefined>(cells).map(([key, value]) => [
    key,
    value ?? null,
  ]);
  return Object.fromEntries(entries); // the keys it came with
}
