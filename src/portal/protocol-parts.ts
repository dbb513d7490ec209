import type { Protocol } from '../schemas/protocol.ts';
import type { Localized } from '../schemas/words.ts';

/** The parts of a protocol page that its data fills, in the order in which a crew needs them. */
const parts = [
  'equipment',
  'safety',
  'preparation',
  'steps',
  'form',
  'checks',
  'calculate',
  'findings',
  'uncertainty',
  'mistakes',
  'variants',
  'standards',
  'history',
] as const;

export type ProtocolPart = (typeof parts)[number];

export function protocolParts(record: Localized<Protocol>): ProtocolPart[] {
  const filled = (list: readonly unknown[] | undefined) => (list?.length ?? 0) > 0;
  return parts.filter((part) => {
    if (part === 'calculate') return filled(record.equations);
    return part === 'variants' || filled(record[part]);
  });
}
