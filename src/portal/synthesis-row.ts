import type { EvidenceRow } from '../schemas/evidence-row.ts';
import { vocabularies } from '../schemas/vocabulary.ts';
import { parseUnit, sameDimension } from '../science/units.ts';
import type { RowArm, SynthesisRow } from '../synthesis/row.ts';

/** A comparison of a data set as the synthesis takes it. */
export function synthesisRow(row: EvidenceRow, dataset: string): SynthesisRow {
  const { years_low: low, years_high: high, depth_top: top, depth_bottom: bottom } = row;
  return {
    ...{ id: row.id, study: row.study, dataset, source: row.source, country: row.country },
    ...{
      ecosystem: row.ecosystem ?? '',
      intervention: row.intervention,
      method: row.method,
      model: row.model ?? '',
    },
    years: low === undefined || high === undefined ? null : (low + high) / 2,
    depth: top === undefined || bottom === undefined ? null : [top, bottom],
    ...{
      profile: row.profile ?? '',
      indicator: row.indicator,
      dimension: dimensionOf(row.indicator, row.unit),
    },
    ...{ unit: row.unit, comparator: row.comparator, aside: row.aside },
    restored: armOf(row.mean_t, row.sd_t, row.n_t),
    other: armOf(row.mean_c, row.sd_c, row.n_c),
  };
}

function armOf(mean: number, sd: number | undefined, n: number | undefined): RowArm {
  return { mean, sd: sd ?? null, n: n ?? null };
}

/** Empty for the first dimension an indicator is counted in; `per-volume` and the like would be another question. */
function dimensionOf(indicator: string, unit: string): string {
  const [first = unit] = vocabularies.indicators.entries[indicator]?.units ?? [];
  return sameDimension(parseUnit(unit), parseUnit(first))
    ? ''
    : unit
        .replaceAll(/[^a-z0-9]+/gi, '-')
        .replaceAll(/^-|-$/g, '')
        .toLowerCase();
}
