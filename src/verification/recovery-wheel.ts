import { recoveryOf } from '../science/recovery.ts';
import { type PartId, partIds } from '../science/recovery-parts.ts';
import { objectAt, optionalNumberAt } from './json-inputs.ts';
import type { JsonObject, Verifier } from './verifier.ts';

export default {
  calculator: 'recovery-wheel',
  operations: { wheel },
  references: [
    'Recovery wheel interactive tool of SER Australasia: 18 parts scored 0–5, mean of three, mean of six. The cases are worked by hand from this rule.',
  ],
  notVerified: [
    'No other program was run: the cases are means of small whole numbers, worked with pencil and paper.',
    'That a part which was not assessed leaves its attribute without a score is a rule of this portal; no published example covers it.',
    'How well two assessors agree: no test of it was found.',
  ],
} as const satisfies Verifier;

function wheel(inputs: JsonObject) {
  const given = objectAt(inputs, 'scores') ?? {};
  const scores = Object.fromEntries(
    partIds.map((id): [PartId, number | null] => [id, optionalNumberAt(given, id)]),
  );
  const { attributes, ...figures } = recoveryOf(scores);
  return { ...figures, attributes: Object.fromEntries(attributes.map(({ id, ...one }) => [id, one])) };
}
