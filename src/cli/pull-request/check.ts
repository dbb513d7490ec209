import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isNotice } from '../../guard/codes.ts';
import type { Problem } from '../../guard/problem.ts';
import { layOut, rawChanges, readRawChanges } from './incoming.ts';
import { type Report, writeReport } from './report.ts';

/**
 * node src/cli/pull-request/check.ts --commit <merge commit> --to <side folder> --report <file>
 * Judges a pull request with the program of the branch it goes to. The incoming files are data in a side folder.
 * Exit 0 whatever is found: the outcome stands in the report and, for the workflow, in GITHUB_OUTPUT.
 */
if (import.meta.main) main();

function main(): void {
  const { values } = parseArgs({
    options: { commit: { type: 'string' }, to: { type: 'string' }, report: { type: 'string' } },
  });
  const { commit, to, report: file } = values;
  if (!commit || !to || !file) throw new Error('--commit, --to and --report are needed');
  const report = judge(process.cwd(), commit, resolve(to));
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, writeReport(report));
  const output = process.env['GITHUB_OUTPUT'];
  if (output) appendFileSync(output, `outcome=${report.outcome}\n`);
  console.log(`${report.outcome}: ${report.problems.length} problems and things to look at`);
}

/** The outcome for a merge commit; pages are built later, and only where everything is clean. */
export function judge(repository: string, commit: string, to: string): Report {
  const raw = rawChanges(repository, commit);
  const left = layOut(repository, readRawChanges(raw), to);
  const paths = runCheck(['src/cli/check-changes.ts', '--paths-from', '-', '--format', 'json'], to, raw);
  const content = runCheck(['src/cli/check-content.ts', '--format', 'json'], to);
  if (paths === undefined || content === undefined)
    return { outcome: 'failed', problems: [], preview: false };
  const below = content.problems.map((problem) => ({ ...problem, file: `content/${problem.file}` }));
  const problems = unique([...paths.problems, ...left, ...below]);
  const asks = new Set(paths.status === 3 ? paths.problems.map(({ code }) => code) : []);
  const refused = problems.some(({ code }) => !isNotice(code) && !asks.has(code));
  const outcome = refused ? 'problems' : paths.status === 3 ? 'maintainer' : 'clean';
  return { outcome, problems, preview: false };
}

interface Checked {
  readonly status: number;
  readonly problems: readonly Problem[];
}

/** Runs a check of the trusted branch over the side folder; undefined where it could not run. */
function runCheck(args: readonly string[], to: string, input = ''): Checked | undefined {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', CONTENT_DIR: join(to, 'content') },
    input,
    maxBuffer: 100_000_000,
    timeout: 300_000,
  });
  if (status === null || status === 2) {
    console.error(stderr);
    return undefined;
  }
  const answer = JSON.parse(stdout) as Problem[] | { readonly problems: Problem[] };
  return { status, problems: Array.isArray(answer) ? answer : answer.problems };
}

/** Each problem once: the path policy and the lay-out may name the same link. */
function unique(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(
      problems.map((one) => [JSON.stringify([one.file, one.line, one.column, one.code, one.values]), one]),
    ).values(),
  ];
}
