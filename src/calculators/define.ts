import {
  type Fields,
  fieldAt,
  type Inputs,
  type InputsOf,
  type Problem,
  type RawInputs,
  type Reading,
  readInputs,
} from './fields.ts';

/** A single number of the result. The first output of a calculator is the headline. */
export interface FigureOutput {
  readonly kind: 'figure';
  /** UCUM code. */
  readonly unit: string;
  /** The unit as readers write it. */
  readonly symbol: string;
  readonly substance: string | null;
  /** Significant digits shown; the full number is kept. */
  readonly digits: number;
  /** A change: printed with its sign. */
  readonly signed: boolean;
}

/** A table of the result, one number a cell. */
export interface RowsOutput<Columns extends FigureColumns = FigureColumns> {
  readonly kind: 'rows';
  readonly columns: Columns;
}
type FigureColumns = Readonly<Record<string, FigureOutput>>;

export type Outputs = Readonly<Record<string, FigureOutput | RowsOutput>>;

interface FigureOptions {
  readonly unit: string;
  readonly symbol?: string;
  readonly substance?: string;
  readonly digits?: number;
  readonly signed?: boolean;
}

/** A number of the result, or a column of one of its tables. */
export function figure(options: FigureOptions): FigureOutput {
  const symbol = options.unit === '1' ? '' : options.unit;
  return { kind: 'figure', symbol, substance: null, digits: 3, signed: false, ...options };
}

/** A table of the result. */
export function rows<Columns extends FigureColumns>(columns: Columns): RowsOutput<Columns> {
  return { kind: 'rows', columns };
}

/** A number in the unit of its output, with the interval that holds the truth in `level` of all cases. */
export interface Estimate {
  /** null where the value is not defined. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** 0.95 for 95 %. */
  readonly level?: number;
}

export type OutputRow = Readonly<Record<string, number | null>>;
type OutputsOf<O> = {
  readonly [Name in keyof O]: O[Name] extends RowsOutput<infer Columns>
    ? readonly { readonly [Column in keyof Columns]: number | null }[]
    : Estimate;
};

/** Something a reader should look at although there is a result. Its words are `warning.<code>`. */
export interface Warning<Code extends string = string> {
  readonly code: Code;
  /** The input it is about, as in a problem; null where it is about all of them. */
  readonly path: string | null;
  readonly value: number | null;
}

export interface Result {
  readonly outputs: Readonly<Record<string, Estimate | readonly OutputRow[]>>;
  readonly warnings: readonly Warning[];
}

export type Computation =
  | { readonly ok: true; readonly inputs: Inputs; readonly result: Result }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Source {
  /** Key in content/references. */
  readonly id: string;
  readonly citation: string;
  readonly url: string;
  /** What of the calculator rests on it, with the number of the equation or table. */
  readonly supports: string;
}

/** A calculator as everything outside sees it: form, address, API and command line are read from it. */
export interface Calculator {
  readonly id: string;
  readonly version: string;
  readonly fields: Fields;
  readonly outputs: Outputs;
  readonly sources: readonly Source[];
  /** Ids; the words are `assumption.<id>`. */
  readonly assumptions: readonly string[];
  /** What it does not cover: ids; the words are `limit.<id>`. */
  readonly limits: readonly string[];
  /** Codes that its own check may give. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  /** Reads, checks and computes: the result, or all that is wrong with the inputs. */
  compute(raw: RawInputs): Computation;
}

interface Definition<F extends Fields, O extends Outputs, P extends string, W extends string> {
  readonly id: string;
  readonly version: string;
  readonly fields: F;
  readonly outputs: O;
  readonly sources: readonly Source[];
  readonly assumptions?: readonly string[];
  readonly limits?: readonly string[];
  readonly problems?: readonly P[];
  readonly warnings?: readonly W[];
  /** What no field can see alone. Rows are counted as `inputs` has them; units come from the fields. */
  readonly check?: (
    inputs: InputsOf<F>,
  ) => readonly (Omit<Problem, 'unit'> & { readonly code: NoInfer<P> })[];
  /** Pure, from science. */
  readonly run: (inputs: InputsOf<F>) => {
    readonly outputs: OutputsOf<O>;
    readonly warnings?: readonly Warning<NoInfer<W>>[];
  };
}

/** Makes a calculator of its definition. The types of fields and outputs stay inside. */
export function defineCalculator<
  const F extends Fields,
  const O extends Outputs,
  const P extends string = never,
  const W extends string = never,
>(definition: Definition<F, O, P, W>): Calculator {
  const { check, run, assumptions = [], limits = [], problems = [], warnings = [], ...rest } = definition;
  return {
    ...rest,
    assumptions,
    limits,
    problems,
    warnings,
    compute(raw) {
      const reading = readInputs(definition.fields, raw);
      if (!reading.ok) return reading;
      const inputs = reading.inputs as InputsOf<F>; // readInputs builds them from these same fields
      const found = (check?.(inputs) ?? []).map((problem) =>
        asGiven(problem, definition.fields, reading.places),
      );
      if (found.length > 0) return { ok: false, problems: found };
      const outcome = run(inputs);
      const result = {
        outputs: outcome.outputs as Result['outputs'], // OutputsOf, with its names forgotten
        warnings: (outcome.warnings ?? []).map((one) => ({
          ...one,
          path: one.path && givenPath(one.path, reading.places),
        })),
      };
      return { ok: true, inputs: reading.inputs, result };
    },
  };
}

type Places = Extract<Reading, { ok: true }>['places'];

function asGiven(problem: Omit<Problem, 'unit'>, fields: Fields, places: Places): Problem {
  const field = fieldAt(fields, problem.path);
  const unit = field?.kind === 'quantity' ? field.unit : undefined;
  return { ...problem, path: givenPath(problem.path, places), unit };
}

/** The path with its row counted as it was given, empty rows included. */
function givenPath(path: string, places: Places): string {
  const [name = '', row, ...column] = path.split('.');
  const given = row === undefined ? undefined : places[name]?.[Number(row)];
  return given === undefined ? path : [name, given, ...column].join('.');
}

/** The estimate of an output by its name. */
export function estimateOf(result: Result, name: string): Estimate {
  const output = result.outputs[name];
  if (output === undefined || isRows(output)) throw new Error(`"${name}" is not a figure of this result`);
  return output;
}

/** The rows of an output by its name. */
export function rowsOf(result: Result, name: string): readonly OutputRow[] {
  const output = result.outputs[name];
  if (output === undefined || !isRows(output)) throw new Error(`"${name}" is not a table of this result`);
  return output;
}

function isRows(output: Estimate | readonly OutputRow[]): output is readonly OutputRow[] {
  return Array.isArray(output);
}
