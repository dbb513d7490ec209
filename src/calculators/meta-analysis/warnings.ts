import type { EffectSize, Study } from '../../science/meta-analysis/effect-sizes.ts';
import { meansNearZero, repeatedNames, tooSmallDeviations } from '../../science/meta-analysis/studies.ts';
import type { Warning } from '../define.ts';
import { type MetaInputs, rowsOfMeasure, tableOf } from './inputs.ts';

export const warnings = [
  'left-out',
  'filled-in',
  'repeated-study',
  'deviation-may-be-error',
  'mean-near-zero',
  'few-studies',
  'normal-with-few-studies',
  'normal-instead',
  'prediction-with-few-studies',
  'bias-tests-with-few-studies',
  'subgroup-missing',
  'moderator-missing',
  'moderator-constant',
] as const;
type Code = (typeof warnings)[number];

/** What the warnings are drawn from. */
export interface Seen {
  readonly inputs: MetaInputs;
  /** As they were reported, before anything was filled in. */
  readonly studies: readonly Study[];
  readonly effects: readonly EffectSize[];
  readonly leftOut: readonly number[];
  readonly filled: readonly number[];
}

export function warningsOf(seen: Seen): Warning<Code>[] {
  return [...rowWarnings(seen), ...modelWarnings(seen), ...columnWarnings(seen)];
}

function rowWarnings({ inputs, studies, effects, leftOut, filled }: Seen): Warning<Code>[] {
  const table = tableOf(inputs.measure);
  const at = (code: Code, place: number, value: number | null = null, column?: string): Warning<Code> => ({
    code,
    path: column === undefined ? `${table}.${place}` : `${table}.${place}.${column}`,
    value,
  });
  const repeated = new Set(repeatedNames(effects));
  const compared = inputs.measure !== 'given';
  return [
    ...leftOut.map((place) => at('left-out', place)),
    ...filled.map((place) => at('filled-in', place)),
    ...effects
      .filter(({ study }) => repeated.has(study.trim()))
      .map(({ place }) => at('repeated-study', place)),
    ...(compared ? tooSmallDeviations(studies) : []).map(({ place, argument, value }) =>
      at('deviation-may-be-error', place, value, argument),
    ),
    ...(inputs.measure === 'lnRR' ? meansNearZero(studies) : []).map(({ place, argument, value }) =>
      at('mean-near-zero', place, value, argument),
    ),
  ];
}

function modelWarnings({ inputs, effects }: Seen): Warning<Code>[] {
  const k = effects.length;
  const random = inputs.method !== 'FE';
  const codes: (readonly [Code, boolean])[] = [
    ['few-studies', k < 5],
    ['normal-instead', inputs.test === 'knha' && k < 3],
    ['normal-with-few-studies', random && inputs.test === 'z' && k < 40],
    ['prediction-with-few-studies', random && k < 20],
    ['bias-tests-with-few-studies', k >= 3 && k < 10],
  ];
  return codes.flatMap(([code, holds]) => (holds ? [{ code, path: null, value: k }] : []));
}

function columnWarnings({ inputs, effects }: Seen): Warning<Code>[] {
  const rows = rowsOfMeasure(inputs);
  const used = effects.map(({ place }) => rows[place]);
  const missing = (column: 'subgroup' | 'moderator') =>
    used.filter((row) => (row?.[column] ?? null) === null).length;
  const some = (count: number) => count > 0 && count < used.length;
  const moderators = used.flatMap((row) => (row?.moderator == null ? [] : [row.moderator]));
  const constant = moderators.length > 1 && moderators.every((value) => value === moderators[0]);
  const about = (code: Code, value: number): Warning<Code> => ({ code, path: null, value });
  return [
    ...(some(missing('subgroup')) ? [about('subgroup-missing', missing('subgroup'))] : []),
    ...(some(missing('moderator')) ? [about('moderator-missing', missing('moderator'))] : []),
    ...(constant ? [about('moderator-constant', moderators[0] ?? 0)] : []),
  ];
}
