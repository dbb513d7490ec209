/**
 * Time per operation of every method: `npm run bench:science`, or `npm run bench:science -- rothc regrowth` for
 * some. The median of several runs, in one thread; a short operation is repeated within a run until it fills it.
 */
import { cpus } from 'node:os';
import { type Operation, operations } from './science-operations.ts';

interface Timing {
  /** Milliseconds of one operation. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  readonly runs: number;
}

/** A run lasts at least so long, ms. */
const shortest = 20;
const fewestRuns = 5;
const mostRuns = 25;
/** No further run begins after so long, ms. */
const budget = 3000;

const wanted = process.argv.slice(2);
const chosen = operations.filter(({ method }) => wanted.length === 0 || wanted.includes(method));
if (chosen.length === 0) {
  process.stderr.write(`There are: ${[...new Set(operations.map(({ method }) => method))].join(', ')}\n`);
  process.exitCode = 2;
} else {
  const rows = chosen.map((one) => rowOf(one, time(one)));
  print(['method', 'operation', 'median', 'fastest to slowest', 'runs'], rows);
  process.stdout.write(`\nNode ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
}

function time({ run }: Operation): Timing {
  const within = repetitions(run);
  const begin = performance.now();
  const taken: number[] = [];
  while (taken.length < fewestRuns || (taken.length < mostRuns && performance.now() - begin < budget)) {
    const start = performance.now();
    for (let index = 0; index < within; index += 1) run();
    taken.push((performance.now() - start) / within);
  }
  taken.sort((a, b) => a - b);
  const at = (index: number) => taken[index] ?? Number.NaN;
  const middle = taken.length / 2;
  const median = (at(Math.ceil(middle) - 1) + at(Math.floor(middle))) / 2;
  return { median, fastest: at(0), slowest: at(taken.length - 1), runs: taken.length };
}

/** How often an operation is run so that it fills a run; the compiler is warm after it. */
function repetitions(run: () => unknown): number {
  let count = 1;
  for (;;) {
    const start = performance.now();
    for (let index = 0; index < count; index += 1) run();
    if (performance.now() - start >= shortest) return count;
    count *= 2;
  }
}

function rowOf(
  { method, operation }: Operation,
  { median, fastest, slowest, runs }: Timing,
): readonly string[] {
  return [method, operation, written(median), `${written(fastest)} to ${written(slowest)}`, String(runs)];
}

function written(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toPrecision(3)} s`;
  if (milliseconds >= 1) return `${milliseconds.toPrecision(3)} ms`;
  return `${(milliseconds * 1000).toPrecision(3)} µs`;
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...rows])
    process.stdout.write(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`);
}
