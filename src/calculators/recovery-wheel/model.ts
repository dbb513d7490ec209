import { recoveryOf, scoreFaults } from '../../science/recovery.ts';
import { recoveryParts } from '../../science/recovery-parts.ts';
import type { WheelInputs } from './fields.ts';
import type { WheelOutputs } from './outputs.ts';
import { warningsOf } from './warnings.ts';

export { warnings } from './warnings.ts';
export const problems = ['not-whole', 'not-a-date'] as const;

interface Found {
  readonly code: (typeof problems)[number];
  readonly path: string;
  readonly value: number | string;
}

/** What no field can see alone; the bounds of the scores the fields see themselves. */
export function check(inputs: WheelInputs): readonly Found[] {
  const { date } = inputs;
  const parts = scoreFaults(inputs).flatMap(({ code, argument, value }) =>
    code === 'not-whole' ? [{ code, path: argument, value }] : [],
  );
  return date === null || isDate(date)
    ? parts
    : [{ code: 'not-a-date', path: 'date', value: date }, ...parts];
}

/** A year, a month or a day that the calendar has. */
function isDate(text: string): boolean {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export function run(inputs: WheelInputs) {
  const recovery = recoveryOf(inputs);
  const { overall, assessed, notAssessed, attributes } = recovery;
  const outputs: WheelOutputs = {
    overall: { value: overall },
    assessed: { value: assessed },
    notAssessed: { value: notAssessed },
    attributes: attributes.map(({ id, ...one }) => ({
      attribute: id,
      ...one,
      evidence: inputs[`${id}-evidence`],
    })),
    parts: attributes.flatMap(({ id }) =>
      recoveryParts[id].map((part) => ({ attribute: id, part, score: inputs[part] })),
    ),
  };
  return { outputs, warnings: warningsOf(inputs, recovery) };
}
