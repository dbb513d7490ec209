import type { Recovery } from '../../science/recovery.ts';
import { recoveryParts } from '../../science/recovery-parts.ts';
import type { Warning } from '../define.ts';
import type { WheelInputs } from './fields.ts';

export const warnings = ['incomplete', 'partial', 'no-evidence'] as const;
type Code = (typeof warnings)[number];

/** What is missing: parts, whole scores, evidence beside scores. */
export function warningsOf(
  inputs: WheelInputs,
  { notAssessed, attributes }: Recovery,
): readonly Warning<Code>[] {
  const incomplete: readonly Warning<Code>[] =
    notAssessed === 0 ? [] : [{ code: 'incomplete', path: null, value: notAssessed }];
  const ofAttributes = attributes.flatMap(({ id, assessed, partial }): readonly Warning<Code>[] => {
    const missing = partial === null ? [] : recoveryParts[id].filter((part) => inputs[part] === null);
    const path = `${id}-evidence` as const;
    return [
      ...missing.map((part) => ({ code: 'partial' as const, path: part, value: assessed })),
      ...(assessed > 0 && inputs[path] === null
        ? [{ code: 'no-evidence' as const, path, value: assessed }]
        : []),
    ];
  });
  return [...incomplete, ...ofAttributes];
}
