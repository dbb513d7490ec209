// Runs the reference cases of the project and writes what they showed: `npm run verify:record`.
import { writeFileSync } from 'node:fs';
import { loadVerifier } from '../verification/load.ts';
import { readCases } from '../verification/read-cases.ts';
import { recordOf } from '../verification/record.ts';
import { runCase, type Verdict } from '../verification/run-case.ts';

const verdicts: Verdict[] = [];
for (const { one, files } of readCases('src/science/golden')) {
  const verifier = await loadVerifier(one.calculator);
  if (verifier === null) throw new Error(`there is no verifier for ${one.calculator}`);
  verdicts.push(runCase(verifier, one, files));
}
writeFileSync('src/verification/record.json', `${JSON.stringify(recordOf(verdicts), null, 2)}\n`);
