import type { Calculator, FigureOutput, Source } from './define.ts';
import type { Field, QuantityField, TableField } from './fields.ts';
import { sayText, type Words } from './say.ts';

export interface QuantityDescription {
  readonly name: string;
  readonly kind: 'quantity';
  readonly label: string;
  readonly unit: string;
  readonly symbol: string;
  readonly substance: string | null;
  readonly min: number;
  readonly max: number;
  /** `min` itself is not allowed. */
  readonly exclusiveMin: boolean;
  /** May be null. */
  readonly optional: boolean;
  /** Used where the field is absent. */
  readonly default: number | null;
}

export type FieldDescription =
  | QuantityDescription
  | {
      readonly name: string;
      readonly kind: 'choice';
      readonly label: string;
      readonly values: readonly { readonly value: string; readonly label: string }[];
      readonly default: string;
    }
  | {
      readonly name: string;
      readonly kind: 'table';
      readonly label: string;
      readonly columns: readonly QuantityDescription[];
      readonly minRows: number;
      readonly maxRows: number;
      /** The worked example; not used where the table is absent. */
      readonly example: TableField['rows'];
    };

interface FigureDescription {
  readonly name: string;
  readonly kind: 'figure';
  readonly label: string;
  readonly unit: string;
  readonly symbol: string;
  readonly substance: string | null;
}

export type OutputDescription =
  | FigureDescription
  | {
      readonly name: string;
      readonly kind: 'rows';
      readonly label: string;
      readonly columns: readonly FigureDescription[];
    };

/** A calculator as plain data, for the API and the command line. */
export interface Description {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly purpose: string;
  readonly fields: readonly FieldDescription[];
  /** The first is the headline. A figure may have `low` and `high`. */
  readonly outputs: readonly OutputDescription[];
  readonly assumptions: readonly string[];
  readonly limits: readonly string[];
  readonly sources: readonly Source[];
}

/** Fields with units, bounds and defaults, outputs and sources of a calculator, named in the words given. */
export function describe(calculator: Calculator, words: Words): Description {
  const say = (key: string) => sayText(words, key).text;
  const { id, version, sources } = calculator;
  return {
    id,
    version,
    title: say('title'),
    purpose: say('purpose'),
    fields: Object.entries(calculator.fields).map(([name, field]) => describeField(name, field, say)),
    outputs: Object.entries(calculator.outputs).map(([name, output]) => {
      const label = say(`output.${name}.label`);
      if (output.kind === 'figure') return describeFigure(name, output, label);
      const columns = Object.entries(output.columns).map(([column, figure]) =>
        describeFigure(column, figure, say(`output.${name}.${column}.label`)),
      );
      return { name, kind: 'rows', label, columns };
    }),
    assumptions: calculator.assumptions.map((one) => say(`assumption.${one}`)),
    limits: calculator.limits.map((one) => say(`limit.${one}`)),
    sources,
  };
}

type Say = (key: string) => string;

function describeField(name: string, field: Field, say: Say): FieldDescription {
  if (field.kind === 'quantity') return describeQuantity(name, field, say(`field.${name}.label`));
  if (field.kind === 'choice') {
    const values = field.values.map((value) => ({ value, label: say(`choice.${name}.${value}`) }));
    return { name, kind: 'choice', label: say(`field.${name}.label`), values, default: field.default };
  }
  const columns = Object.entries(field.columns).map(([column, quantity]) =>
    describeQuantity(column, quantity, say(`column.${name}.${column}.label`)),
  );
  const { minRows, maxRows, rows } = field;
  return {
    name,
    kind: 'table',
    label: say(`table.${name}.caption`),
    columns,
    minRows,
    maxRows,
    example: rows,
  };
}

function describeQuantity(name: string, field: QuantityField, label: string): QuantityDescription {
  const { kind, unit, symbol, substance, min, max, exclusiveMin, optional } = field;
  return {
    name,
    kind,
    label,
    unit,
    symbol,
    substance,
    min,
    max,
    exclusiveMin,
    optional,
    default: field.default,
  };
}

function describeFigure(
  name: string,
  { kind, unit, symbol, substance }: FigureOutput,
  label: string,
): FigureDescription {
  return { name, kind, label, unit, symbol, substance };
}
