import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { type Calculator, estimateOf, labelOf, type Result, rowsOf } from '../calculators/define.ts';
import { describe } from '../calculators/describe.ts';
import type { RawInputs } from '../calculators/fields.ts';
import { calculatorIds, isCalculatorId, loadCalculator } from '../calculators/load.ts';
import { problemSaying, warningSaying } from '../calculators/messages.ts';
import type { FigureOutput } from '../calculators/output.ts';
import { sayText, type Words } from '../calculators/say.ts';
import { wordsOf } from '../calculators/words.ts';
import { loadVerifier } from '../verification/load.ts';
import { readCases } from '../verification/read-cases.ts';
import { runCase, type Verdict } from '../verification/run-case.ts';

const usage = `Usage:
  calc list                 ids of all calculators
  calc describe <id>        inputs, units, bounds, outputs and sources as JSON
  calc run <id>             reads one JSON object, or one per line, on standard input
  calc verify <folder> [--format json|text]
                            runs every reference case below a folder; ends with 0 only when all hold`;

/** Bad input ends with 1, a command that could not run with 2. */
process.exitCode = await main(process.argv.slice(2));

async function main([command, id, ...more]: readonly string[]): Promise<number> {
  if (command === 'verify') return id === undefined ? refuse(usage) : verify(id, more);
  if (more.length === 0 && command === 'list' && id === undefined) return print(calculatorIds.join('\n'), 0);
  if (more.length > 0 || id === undefined || (command !== 'describe' && command !== 'run'))
    return refuse(usage);
  if (!isCalculatorId(id))
    return refuse(`There is no calculator "${id}". There are: ${calculatorIds.join(', ')}.`);
  const calculator = await loadCalculator(id);
  const words = wordsOf(id, 'en');
  if (command === 'describe') return print(JSON.stringify(describe(calculator, words), null, 2), 0);
  return run(calculator, words, readRequests(await text(process.stdin)));
}

/** Answers every object with one line, in the same order; what cannot be computed is told on standard error. */
function run(calculator: Calculator, words: Words, requests: readonly Request[]): number {
  if (requests.length === 0) return refuse('Nothing on standard input: give a JSON object of the fields.');
  let code = 0;
  for (const [index, request] of requests.entries()) {
    const computation = request.ok ? calculator.compute(request.inputs) : null;
    if (computation?.ok) {
      print(JSON.stringify(answer(calculator, words, computation.result)), 0);
      continue;
    }
    const problems = computation?.problems ?? [];
    const messages = request.ok
      ? problems.map(
          (problem) => `${problem.path}: ${sayText(words, problemSaying(calculator, words, problem)).text}`,
        )
      : [request.message];
    const where = requests.length > 1 ? `object ${index + 1}: ` : '';
    for (const message of messages) process.stderr.write(`${where}${message}\n`);
    code = print(JSON.stringify({ error: messages.join(' '), problems }), 1);
  }
  return code;
}

/** Runs every reference case of a folder, one line each. */
async function verify(folder: string, options: readonly string[]): Promise<number> {
  const format = options[0] === '--format' ? options[1] : options.length === 0 ? 'text' : undefined;
  if (options.length > 2 || (format !== 'json' && format !== 'text')) return refuse(usage);
  if (!existsSync(folder)) return refuse(`There is no folder ${folder}.`);
  const found = readCases(folder);
  if (found.length === 0) return refuse(`There are no reference cases in ${folder}.`);
  let code = 0;
  for (const { one, files } of found) {
    const verifier = await loadVerifier(one.calculator);
    if (verifier === null) {
      print(`${one.id}: there is no calculator "${one.calculator}"`, 1);
      code = 1;
      continue;
    }
    const verdict = runCase(verifier, one, files);
    if (!verdict.ok) code = 1;
    print(format === 'json' ? JSON.stringify(verdict) : told(verdict), code);
  }
  return code;
}

function told({ calculator, id, ok, numbers, difference, failures }: Verdict): string {
  const head = `${ok ? 'holds' : 'FAILS'}  ${calculator} ${id}: ${numbers} numbers, largest relative difference ${difference.toExponential(1)}`;
  return [head, ...failures.map((failure) => `       ${failure}`)].join('\n');
}

type Request =
  | { readonly ok: true; readonly inputs: RawInputs }
  | { readonly ok: false; readonly message: string };

/** One object, however it is set out, or else one a line. */
function readRequests(input: string): readonly Request[] {
  const whole = readRequest(input);
  const lines = input.split('\n').filter((line) => line.trim() !== '');
  return whole.ok || lines.length === 1 ? [whole] : lines.map(readRequest);
}

function readRequest(input: string): Request {
  let inputs: unknown;
  try {
    inputs = JSON.parse(input);
  } catch (error) {
    return {
      ok: false,
      message: `This is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  if (typeof inputs === 'object' && inputs !== null && !Array.isArray(inputs))
    return { ok: true, inputs: { ...inputs } };
  return {
    ok: false,
    message: `A JSON object is needed, { "field": value }; found ${JSON.stringify(inputs)?.slice(0, 40)}`,
  };
}

/** The outputs by name: figures with their unit, tables as rows; full precision. */
function answer(calculator: Calculator, words: Words, result: Result): object {
  const outputs = Object.entries(calculator.outputs).map(([name, output]) => {
    if (output.kind === 'rows') return [name, rowsOf(result, name)];
    return [name, output.kind === 'label' ? labelOf(result, name) : withUnit(output, result, name)];
  });
  const warnings = result.warnings.map((one) => ({
    ...one,
    message: sayText(words, warningSaying(calculator, words, one)).text,
  }));
  return { calculator: calculator.id, version: calculator.version, ...Object.fromEntries(outputs), warnings };
}

function withUnit({ unit, substance }: FigureOutput, result: Result, name: string): object {
  return { ...estimateOf(result, name), unit, ...(substance === null ? {} : { substance }) };
}

function print(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}
