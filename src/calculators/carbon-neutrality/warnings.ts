import type { Warning } from '../define.ts';
import type { NeutralityInputs } from './fields.ts';
import type { NeutralityOutputs } from './outputs.ts';
import { gainOf, ratesOf, rootsOf } from './plan.ts';

export const warnings = [
  'either-sign',
  'never-saturates',
  'soil-only',
  'biomass-only',
  'no-roots',
  'no-spread',
  'no-loss',
  'twice-deducted',
  'few-studies',
  'large-area',
] as const;
type Code = (typeof warnings)[number];

/** Beyond this area one rate for all of it is no longer credible: the forest that a large country has. */
const largeArea = 1e8;

/** What to look at. */
export function warningsOf(
  inputs: NeutralityInputs,
  { sign, removal }: NeutralityOutputs,
): readonly Warning<Code>[] {
  const { rateFrom, saturation, disturbance, leakage, buffer, area } = inputs;
  const when = (code: Code, holds: boolean, value: number | null = null, path: string | null = null) =>
    holds ? [{ code, path, value }] : [];
  const pooled = rateFrom === 'synthesis';
  return [
    ...when('either-sign', sign === 'either' && area > 0),
    ...when('few-studies', pooled, gainOf(inputs).k),
    ...when('soil-only', pooled && inputs.question.includes('-soil-')),
    ...when('biomass-only', rateFrom === 'ipcc'),
    ...when(
      'no-roots',
      rateFrom === 'ipcc' && ratesOf(inputs) !== null && rootsOf(inputs) === null,
      null,
      'zone',
    ),
    ...when('no-spread', removal.low === undefined && area > 0),
    ...when('never-saturates', rateFrom !== 'ipcc' && saturation === 'none', null, 'saturation'),
    ...when('no-loss', disturbance === 0 && leakage === 0 && buffer === 0),
    ...when('twice-deducted', disturbance > 0 && buffer > 0, buffer, 'buffer'),
    ...when('large-area', area > largeArea, area, 'area'),
  ];
}
