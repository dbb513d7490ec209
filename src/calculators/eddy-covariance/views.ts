import type { ViewModel } from '../view.ts';
import type { FluxOutputs } from './outputs.ts';

type Records = FluxOutputs['halfHourly'];
type Point = readonly [x: number, y: number];

/** More columns are no wider than a pixel: days are taken together then. */
const mostColumns = 800;

/** Filled net exchange, a column a day and a row a record of the day. */
export function fingerprint(_: unknown, outputs: FluxOutputs): ViewModel | null {
  const { halfHourly: records, daily } = outputs;
  const rows = Math.round(records.length / daily.length);
  const together = Math.ceil(daily.length / mostColumns);
  const columns = Math.ceil(daily.length / together);
  const cells = Array.from({ length: columns * rows }, (_cell, index) => {
    const first = Math.floor(index / rows) * together * rows + (index % rows);
    if (together === 1) return records[first]?.NEE_f ?? null;
    return meanOf(
      Array.from({ length: together }, (_day, day) => records[first + day * rows]?.NEE_f ?? null),
    );
  });
  const months = daily.flatMap(({ period }, day) =>
    period?.endsWith('-01') ? [{ at: day / together, name: period.slice(0, 7) }] : [],
  );
  return {
    kind: 'raster',
    x: {
      name: together === 1 ? 'day' : { key: 'view.fingerprint.days', values: { days: together } },
      symbol: '',
    },
    y: { name: 'hour', symbol: '' },
    value: { name: 'value', symbol: 'µmol/m²/s' },
    ...{ columns, rows, cells, none: 'none' },
    xTicks: months,
    yTicks: [0, 6, 12, 18, 24].map((hour) => ({ at: (hour / 24) * rows, name: String(hour) })),
    table: {
      columns: ['month', ...blocks.map((text) => ({ text }))],
      rows: blockMeans(records, daily, rows),
    },
  };
}

const blocks = ['0–3', '3–6', '6–9', '9–12', '12–15', '15–18', '18–21', '21–24'] as const;

/** Mean of each month in blocks of three hours. */
function blockMeans(records: Records, daily: FluxOutputs['daily'], rows: number) {
  const months = grouped([...daily.keys()], (day) => daily[day]?.period?.slice(0, 7) ?? '');
  const size = rows / blocks.length;
  return [...months].map(([month, days]) => [
    month,
    ...blocks.map((_block, index) => {
      const values = days.flatMap((day) => {
        const start = day * rows + index * size;
        return records.slice(start, start + size).map(({ NEE_f }) => NEE_f);
      });
      return meanOf(values);
    }),
  ]);
}

/** Entries with the same key, in the order of their first. */
function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Net exchange since the first day, with its range over the thresholds of the friction velocity. */
export function cumulative(_: unknown, { daily, firstDay }: FluxOutputs): ViewModel | null {
  const points = daily.flatMap(({ cumulative: sum }, day): Point[] => (sum === null ? [] : [[day + 1, sum]]));
  if (points.length === 0) return null;
  const band = daily.flatMap(({ lowest, highest }, day) =>
    lowest === null || highest === null ? [] : [[day + 1, lowest, highest] as const],
  );
  return {
    kind: 'lines',
    x: { name: { key: 'view.cumulative.days', values: { day: firstDay ?? '' } }, symbol: '' },
    y: { name: 'sum', symbol: 'g C/m²' },
    lines: [{ name: 'net', tone: 'treated', points: [[0, 0], ...points], band }],
    values: { band: { key: band.length > 0 ? 'view.cumulative.band' : 'view.cumulative.no-band' } },
  };
}

/** A cloud of more points is a blot. */
const mostPoints = 300;
const day = 10; // W/m²

/** Measured net exchange by day against radiation, with the mean of each class of radiation. */
export function light(_: unknown, outputs: FluxOutputs): ViewModel | null {
  const all = outputs.halfHourly.flatMap(({ NEE_orig, Rg }): Point[] =>
    NEE_orig === null || Rg === null || Rg < day ? [] : [[Rg, NEE_orig]],
  );
  const means = outputs.light.flatMap(({ radiation, nee }): Point[] =>
    radiation === null || nee === null ? [] : [[radiation, nee]],
  );
  if (means.length === 0) return null;
  const every = Math.ceil(all.length / mostPoints);
  const shown = all.filter((_point, index) => index % every === 0);
  return {
    kind: 'lines',
    x: { name: 'radiation', symbol: 'W/m²' },
    y: { name: 'nee', symbol: 'µmol/m²/s' },
    lines: [
      { name: 'measured', tone: 'comparison', style: 'points', points: shown },
      { name: 'mean', tone: 'treated', points: means },
    ],
    values: { shown: shown.length, all: all.length },
  };
}

/** More bars than two years of months are shown as years. */
const mostMonths = 24;

/** Respiration to one side and photosynthesis to the other, month by month; their sum is the net exchange. */
export function balance(_: unknown, { months }: FluxOutputs): ViewModel | null {
  const length = months.length > mostMonths ? 'year'.length : 'year-mm'.length;
  const periods = grouped(months, ({ period }) => period?.slice(0, length) ?? '');
  const isSplit = months.some(({ reco }) => reco !== null);
  const bars = [...periods].flatMap(([text, rows]) => {
    const total = (column: 'nee' | 'reco' | 'gpp') => {
      const values = rows.flatMap((row) => row[column] ?? []);
      return values.length < rows.length ? null : values.reduce((sum, value) => sum + value, 0);
    };
    const { nee, reco, gpp } = { nee: total('nee'), reco: total('reco'), gpp: total('gpp') };
    if (nee === null) return [];
    const net = { name: 'net', tone: 'comparison' as const, value: nee };
    const parts =
      reco === null || gpp === null
        ? [net]
        : [
            { name: 'reco', tone: '2' as const, value: reco },
            { name: 'gpp', tone: 'treated' as const, value: -gpp },
          ];
    return [{ name: { text }, parts }];
  });
  if (bars.length === 0) return null;
  return {
    kind: 'bars',
    x: { name: 'exchange', symbol: 'g C/m²' },
    bars,
    values: { parts: { key: isSplit ? 'view.balance.split' : 'view.balance.whole' } },
  };
}
