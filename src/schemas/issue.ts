import type { z } from 'zod';
import type { ProblemCode, ValuesOf } from '../guard/codes.ts';

/** Refuses what a schema found, as a code with its values; explain.ts makes a problem with a place of it. */
export function refuse<Code extends ProblemCode>(
  context: z.RefinementCtx,
  path: readonly PropertyKey[],
  code: Code,
  values: ValuesOf<Code>,
): void {
  context.addIssue({ code: 'custom', path: [...path], message: code, params: { problem: code, values } });
}

/** The message of a check that Zod makes itself is the code of its problem. */
export const says = (code: ProblemCode): string => code;
