import {
  type Display,
  estimateOf,
  type Face,
  labelOf,
  type Origin,
  type Result,
  rowsOf,
  type Success,
} from './define.ts';
import { type Inputs, readInputs } from './fields.ts';

/** A run as a file: everything needed to compute it again, bit by bit, and to see that it is the same. */
export interface RunRecord {
  readonly schema: 1;
  readonly calculator: string;
  readonly version: string;
  /** Where the calculator stands. */
  readonly page: string;
  readonly made: string;
  /** In the calculator's own units. A seed, where there is one, is one of them. */
  readonly inputs: Inputs;
  readonly units: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly warnings: Result['warnings'];
  readonly factors: readonly { readonly id: string; readonly title: string; readonly version: string }[];
  readonly sources: readonly { readonly citation: string; readonly url: string; readonly supports: string }[];
}

/** The record of a run; `made` is a date, `page` an address. */
export function recordOf(
  calculator: Face & Pick<Display, 'sources'> & Pick<Origin, 'factors'>,
  { inputs, result }: Success,
  { page, made }: { readonly page: string; readonly made: string },
): RunRecord {
  const { id, version, factors, sources } = calculator;
  const outputs = Object.entries(calculator.outputs).flatMap(([name, output]): [string, unknown][] => {
    if (output.kind === 'rows') return output.shown === 'file' ? [] : [[name, rowsOf(result, name)]];
    if (output.kind === 'label') return [[name, labelOf(result, name)]];
    return [[name, { ...estimateOf(result, name), unit: output.unit, substance: output.substance }]];
  });
  return {
    schema: 1,
    calculator: id,
    version,
    page,
    made,
    inputs,
    units: unitsOf(calculator),
    outputs: Object.fromEntries(outputs),
    warnings: result.warnings,
    factors: factors.map((table) => ({ id: table.id, title: table.title, version: table.version })),
    sources: sources.map(({ citation, url, supports }) => ({ citation, url, supports })),
  };
}

/** UCUM code of every input, by place. */
function unitsOf({ fields }: Face): Readonly<Record<string, string>> {
  const units = Object.entries(fields).flatMap(([name, field]): [string, string][] => {
    if (field.kind === 'quantity') return [[name, field.unit]];
    if (field.kind !== 'table') return [];
    return Object.entries(field.columns).flatMap(([column, one]): [string, string][] =>
      one.kind === 'quantity' ? [[`${name}.${column}`, one.unit]] : [],
    );
  });
  return Object.fromEntries(units);
}

export type RecordReading =
  | {
      readonly ok: true;
      readonly inputs: Inputs;
      /** It was made by another version: the same inputs may give another result. */
      readonly otherVersion: string | null;
    }
  | { readonly ok: false; readonly code: 'not-json' | 'not-a-run' | 'other-calculator' | 'inputs-wrong' };

/** Reads the inputs back from a file; nothing else of it is believed. */
export function readRecord(calculator: Face, text: string): RecordReading {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, code: 'not-json' };
  }
  if (typeof content !== 'object' || content === null || !('calculator' in content) || !('inputs' in content))
    return { ok: false, code: 'not-a-run' };
  if (content.calculator !== calculator.id) return { ok: false, code: 'other-calculator' };
  const { inputs } = content;
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs))
    return { ok: false, code: 'not-a-run' };
  const reading = readInputs(calculator.fields, { ...inputs });
  if (!reading.ok) return { ok: false, code: 'inputs-wrong' };
  const version = 'version' in content ? String(content.version) : '';
  return {
    ok: true,
    inputs: reading.inputs,
    otherVersion: version === calculator.version ? null : version,
  };
}
