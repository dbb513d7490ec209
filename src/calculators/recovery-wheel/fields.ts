import { bestScore } from '../../science/recovery-parts.ts';
import { type InputsOf, quantity, text } from '../fields.ts';

/** Empty: not assessed. */
const score = (value: number) =>
  quantity({ unit: '1', min: 0, max: bestScore, optional: true, default: value });
const evidence = (value: string) => text({ maxLength: 500, optional: true, default: value });

/** What is asked, under the ids of the protocol's form; filled with golden case wheel-01, a site that does not exist. */
export const fields = {
  site: text({ maxLength: 120, optional: true, default: 'A-1' }),
  date: text({ maxLength: 10, optional: true, default: '2026-05-14' }),
  'over-utilization': score(5),
  'invasive-species': score(2),
  pollution: score(4),
  'absence-of-threats-evidence': evidence('P1–P6, 2026-05'),
  'substrate-physical': score(3),
  'substrate-chemical': score(3),
  'water-chemo-physical': score(2),
  'physical-conditions-evidence': evidence('S1–S12, 2026-05'),
  'desirable-plants': score(2),
  'desirable-animals': score(1),
  'no-undesirable-species': score(3),
  'species-composition-evidence': evidence('P1–P6, 2026-05'),
  'all-vegetation-strata': score(2),
  'all-trophic-levels': score(1),
  'spatial-mosaic': score(0),
  'community-structure-evidence': evidence('P1–P6, F1–F4, 2026-05'),
  'productivity-cycling': score(3),
  'habitat-interactions': score(2),
  'resilience-recruitment': score(2),
  'ecosystem-function-evidence': evidence('P1–P6, 2026-05'),
  'landscape-flows': score(4),
  'gene-flow': score(3),
  'habitat-links': score(2),
  'external-exchanges-evidence': evidence('M1, 2026-04'),
};

/** What stands in the form, read. */
export type WheelInputs = InputsOf<typeof fields>;
