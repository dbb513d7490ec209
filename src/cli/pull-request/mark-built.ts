import { readFileSync, writeFileSync } from 'node:fs';
import { readReport, writeReport } from './report.ts';

/** node src/cli/pull-request/mark-built.ts <report>: says in a report that its pages were built. */
const [file] = process.argv.slice(2);
const report = file === undefined ? undefined : readReport(readFileSync(file));
if (file === undefined || !report) throw new Error('Name a report.');
writeFileSync(file, writeReport({ ...report, preview: true }));
