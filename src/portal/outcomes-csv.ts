import { writeCsv } from '../csv/write.ts';
import type { Outcome } from '../schemas/outcome.ts';

/** The DOI of a source of the case, by its key. */
type DoiOf = (key: string) => string | undefined;
type Column = (outcome: Outcome, doiOf: DoiOf) => string | number | undefined;

/** What a table of outcomes says of each, by column. */
export const outcomeColumns: Readonly<Record<string, Column>> = {
  id: ({ id }) => id,
  outcome: ({ label }) => label,
  indicator: ({ indicator }) => indicator,
  role: ({ role }) => role,
  kind: ({ kind }) => kind,
  qualifier: ({ qualifier }) => qualifier,
  value: ({ value }) => value,
  low: ({ low }) => low,
  high: ({ high }) => high,
  level: ({ level }) => level,
  unit_ucum: ({ unit }) => unit,
  substance: ({ substance }) => substance,
  finding: ({ finding }) => finding,
  n: ({ n }) => n,
  spread_kind: ({ spread }) => spread?.kind,
  spread: ({ spread }) => spread?.value,
  spread_low: ({ spread }) => spread?.low,
  spread_high: ({ spread }) => spread?.high,
  spread_level: ({ spread }) => spread?.level,
  against_kind: ({ comparison }) => comparison?.kind,
  against: ({ comparison }) => comparison?.label,
  against_value: ({ comparison }) => comparison?.value,
  against_low: ({ comparison }) => comparison?.low,
  against_high: ({ comparison }) => comparison?.high,
  against_level: ({ comparison }) => comparison?.level,
  against_n: ({ comparison }) => comparison?.n,
  against_spread_kind: ({ comparison }) => comparison?.spread?.kind,
  against_spread: ({ comparison }) => comparison?.spread?.value,
  against_spread_low: ({ comparison }) => comparison?.spread?.low,
  against_spread_high: ({ comparison }) => comparison?.spread?.high,
  against_spread_level: ({ comparison }) => comparison?.spread?.level,
  pool: ({ carbon }) => carbon?.pool,
  depth_top_cm: ({ carbon, depth }) => (typeof carbon?.depth === 'object' ? carbon.depth.top : depth?.top),
  depth_bottom_cm: ({ carbon, depth }) =>
    typeof carbon?.depth === 'object' ? carbon.depth.bottom : depth?.bottom,
  baseline: ({ carbon }) => carbon?.baseline,
  gwp: ({ carbon }) => carbon?.gwp,
  design: ({ design }) => design,
  basis: ({ basis }) => basis,
  years: ({ years }) => years,
  period: ({ period }) => period,
  method: ({ method }) => method,
  note: ({ note }) => note,
  sources: ({ sources }, doiOf) =>
    sources
      .map((key) => {
        const doi = doiOf(key);
        return doi ? `${key} (doi:${doi})` : key;
      })
      .join('; '),
  confirmed: ({ confirmed }) => String(confirmed !== false),
};

const head = Object.keys(outcomeColumns);
const cells = Object.values(outcomeColumns);

/** All outcomes of a case, one a row, as CSV. */
export function outcomesCsv(outcomes: readonly Outcome[], doiOf: DoiOf): string {
  return writeCsv([head, ...outcomes.map((outcome) => cells.map((cell) => cell(outcome, doiOf)))]);
}
