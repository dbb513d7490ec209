import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toAddress } from '../calculators/address.ts';
import { placesOf } from '../calculators/batch/plan.ts';
import type { Calculator, Success } from '../calculators/define.ts';
import type { GoldenInput } from '../calculators/golden-input.ts';
import { type CalculatorId, isCalculatorId, loadCalculator } from '../calculators/load.ts';
import { writeCsv } from '../csv/write.ts';
import { readCases } from '../verification/read-cases.ts';

interface Named {
  readonly calculator: string;
  readonly case: string;
  readonly figures: readonly string[];
}

/** The worked example of a learning path: a reference case as a reader enters it, and what comes of it. */
export interface WorkedExercise {
  readonly id: CalculatorId;
  readonly calculator: Calculator;
  readonly success: Success;
  /** Search parameters that open the calculator with these data. */
  readonly search: string;
}

const readers = import.meta.glob<{
  goldenInputs(cases: readonly unknown[], read: (name: string) => string): readonly GoldenInput[];
}>('../calculators/*/golden-inputs.ts');

/** @throws Error where the calculator, the case or a figure named does not exist, which stops the build. */
export async function workedExercise({
  calculator: id,
  case: name,
  figures,
}: Named): Promise<WorkedExercise> {
  const load = readers[`../calculators/${id}/golden-inputs.ts`];
  if (!isCalculatorId(id) || !load) throw new Error(`no calculator "${id}" with reference cases`);
  const calculator = await loadCalculator(id);
  const unknown = figures.find((figure) => calculator.outputs[figure]?.kind !== 'figure');
  if (unknown) throw new Error(`the calculator ${id} has no figure "${unknown}"`);
  const folder = join('src/science/golden', id);
  const cases = readCases(folder)
    .filter(({ file }) => !file.endsWith('published.json'))
    .map(({ one }) => one);
  const found = (await load())
    .goldenInputs(cases, (file) => readFileSync(join(folder, file), 'utf8'))
    .find((one) => one.case === name);
  if (!found) throw new Error(`the calculator ${id} has no reference case "${name}"`);
  const success = calculator.compute(found.raw);
  if (!success.ok) throw new Error(`the reference case ${name} of ${id} is refused by its calculator`);
  return { id, calculator, success, search: toAddress(calculator, success.inputs).toString() };
}

/** The data as a file that the calculator reads: a line a row of its table, single entries in the first. */
export function exerciseCsv({ calculator, success }: WorkedExercise, name: string): string {
  const places = placesOf(calculator);
  const tables = Object.keys(calculator.fields).filter((field) => Array.isArray(success.inputs[field]));
  const rowsOf = (table: string) => success.inputs[table] as readonly Readonly<Record<string, unknown>>[];
  const lines = Math.max(1, ...tables.map((table) => rowsOf(table).length));
  const cell = (place: string, line: number): string | number | undefined => {
    const [field = '', column] = place.split('.');
    const value = column === undefined ? single(field, line) : rowsOf(field)[line]?.[column];
    return typeof value === 'number' || typeof value === 'string' ? value : undefined;
  };
  const single = (field: string, line: number) => (line === 0 ? success.inputs[field] : undefined);
  const used = places.filter(({ place }) =>
    Array.from({ length: lines }, (_, line) => cell(place, line)).some((value) => value !== undefined),
  );
  const rows = Array.from({ length: lines }, (_, line) => [
    name,
    ...used.map(({ place }) => cell(place, line)),
  ]);
  return writeCsv([['case', ...used.map(({ place }) => place)], ...rows]);
}
