// Writes what the calculator of carbon neutrality takes from the content: `npm run neutrality:record`.
import { writeFileSync } from 'node:fs';
import { neutralityRecord } from '../portal/neutrality-record.ts';

writeFileSync(
  'src/calculators/carbon-neutrality/record.json',
  `${JSON.stringify(neutralityRecord(), null, 2)}\n`,
);
