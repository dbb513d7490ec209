import { writeCsv } from '../csv/write.ts';
import { amountOf } from '../schemas/emission-amount.ts';
import type { Co2Figure, GasFigure } from '../schemas/neutrality.ts';
import { type FieldFacts, integer, number, text, yesNo } from './data-table.ts';
import { comparedEstimates, notCompared } from './neutrality-compared.ts';
import { readNeutrality } from './neutrality-file.ts';

type Cell = string | number | boolean | null | undefined;
type Row = Readonly<Record<string, Cell>>;

export const emissionFacts: Readonly<Record<string, FieldFacts>> = {
  id: text('Short name of the figure; it never changes.'),
  place: text('ISO 3166-1 alpha-3; 001 the world, EU the European Union.'),
  gases: text('CO2, or all = all greenhouse gases, weighed by their potentials.'),
  scope: text(
    'fossil, land-use (CO2 of land-use change alone), with-land-use or without-land-use (all gases; land use, its change and forestry).',
  ),
  year: integer('Year, or the first of a period whose mean it is.'),
  year_to: integer('Last year of a period.'),
  printed: number('The number as its source prints it, a year.'),
  printed_error: number('The number after ±, as printed.'),
  printed_unit: text('Unit of the printed number: Mt or Gt, and what it is a mass of.'),
  co2_per_c: number('CO2 per mass of carbon that the source converts with.', '1'),
  mt: number('The same in million tonnes of CO2 or CO2e a year.', 'Mt/a'),
  mt_error: number('The number after ± in the same unit; what it means is said by the source.', 'Mt/a'),
  potentials: text(
    'Global warming potentials the gases were added up with; not-stated where it was not seen.',
  ),
  sources: text('Keys of the sources; several are separated by "; ".'),
  from: text('Table, section or cell of the source.'),
  read: text('Date on which the source was last looked at, ISO 8601.'),
};

/** Emissions that removals are held against, one figure a row. */
export function emissionRows(): readonly Row[] {
  const { co2, gases, read } = readNeutrality();
  return [...co2, ...gases].map((figure) => ({ ...emissionRow(figure), read }));
}

function emissionRow(figure: Co2Figure | GasFigure): Row {
  const { id, place, scope, year, yearTo, value, error, unit, sources, from } = figure;
  const amount = amountOf(figure);
  const co2 = 'substance' in figure;
  return {
    ...{ id, place, gases: co2 ? 'CO2' : 'all', scope, year, year_to: yearTo },
    ...{ printed: value, printed_error: error, printed_unit: `${unit} ${co2 ? figure.substance : 'CO2e'}` },
    ...{
      co2_per_c: co2 ? figure.perC : null,
      mt: tidy(amount.value),
      mt_error: amount.error && tidy(amount.error),
    },
    ...{ potentials: co2 ? null : figure.potentials, sources: sources.join('; '), from },
  };
}

export const removalFacts: Readonly<Record<string, FieldFacts>> = {
  id: text('Short name of the estimate; it never changes.'),
  place: text('ISO 3166-1 alpha-3; 001 the world, 035 South-East Asia.'),
  pools: text('What is in the sum: soil, ecosystem, trees, all.'),
  area_mha: number('Area in million hectares.'),
  published: number('The published number, or the middle of its interval, in `unit`.'),
  low: number('Lower end of the published interval.'),
  high: number('Upper end of the published interval.'),
  unit: text('Mt or Gt of C, CO2 or CO2e; a year unless `per` says otherwise.'),
  per: text('year; sum = over `years`; maturity = the whole gain of a mature stand.'),
  years: integer('Years of a sum.'),
  recomputed: number(
    'What the portal gets from the inputs that the source states; empty where they were not read.',
  ),
  recomputed_sd: number('Standard deviation that follows from the stated one of the rate.'),
  within: yesNo('Whether it lies inside the published interval; empty where there is none.'),
  implied_rate: number(
    't CO2 or CO2e per hectare and year that a published sum and area imply.',
    't/(har.a)',
  ),
  case: text('Reference case of the calculator.'),
  sources: text('Keys of the sources; several are separated by "; ".'),
  from: text('Table or section of the source.'),
};

/** Published removals beside those computed again, one estimate a row. */
export async function removalRows(): Promise<readonly Row[]> {
  const compared = new Map((await comparedEstimates()).map((one) => [one.estimate.id, one]));
  const others = new Map(notCompared().map((one) => [one.estimate.id, one]));
  return readNeutrality().estimates.map((estimate): Row => {
    const { id, place, pools, area, low, high, unit, substance, years, final, sources, from } = estimate;
    const again = compared.get(id);
    const implied = others.get(id)?.implied;
    return {
      ...{
        id,
        place,
        pools,
        area_mha: area,
        published: tidy(again?.published ?? estimate.value ?? Number.NaN),
        low,
        high,
      },
      ...{ unit: `${unit} ${substance}`, per: final ? 'maturity' : years ? 'sum' : 'year', years },
      ...{ recomputed: again && tidy(again.ours), recomputed_sd: again?.oursSd && tidy(again.oursSd) },
      ...{ within: again?.within, implied_rate: implied && tidy(implied) },
      ...{ case: estimate.case, sources: sources.join('; '), from },
    };
  });
}

export function emissionsCsv(): string {
  return csv(emissionFacts, emissionRows());
}

export async function removalsCsv(): Promise<string> {
  return csv(removalFacts, await removalRows());
}

function csv(facts: Readonly<Record<string, FieldFacts>>, rows: readonly Row[]): string {
  const names = Object.keys(facts);
  return writeCsv([names, ...rows.map((row) => names.map((name) => written(row[name])))]);
}

function written(cell: Cell): string | number | null | undefined {
  return typeof cell === 'boolean' ? String(cell) : cell;
}

/** Six digits: what a computation adds behind them is noise. */
function tidy(value: number): number {
  return Number(value.toPrecision(6));
}
