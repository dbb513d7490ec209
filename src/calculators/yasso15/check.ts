import { standStart } from '../../science/yasso15/stand.ts';
import type { Warning } from '../define.ts';
import { poolsOf, standOf, wrongShares } from './assess.ts';
import type { YassoInputs } from './fields.ts';

export const problems = ['not-whole-years', 'shares-not-whole', 'no-steady-state'] as const;

interface Found {
  readonly code: (typeof problems)[number];
  readonly path: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
}

/** What no field can see alone. */
export function check(inputs: YassoInputs): readonly Found[] {
  const { years, precipitation, start } = inputs;
  const found: Found[] = wrongShares(inputs).map(({ row, ...sum }) => ({
    code: 'shares-not-whole',
    path: `litter.${row}.a`,
    ...sum,
  }));
  if (!Number.isInteger(years)) found.unshift({ code: 'not-whole-years', path: 'years', value: years });
  if (found.length > 0 || start !== 'steady-state' || standStart(standOf(inputs)) !== null) return found;
  return [{ code: 'no-steady-state', path: 'precipitation', value: precipitation }];
}

export const warnings = [
  'large-litter',
  'tropical',
  'leaching',
  'pools-not-used',
  'pools-empty',
  'nothing-decays',
] as const;
type Code = (typeof warnings)[number];

/** Mean temperature of the year above which few data have shaped the parameters, degrees Celsius. */
const tropical = 20;
/** More litter than this in a year, t C/ha, is worth a second look. */
const largeLitter = 30;

/** What a reader should look at although there is a result. */
export function warningsOf(inputs: YassoInputs): readonly Warning<Code>[] {
  const { months, litter, leaching, start, precipitation } = inputs;
  const mean = months.reduce((sum, { temperature }) => sum + temperature, 0) / months.length;
  const falling = litter.reduce((sum, { after }) => sum + after, 0);
  const given = poolsOf(inputs).some((one) => one > 0);
  const about = (code: Code, path: string | null, value: number | null, holds: boolean) =>
    holds ? [{ code, path, value }] : [];
  return [
    ...about('large-litter', null, falling, falling > largeLitter),
    ...about('tropical', null, mean, mean > tropical),
    ...about('leaching', 'leaching', leaching, leaching !== 0),
    ...about('pools-not-used', null, null, start !== 'pools' && given),
    ...about('pools-empty', null, null, start === 'pools' && !given),
    ...about('nothing-decays', 'precipitation', precipitation, precipitation === 0),
  ];
}
