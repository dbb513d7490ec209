import { coastalFaults, soilRate } from '../../science/blue-carbon/project.ts';
import { salinityWithoutMethane } from '../../science/blue-carbon/systems.ts';
import type { Warning } from '../define.ts';
import { factorsOf, projectOf } from './assess.ts';
import type { BlueCarbonInputs } from './fields.ts';
import type { BlueCarbonOutputs } from './outputs.ts';

export const problems = [
  'no-drainage-factor',
  'no-biomass-ceiling',
  'rate-limits',
  'rate-missing',
  'not-whole',
] as const;
export const warnings = [
  'net-source',
  'fresh-water',
  'not-counted',
  'stock-reached',
  'drained-baseline',
  'marsh-rate',
] as const;
type ProblemCode = (typeof problems)[number];
type WarningCode = (typeof warnings)[number];

/** What no field can see alone. */
export function check(inputs: BlueCarbonInputs) {
  const found: { code: ProblemCode; path: string; value: number | null }[] = [];
  for (const { code, argument } of coastalFaults(projectOf(inputs), factorsOf(inputs))) {
    const known = problems.find((one) => one === code);
    // told where the reader made the choice
    const path = argument === 'drainedBaseline' ? 'baseline' : 'climate';
    if (known !== undefined) found.push({ code: known, path, value: null });
  }
  const { ownAccumulation: value, ownAccumulationLow: low, ownAccumulationHigh: high } = inputs;
  if (value === null && (low !== null || high !== null))
    found.push({ code: 'rate-missing', path: 'ownAccumulation', value: null });
  else if (value !== null) {
    if (low === null ? high !== null : low > value)
      found.push({ code: 'rate-limits', path: 'ownAccumulationLow', value: low });
    if (high === null ? low !== null : high < value)
      found.push({ code: 'rate-limits', path: 'ownAccumulationHigh', value: high });
  }
  for (const path of ['years', 'draws', 'seed'] as const)
    if (!Number.isInteger(inputs[path])) found.push({ code: 'not-whole', path, value: inputs[path] });
  return found;
}

export function warningsOf(
  inputs: BlueCarbonInputs,
  { net, yearsToNaturalStock }: BlueCarbonOutputs,
): readonly Warning<WarningCode>[] {
  const about = (code: WarningCode, holds: boolean, path: string | null, value: number | null = null) =>
    holds ? [{ code, path, value }] : [];
  const project = projectOf(inputs);
  const { accumulation, methane } = factorsOf(inputs);
  const counted = soilRate(project, accumulation.value) > 0;
  const fresh = methane !== null && project.salinity < salinityWithoutMethane;
  const reached = (yearsToNaturalStock.value ?? Infinity) < project.years;
  const defaultMarsh = inputs.system === 'tidal-marsh' && inputs.ownAccumulation === null;
  return [
    ...about('net-source', (net.value ?? 0) < 0, null),
    ...about('fresh-water', fresh, 'salinity', project.salinity),
    ...about('not-counted', !counted && accumulation.value > 0, 'cover', project.cover),
    ...about('stock-reached', reached, 'soilStock', project.soilStock),
    ...about('drained-baseline', project.drainedBaseline, 'baseline'),
    ...about('marsh-rate', defaultMarsh, 'ownAccumulation'),
  ];
}
