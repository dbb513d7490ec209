import { rothcBounds } from '../../science/rothc/domain.ts';
import { largeYearlyInput } from '../../science/rothc/faults.ts';
import type { RothcMonth } from '../../science/rothc/month.ts';
import type { Scenario } from '../../science/rothc/scenario.ts';
import type { Warning } from '../define.ts';
import type { RothcInputs } from './fields.ts';
import { beginning, scenarioOf } from './inputs.ts';
import type { RothcOutputs } from './outputs.ts';

export const problems = [
  'not-whole-years',
  'not-a-month',
  'stock-missing',
  'inert-missing',
  'below-inert',
  'stock-not-reached',
  'no-equilibrium',
] as const;

interface Found {
  readonly code: (typeof problems)[number];
  readonly path: string;
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
}

/** What no field can see alone. */
export function check(inputs: RothcInputs): readonly Found[] {
  const { start, years, measuredStock, manure } = inputs;
  const found: Found[] = [];
  if (!Number.isInteger(years)) found.push({ code: 'not-whole-years', path: 'years', value: years });
  for (const [row, { month }] of manure.entries()) {
    if (!Number.isInteger(month))
      found.push({ code: 'not-a-month', path: `manure.${row}.month`, value: month, min: 1, max: 12 });
  }
  if (start === 'measured' && measuredStock === null)
    found.push({ code: 'stock-missing', path: 'measuredStock', value: null });
  const scenario = scenarioOf(inputs);
  if (scenario === null) found.push({ code: 'inert-missing', path: 'inert', value: null });
  return found.length > 0 || scenario === null ? found : startFaults(inputs, scenario);
}

/** Why a run cannot begin. */
function startFaults(inputs: RothcInputs, scenario: Scenario): readonly Found[] {
  if (beginning(inputs, scenario) !== null) return [];
  const { measured, soil } = scenario;
  if (measured === null) return [{ code: 'no-equilibrium', path: 'months', value: null }];
  const place = { path: 'measuredStock', value: measured, min: soil.inert, max: rothcBounds.soil.inert[1] };
  return [{ code: measured < place.min ? 'below-inert' : 'stock-not-reached', ...place }];
}

export const warnings = [
  'large-input',
  'deep-soil',
  'organic-soil',
  'target-not-reached',
  'stock-not-used',
  'stock-error-not-used',
] as const;
type Code = (typeof warnings)[number];

/** Above it the soil may be organic (FAO 2022, GSOCseq technical manual, chapter 5). */
const organicAbove = 200;
/** Deeper layers lie outside the model. */
const deepestTopsoil = 30;

/** What a reader should look at although there is a result. */
export function warningsOf(
  inputs: RothcInputs,
  { before, after }: Scenario,
  { startStock, requiredInput }: RothcOutputs,
): readonly Warning<Code>[] {
  const { depth, start, measuredStock, stockError, targetStock } = inputs;
  const carbonOf = (year: readonly RothcMonth[]) =>
    year.reduce((sum, one) => sum + one.plantInput + one.manureInput, 0);
  const most = Math.max(carbonOf(before), carbonOf(after));
  const begun = startStock.value ?? 0;
  const about = (code: Code, path: string | null, value: number | null, holds: boolean) =>
    holds ? [{ code, path, value }] : [];
  return [
    ...about('large-input', null, most, most > largeYearlyInput),
    ...about('deep-soil', 'depth', depth, depth > deepestTopsoil),
    ...about('organic-soil', null, begun, begun > organicAbove),
    ...about(
      'target-not-reached',
      'targetStock',
      targetStock,
      targetStock !== null && requiredInput.value === null,
    ),
    ...about('stock-not-used', 'measuredStock', measuredStock, start === 'spin-up' && measuredStock !== null),
    ...about('stock-error-not-used', 'stockError', stockError, start === 'spin-up' && stockError !== null),
  ];
}
