import type { LinePlot, PlotLine, Tone } from '../charts/plot/model.ts';
import type { Translate } from '../i18n/translate.ts';
import type { EvidenceRow } from '../schemas/evidence-row.ts';
import { studyName } from '../synthesis/row.ts';
import { allRows, type OwnedRow } from './evidence-rows.ts';
import type { Library } from './library.ts';

/** Figures of one indicator at several ages beside one comparator. */
export interface RecoverySeries {
  readonly study: string;
  readonly indicator: string;
  readonly comparator: EvidenceRow['comparator'];
  readonly points: readonly {
    readonly years: number;
    readonly share: number;
    readonly row: string;
    readonly dataset: string;
  }[];
}

/** Fewer series are not drawn. */
const fewest = 3;
const tones: readonly Tone[] = ['treated', 'comparison', '1', '2', '3', '4'];

/**
 * Every series that rows hold: the same study, indicator, method and layer beside the same comparator at two ages or
 * more; several rows of one age are averaged. Of the layers of a study the topmost stays.
 */
export function recoverySeries(library: Library): RecoverySeries[] {
  const groups = new Map<string, OwnedRow[]>();
  for (const owned of allRows(library)) {
    const { row } = owned;
    if (row.years_low === undefined || row.mean_c <= 0 || row.shared_c === undefined) continue;
    const key = [row.study, row.indicator, row.method, row.comparator, row.shared_c].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), owned]);
  }
  const series = [...groups.values()].flatMap((own) => seriesOf(own) ?? []);
  const topmost = new Map<string, (typeof series)[number]>();
  for (const one of series) {
    const key = `${one.study} ${one.indicator} ${one.comparator}`;
    const known = topmost.get(key);
    if (!known || one.top < known.top) topmost.set(key, one);
  }
  return [...topmost.values()].map(({ top: _, ...one }) => one);
}

function seriesOf(own: readonly OwnedRow[]): (RecoverySeries & { readonly top: number }) | undefined {
  const byYear = new Map<number, OwnedRow[]>();
  for (const owned of own) {
    const { years_low: low = 0, years_high: high = low } = owned.row;
    const year = (low + high) / 2;
    byYear.set(year, [...(byYear.get(year) ?? []), owned]);
  }
  const [first] = own;
  if (!first || byYear.size < 2) return undefined;
  const points = [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([years, rows]) => ({
      years,
      share: (100 * rows.reduce((sum, { row }) => sum + row.mean_t / row.mean_c, 0)) / rows.length,
      row: rows[0]?.row.id ?? '',
      dataset: rows[0]?.set.slug ?? '',
    }));
  const { study, indicator, comparator, depth_top: top = 0 } = first.row;
  return { study, indicator, comparator, points, top };
}

/** The series beside land that was not restored, or null where there are too few. */
export function recoveryPlot(series: readonly RecoverySeries[], t: Translate): LinePlot | null {
  const drawn = series.filter(({ comparator }) => comparator === 'degraded').slice(0, tones.length);
  if (drawn.length < fewest) return null;
  return {
    kind: 'lines',
    x: { name: t('synthesis.recovery.years'), unit: '', fromZero: true },
    y: { name: t('synthesis.recovery.share'), unit: '', fromZero: true },
    lines: drawn.map(
      ({ study, points }, index): PlotLine => ({
        name: studyName(study),
        tone: tones[index] ?? '4',
        style: 'line',
        points: points.map(({ years, share }) => [years, share]),
      }),
    ),
    marks: [{ axis: 'y', at: 100, name: t('synthesis.recovery.equal') }],
  };
}
