import { loadVerifier, verifiedIds } from '../verification/load.ts';
import record from '../verification/record.json' with { type: 'json' };
import type { KindRecord, VerificationRecord } from '../verification/record.ts';

/** How a calculator was verified: what its reference cases showed, where they come from, what none of them covers. */
export interface Verification {
  readonly id: string;
  readonly kinds: readonly KindRecord[];
  readonly references: readonly string[];
  readonly notVerified: readonly string[];
}

const recorded: VerificationRecord = record;

/** The verification of every calculator that has reference cases. */
export async function verifications(): Promise<readonly Verification[]> {
  return Promise.all(
    verifiedIds.map(async (id) => {
      const verifier = await loadVerifier(id);
      return {
        id,
        kinds: recorded[id] ?? [],
        references: verifier?.references ?? [],
        notVerified: verifier?.notVerified ?? [],
      };
    }),
  );
}
