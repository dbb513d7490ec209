import { zoneOf } from '../../science/peatland/categories.ts';
import type { Warning } from '../define.ts';
import type { Estimate } from '../output.ts';
import { tableFactors } from './assess.ts';
import type { PeatlandInputs } from './fields.ts';
import type { PeatlandOutputs } from './outputs.ts';
import { factorAt } from './own-factors.ts';

export const warnings = [
  'benefit-negative',
  'benefit-uncertain',
  'sign-depends-on-gwp',
  'still-a-source',
  'no-n2o-interval',
  'zone-default',
  'own-outside',
] as const;
type Code = (typeof warnings)[number];

/** Below it, in %, the benefit is called uncertain. */
const surely = 95;

export function warningsOf(inputs: PeatlandInputs, outputs: PeatlandOutputs): readonly Warning<Code>[] {
  const { drained, rewetted } = inputs;
  const { benefit, probabilityOfBenefit: probability } = outputs;
  const about = (code: Code, holds: boolean, path: string | null = null) =>
    holds ? [{ code, path, value: null }] : [];
  const signs = new Set(outputs.bySet.map((one) => Math.sign(one.benefit ?? 0)));
  const palm = drained === 'tropical-oil-palm' || drained === 'tropical-sago-palm';
  const ownN2o = inputs.ownFactors.some(({ factor }) => factor === 'drained-n2o');
  const negative = isBelow(benefit.value, 0);
  return [
    ...about('benefit-negative', negative),
    ...about('benefit-uncertain', !negative && hasInterval(benefit) && isBelow(probability.value, surely)),
    ...about('sign-depends-on-gwp', signs.size > 1, 'gwpSet'),
    ...about('still-a-source', (outputs.rewetted.value ?? 0) > 0),
    ...about('no-n2o-interval', palm && !ownN2o, 'drained'),
    ...about('zone-default', rewetted === 'default' && zoneOf(drained) !== 'tropical', 'rewetted'),
    ...ownOutside(inputs),
  ];
}

/** Own factors beyond the limits of the default: another land, or another unit. */
function ownOutside(inputs: PeatlandInputs): readonly Warning<Code>[] {
  const table = tableFactors(inputs);
  return inputs.ownFactors.flatMap(({ factor, value }, index) => {
    const { low, high } = factorAt(table, factor);
    const outside = (low !== null && value < low) || (high !== null && value > high);
    return outside ? [{ code: 'own-outside' as const, path: `ownFactors.${index}.value`, value }] : [];
  });
}

function isBelow(value: number | null, limit: number): boolean {
  return value !== null && value < limit;
}

function hasInterval({ low, high }: Estimate): boolean {
  return low !== undefined && high !== undefined;
}
