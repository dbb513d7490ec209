import type { FactorTable } from '../science/factor.ts';
import type { Equation, Symbols, WorkingStep } from './equation.ts';
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
import type { Estimate, OutputRow, Outputs, OutputsOf, OutputValue } from './output.ts';
import { type ChosenUnits, convertInputs, fieldsIn, problemIn } from './unit-choice.ts';
import type { Unsure } from './unsure.ts';
import type { ViewModel } from './view.ts';

/** Something a reader should look at although there is a result. Its words are `warning.<code>`. */
export interface Warning<Code extends string = string> {
  readonly code: Code;
  /** The input it is about, as in a problem; null where it is about all of them. */
  readonly path: string | null;
  readonly value: number | null;
}

export interface Result {
  readonly outputs: Readonly<Record<string, OutputValue>>;
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

/** A calculator before anything is computed: form, address, batch and the look of its results are read from it. */
export interface Face {
  readonly id: string;
  readonly version: string;
  readonly fields: Fields;
  readonly outputs: Outputs;
  /** Ids of what it draws; the words are `view.<id>.title` and `view.<id>.says`. */
  readonly views: readonly string[];
  /** It takes longer than a keystroke allows: pages run it in a worker. */
  readonly slow: boolean;
  /** Another figure stands first where a choice asks for it; null where the first output always does. */
  readonly headline: Headline | null;
  /** What drives the headline is shown; not where choices decide, or rows are studies. */
  readonly drivers: boolean;
  /** Its model says what is uncertain, so that shares of the variance of the headline can be computed. */
  readonly variance: boolean;
}

interface Headline<Field extends string = string, Figure extends string = string> {
  readonly field: Field;
  /** Value of the choice -> output. */
  readonly by: Readonly<Partial<Record<string, Figure>>>;
}

/** The part that computes. */
export interface Model {
  /** Codes that its own check may give. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  /**
   * Reads, checks and computes: the result, or all that is wrong with the inputs. What is offered is in the units
   * chosen, and so are the problems; the inputs and the result given back are in the calculator's own units.
   */
  compute(raw: RawInputs, units?: ChosenUnits): Computation;
  /** What is uncertain in a run; null where the method has no word on it. */
  unsure(inputs: Inputs): Unsure | null;
}

/** The part that shows a result: drawings, and the method with the reader's numbers. */
export interface Display {
  readonly sources: readonly Source[];
  readonly symbols: Symbols;
  readonly equations: readonly Equation[];
  /** What a view shows of a result; null where there is nothing to draw. */
  view(id: string, success: Success): ViewModel | null;
  /** The equations with the numbers of a result, step by step. */
  working(success: Success): readonly WorkingStep[];
}

/** The part that says where it holds and what its numbers rest on. */
export interface Origin {
  /** The published numbers it works with, each with source and status. */
  readonly factors: readonly FactorTable[];
  /** Ids; the words are `assumption.<id>`. */
  readonly assumptions: readonly string[];
  /** What it does not cover: ids; the words are `limit.<id>`. */
  readonly limits: readonly string[];
}

/** A calculator with all its parts, for the build, the command line and the open data. */
export interface Calculator extends Face, Model, Display, Origin {}

/** A calculator whose parts come when they are used; in a browser each is a file of its own. */
export interface Definition extends Face {
  model(): Promise<Model>;
  display(): Promise<Display>;
  origin(): Promise<Origin>;
}

export type Success = Extract<Computation, { ok: true }>;

/** What `model.ts` of a calculator exports. */
export interface ModelPart<F extends Fields, O extends Outputs, P extends string, W extends string> {
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
  readonly unsure?: (inputs: InputsOf<F>) => Unsure | null;
}

/** What `display.ts` of a calculator exports. */
interface DisplayPart<F extends Fields, O extends Outputs, V extends string> {
  readonly sources: readonly Source[];
  readonly symbols?: Symbols;
  readonly equations?: readonly Equation[];
  readonly views: Readonly<
    Record<NoInfer<V>, (inputs: InputsOf<F>, outputs: OutputsOf<O>) => ViewModel | null>
  >;
  readonly working?: (inputs: InputsOf<F>, outputs: OutputsOf<O>) => readonly WorkingStep[];
}

interface Parts<F extends Fields, O extends Outputs, V extends string, P extends string, W extends string> {
  readonly id: string;
  readonly version: string;
  readonly fields: F;
  readonly outputs: O;
  readonly views: readonly V[];
  readonly slow?: boolean;
  readonly headline?: Headline<keyof F & string, keyof O & string>;
  readonly drivers?: boolean;
  readonly variance?: boolean;
  readonly model: () => Promise<ModelPart<F, O, P, W>>;
  readonly display: () => Promise<DisplayPart<F, O, V>>;
  readonly origin: () => Promise<Partial<Origin>>;
}

/** Makes a calculator of its definition. The types of fields and outputs stay inside. */
export function defineCalculator<
  const F extends Fields,
  const O extends Outputs,
  const V extends string,
  const P extends string = never,
  const W extends string = never,
>({ model, display, origin, ...face }: Parts<F, O, V, P, W>): Definition {
  return {
    slow: false,
    headline: null,
    drivers: true,
    variance: false,
    ...face,
    model: async () => modelOf(face.fields, await model()),
    display: async () => displayOf(await display()),
    origin: async () => ({ factors: [], assumptions: [], limits: [], ...(await origin()) }),
  };
}

/** The calculator with all its parts at once. */
export async function withParts(definition: Definition): Promise<Calculator> {
  const [model, display, origin] = await Promise.all([
    definition.model(),
    definition.display(),
    definition.origin(),
  ]);
  return { ...definition, ...model, ...display, ...origin };
}

function modelOf<F extends Fields, O extends Outputs, P extends string, W extends string>(
  fields: F,
  { problems = [], warnings = [], check, run, unsure }: ModelPart<F, O, P, W>,
): Model {
  return {
    problems,
    warnings,
    compute(raw, units = {}) {
      const reading = readInputs(fieldsIn(fields, units), raw);
      if (!reading.ok) return reading;
      const own = convertInputs(fields, reading.inputs, units, 'to own');
      const inputs = own as InputsOf<F>; // readInputs builds them from these same fields
      const found = (check?.(inputs) ?? []).map((problem) =>
        problemIn(fields, asGiven(problem, fields, reading.places), units),
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
      return { ok: true, inputs: own, result };
    },
    unsure: (inputs) => unsure?.(inputs as InputsOf<F>) ?? null, // those of a computation of these fields
  };
}

function displayOf<F extends Fields, O extends Outputs, V extends string>({
  sources,
  symbols = {},
  equations = [],
  views,
  working,
}: DisplayPart<F, O, V>): Display {
  // The inputs and outputs of a computation are those of this definition, with their types forgotten.
  const typed = ({ inputs, result }: Success) =>
    [inputs as InputsOf<F>, result.outputs as unknown as OutputsOf<O>] as const;
  const draws: Readonly<Partial<Record<string, (typeof views)[V]>>> = views;
  return {
    sources,
    symbols,
    equations,
    view: (id, success) => draws[id]?.(...typed(success)) ?? null,
    working: (success) => working?.(...typed(success)) ?? [],
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
  if (typeof output !== 'object' || output === null || isRows(output))
    throw new Error(`"${name}" is not a figure of this result`);
  return output;
}

/** The words of an output by its name; null where there are none. */
export function labelOf(result: Result, name: string): string | null {
  const output = result.outputs[name];
  if (output !== null && typeof output !== 'string')
    throw new Error(`"${name}" is not a label of this result`);
  return output;
}

/** The rows of an output by its name. */
export function rowsOf(result: Result, name: string): readonly OutputRow[] {
  const output = result.outputs[name];
  if (typeof output !== 'object' || output === null || !isRows(output))
    throw new Error(`"${name}" is not a table of this result`);
  return output;
}

function isRows(output: Estimate | readonly OutputRow[]): output is readonly OutputRow[] {
  return Array.isArray(output);
}
