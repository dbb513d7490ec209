import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadVerifier, verifiedIds } from './load.ts';
import { type FoundCase, readCases } from './read-cases.ts';
import record from './record.json' with { type: 'json' };
import { recordOf, type VerificationRecord } from './record.ts';
import { runCase, type Verdict } from './run-case.ts';

/** Reference results that stand in the project, and with them the project proves itself. */
const own = 'src/science/golden';
/** Beside the project: data sets with a licence of their own, which stay there, among them. */
const shared = '../shared/science/golden';
const recorded: VerificationRecord = record;

const run = async ({ one, files }: FoundCase): Promise<Verdict> => {
  const verifier = await loadVerifier(one.calculator);
  if (verifier === null) throw new Error(`no verifier for ${one.calculator}`);
  return runCase(verifier, one, files);
};

describe.each(verifiedIds)('%s', async (id) => {
  const verifier = await loadVerifier(id);
  const found = readCases(join(own, id));
  const verdicts = await Promise.all(found.map(run));

  it('has reference results in the project, and they are its own', () => {
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ one }) => one.calculator)).toEqual(found.map(() => id));
  });

  it('says where they come from and what they do not cover', () => {
    expect(verifier?.calculator).toBe(id);
    expect(verifier?.references.join(' ')).toMatch(/\d/);
    expect(verifier?.notVerified.length).toBeGreaterThan(0);
  });

  it.each(verdicts.map((verdict) => [verdict.id, verdict] as const))('%s', (_, { ok, failures }) => {
    expect(failures).toEqual([]);
    expect(ok).toBe(true);
  });

  it('is as its record says: npm run verify:record writes it anew', () => {
    const [kinds = []] = Object.values(recordOf(verdicts));
    const told = recorded[id] ?? [];
    const counts = ({ kind, cases, numbers }: (typeof told)[number]) => ({ kind, cases, numbers });
    expect(kinds.map(counts)).toEqual(told.map(counts));
    // Other machines differ in the last digits of their logarithms, not by orders of magnitude.
    for (const [index, { withinRelative }] of kinds.entries())
      expect(withinRelative).toBeLessThanOrEqual(10 * (told[index]?.withinRelative ?? 0));
  });
});

const copied = new Set(readCases(own).map(({ one }) => `${one.calculator} ${one.id}`));
const licensed = existsSync(shared)
  ? readCases(shared).filter(({ one }) => !copied.has(`${one.calculator} ${one.id}`))
  : [];
if (!existsSync(shared))
  console.warn(
    `\n!! ${shared} is not here: the reference results whose data have a licence of their own (DE-Tha fluxes, Nouragues trees) are NOT run.\n`,
  );

describe.runIf(licensed.length > 0)('reference results beside the project', () => {
  it.each(licensed.map((found) => [`${found.one.calculator} ${found.one.id}`, found] as const))(
    '%s',
    async (_, found) => {
      expect((await run(found)).failures).toEqual([]);
    },
  );
});
