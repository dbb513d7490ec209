import type { FactorTable } from '../science/factor.ts';
import type { Calculator, Source } from './define.ts';
import type { Field, QuantityField, SingleField, TableField } from './fields.ts';
import type { FigureOutput, LabelOutput } from './output.ts';
import { equationTex } from './render/tex.ts';
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

interface ChoiceDescription {
  readonly name: string;
  readonly kind: 'choice';
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly optional: boolean;
  readonly default: string | null;
}

interface TextDescription {
  readonly name: string;
  readonly kind: 'text' | 'csv';
  readonly label: string;
  readonly maxLength: number;
  readonly optional: boolean;
  readonly default: string | null;
}

export type ColumnDescription = QuantityDescription | ChoiceDescription | TextDescription;

export type FieldDescription =
  | ColumnDescription
  | {
      readonly name: string;
      readonly kind: 'table';
      readonly label: string;
      readonly columns: readonly ColumnDescription[];
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

interface LabelDescription {
  readonly name: string;
  readonly kind: 'label';
  readonly label: string;
  /** null: any text. */
  readonly values: readonly { readonly value: string; readonly label: string }[] | null;
}

export type OutputDescription =
  | FigureDescription
  | LabelDescription
  | {
      readonly name: string;
      readonly kind: 'rows';
      readonly label: string;
      readonly columns: readonly (FigureDescription | LabelDescription)[];
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
  /** Every published number it works with: value, unit, error, source, place and status. */
  readonly factors: readonly FactorTable[];
  /** The method in TeX, each equation with its source; what its symbols mean, with their units. */
  readonly equations: readonly {
    readonly id: string;
    readonly label: string;
    readonly tex: string;
    readonly source: string;
    readonly place: string;
  }[];
  readonly symbols: readonly { readonly name: string; readonly meaning: string; readonly unit: string }[];
}

/** Fields with units, bounds and defaults, outputs and sources of a calculator, named in the words given. */
export function describe(calculator: Calculator, words: Words): Description {
  const say = (key: string) => sayText(words, key).text;
  const { id, version, sources, factors } = calculator;
  return {
    id,
    version,
    title: say('title'),
    purpose: say('purpose'),
    fields: Object.entries(calculator.fields).map(([name, field]) => describeField(name, field, say)),
    outputs: Object.entries(calculator.outputs).map(([name, output]) => {
      if (output.kind !== 'rows') return describeOutput(name, output, name, say);
      const columns = Object.entries(output.columns).map(([column, one]) =>
        describeOutput(column, one, `${name}.${column}`, say),
      );
      return { name, kind: 'rows', label: say(`output.${name}.label`), columns };
    }),
    assumptions: calculator.assumptions.map((one) => say(`assumption.${one}`)),
    limits: calculator.limits.map((one) => say(`limit.${one}`)),
    sources,
    factors,
    equations: calculator.equations.map((equation) => ({
      id: equation.id,
      label: say(`equation.${equation.id}`),
      tex: equationTex(equation, calculator.symbols),
      source: equation.source,
      place: equation.place,
    })),
    symbols: Object.entries(calculator.symbols).map(([name, { unit }]) => ({
      name,
      meaning: say(`symbol.${name}`),
      unit,
    })),
  };
}

type Say = (key: string) => string;

function describeField(name: string, field: Field, say: Say): FieldDescription {
  if (field.kind !== 'table')
    return describeSingle(name, field, { label: `field.${name}.label`, choice: name }, say);
  const columns = Object.entries(field.columns).map(([column, one]) => {
    const keys = { label: `column.${name}.${column}.label`, choice: `${name}.${column}` };
    return describeSingle(column, one, keys, say);
  });
  const { minRows, maxRows, rows } = field;
  const label = say(`table.${name}.caption`);
  return { name, kind: 'table', label, columns, minRows, maxRows, example: rows };
}

function describeSingle(
  name: string,
  field: SingleField,
  keys: { readonly label: string; readonly choice: string },
  say: Say,
): ColumnDescription {
  const label = say(keys.label);
  const { optional } = field;
  if (field.kind === 'quantity') return describeQuantity(name, field, label);
  if (field.kind === 'choice') {
    const values = named(field.values, `choice.${keys.choice}`, say);
    return { name, kind: 'choice', label, values, optional, default: field.default };
  }
  return { name, kind: field.kind, label, maxLength: field.maxLength, optional, default: field.default };
}

function named(values: readonly string[], place: string, say: Say) {
  return values.map((value) => ({ value, label: say(`${place}.${value}`) }));
}

function describeQuantity(name: string, field: QuantityField, label: string): QuantityDescription {
  const { kind, unit, symbol, substance, min, max, exclusiveMin, optional } = field;
  const bounds = { min, max, exclusiveMin };
  return { name, kind, label, unit, symbol, substance, ...bounds, optional, default: field.default };
}

function describeOutput(
  name: string,
  output: FigureOutput | LabelOutput,
  place: string,
  say: Say,
): FigureDescription | LabelDescription {
  const words = say(`output.${place}.label`);
  if (output.kind === 'label') {
    const values = output.values && named(output.values, `label.${place}`, say);
    return { name, kind: 'label', label: words, values };
  }
  const { kind, unit, symbol, substance } = output;
  return { name, kind, label: words, unit, symbol, substance };
}
