import type { OutputRow } from '../calculators/output.ts';
import type { IntervalPlot, LinePlot, Point } from '../charts/plot/model.ts';
import { countryName, formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import { translateId, translator } from '../i18n/translate.ts';
import { type PublishedEstimate, regions } from '../schemas/neutrality.ts';
import { alpha2 } from '../schemas/place.ts';
import { formatSource } from './citation-format.ts';
import type { Library } from './library.ts';
import type { Compared } from './neutrality-compared.ts';
import type { ExampleRun } from './neutrality-example.ts';
import { readNeutrality } from './neutrality-file.ts';
import type { NumberedSource } from './sources.ts';

/** Sources of the words of the page, by the term that they stand at. */
export const termSources = {
  example: ['lewis-2019'],
  saturation: ['ipcc-2019-soil'],
  permanence: ['senf-seidl-2021', 'reid-2018', 'badgley-2022'],
  leakage: ['murray-2004'],
  gases: ['ipcc-2014-wetlands'],
  time: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Every source of the page as it is printed, in the order in which it is first cited. */
export function neutralitySources(library: Library): Promise<readonly NumberedSource[]> {
  const { co2, gases, pledges, estimates } = readNeutrality();
  const cited = [...estimates, ...co2, ...gases, ...pledges].flatMap(({ sources }) => sources);
  const entries = [...new Set([...Object.values(termSources).flat(), ...cited])].flatMap(
    (key) => library.get('references', key) ?? [],
  );
  return Promise.all(
    entries.map(async (entry, index) => {
      const source = { id: entry.slug, ...entry.facts };
      return { number: index + 1, key: entry.slug, source, html: await formatSource(source) };
    }),
  );
}

/** A country or region in words, as a row begins. */
export function placeName(place: string, locale: Locale): string {
  const name = countryName(regions.some((region) => region === place) ? place : alpha2(place), locale);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** How a line of the example is named. */
export function runName({ rateFrom }: ExampleRun, locale: Locale): string {
  return translator(locale)(`neutrality.line.${rateFrom}`);
}

const giga = 1000;
const tones = ['treated', '3'] as const;

/** Removal with either rate, and emissions, since the beginning: Gt CO2e. */
export function examplePlot(runs: readonly ExampleRun[], locale: Locale): LinePlot {
  const t = translator(locale);
  const start = Number(runs[0]?.inputs['startYear']);
  const through = ({ course }: ExampleRun, column: string): Point[] => [
    [start - 1, 0],
    ...course.map((row): Point => [Number(row['year']), gigatonnes(row, column)]),
  ];
  const [first] = runs;
  return {
    kind: 'lines',
    x: { name: t('neutrality.axis.year'), unit: '', fromZero: false },
    y: { name: t('neutrality.axis.sum', { start: String(start) }), unit: 'Gt CO₂e', fromZero: true },
    lines: [
      ...runs.map((run, index) => ({
        ...({ name: runName(run, locale), tone: tones[index] ?? '4', style: 'line' } as const),
        points: through(run, 'net'),
        band: [
          [start - 1, 0, 0] as const,
          ...run.course.map(
            (row) => [Number(row['year']), gigatonnes(row, 'low'), gigatonnes(row, 'high')] as const,
          ),
        ],
      })),
      ...(first
        ? [
            {
              ...({ name: t('neutrality.line.emissions'), tone: 'comparison', style: 'dashed' } as const),
              points: through(first, 'emitted'),
            },
          ]
        : []),
    ],
    marks: [],
  };
}

function gigatonnes(row: OutputRow, column: string): number {
  return Number(row[column]) / giga;
}

/** What an estimate is of: place and what is counted. */
export function estimateName({ place, pools }: PublishedEstimate, locale: Locale): string {
  const t = translator(locale);
  return t('neutrality.named', {
    place: placeName(place, locale),
    pools: translateId(t, 'neutrality.pools', pools),
  });
}

/** The same with the number of its source, where no link can stand. */
export function numberedName(
  estimate: PublishedEstimate,
  sources: readonly NumberedSource[],
  locale: Locale,
): string {
  const number = sources.find(({ key }) => key === estimate.sources[0])?.number;
  const name = estimateName(estimate, locale);
  return number === undefined ? name : `${name} [${number}]`;
}

/** Our numbers in per cent of the published ones, with the published intervals. */
export function comparedPlot(
  compared: readonly Compared[],
  sources: readonly NumberedSource[],
  locale: Locale,
): IntervalPlot {
  const t = translator(locale);
  return {
    kind: 'intervals',
    x: { name: t('neutrality.compared.axis'), unit: '', fromZero: false },
    reference: 100,
    rows: compared.map(({ estimate, published, ours }) => {
      const percent = (value: number) => (100 * value) / published;
      const { low, high } = estimate;
      return {
        name: numberedName(estimate, sources, locale),
        value: percent(ours),
        interval: low === undefined || high === undefined ? null : [percent(low), percent(high)],
        printed: formatNumber(percent(ours), locale, 3),
      };
    }),
  };
}
