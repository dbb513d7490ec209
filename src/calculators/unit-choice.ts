import { convert } from '../science/units.ts';
import type { Columns, Field, Fields, Inputs, Problem, QuantityField, TableField } from './fields.ts';
import type { FigureOutput, Outputs } from './output.ts';

/** A unit that a reader may choose: UCUM code, and as readers write it, `{s}` where the substance stands. */
interface UnitName {
  readonly code: string;
  readonly symbol: string;
}

const named = (entries: readonly (readonly [code: string, symbol: string])[]): readonly UnitName[] =>
  entries.map(([code, symbol]) => ({ code, symbol }));

/** Units that may stand for one another, by what they measure. The first field they serve decides which is the default. */
const families: readonly (readonly UnitName[])[] = [
  named([
    ['t/har', 't{s}/ha'],
    ['kg/m2', 'kg{s}/m²'],
    ['g/m2', 'g{s}/m²'],
    ['kg/har', 'kg{s}/ha'],
    ['t/[mu_cn]', 't{s}/mu'],
  ]),
  named([
    ['t/(har.a)', 't{s}/(ha·yr)'],
    ['kg/(m2.a)', 'kg{s}/(m²·yr)'],
    ['g/(m2.a)', 'g{s}/(m²·yr)'],
    ['kg/(har.a)', 'kg{s}/(ha·yr)'],
    ['t/([mu_cn].a)', 't{s}/(mu·yr)'],
  ]),
  named([
    ['har', 'ha'],
    ['m2', 'm²'],
    ['km2', 'km²'],
    ['[mu_cn]', 'mu'],
    ['[acr_us]', 'acre'],
  ]),
  named([
    ['t', 't{s}'],
    ['kg', 'kg{s}'],
    ['kt', 'kt{s}'],
    ['Mt', 'Mt{s}'],
  ]),
  named([
    ['t/a', 't{s}/yr'],
    ['kg/a', 'kg{s}/yr'],
    ['kt/a', 'kt{s}/yr'],
    ['Mt/a', 'Mt{s}/yr'],
  ]),
  named([
    ['cm', 'cm'],
    ['m', 'm'],
    ['mm', 'mm'],
  ]),
  named([
    ['g/cm3', 'g/cm³'],
    ['kg/m3', 'kg/m³'],
  ]),
];

/** A concentration may be given in per cent; a plain percentage has no other unit. */
const concentration = named([
  ['g/kg', 'g{s}/kg'],
  ['%', '%'],
  ['mg/g', 'mg{s}/g'],
]);

/** The units a reader may choose for a quantity, its own first; only its own where no other is usual. */
export function unitsFor({ unit, symbol, substance }: UnitOf): readonly UnitName[] {
  const family =
    unit === 'g/kg' ? concentration : (families.find((one) => one.some(({ code }) => code === unit)) ?? []);
  const shown = substanceIn(symbol, family.find(({ code }) => code === unit)?.symbol ?? '', substance);
  const others = family
    .filter(({ code }) => code !== unit)
    .map(({ code, symbol: pattern }) => ({ code, symbol: pattern.replace('{s}', shown) }));
  return [{ code: unit, symbol }, ...others];
}

/** The substance as the symbol of a unit shows it: ` C` in `t C/ha`. */
function substanceIn(symbol: string, pattern: string, substance: string | null): string {
  const [before = '', after = ''] = pattern.split('{s}');
  if (pattern.includes('{s}') && symbol.startsWith(before) && symbol.endsWith(after))
    return symbol.slice(before.length, symbol.length - after.length);
  return substance !== null && symbol.includes(substance) ? ` ${substance}` : '';
}

type UnitOf = Pick<QuantityField | FigureOutput, 'unit' | 'symbol' | 'substance'>;

/** Units chosen in place of a calculator's own, by place: `area`, `layers.soc`, and `=stock` for an output. */
export type ChosenUnits = Readonly<Record<string, string>>;

/** The unit chosen for a place; its own where none is chosen or the choice is not offered. */
export function chosenUnit(one: UnitOf, chosen: string | undefined): UnitName {
  const units = unitsFor(one);
  return units.find(({ code }) => code === chosen) ?? units[0] ?? { code: one.unit, symbol: one.symbol };
}

/** The fields as a reader who chose units meets them: bounds, default and rows in those units. */
export function fieldsIn(fields: Fields, units: ChosenUnits): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, fieldIn(field, name, units)]),
  );
}

function fieldIn(field: Field, place: string, units: ChosenUnits): Field {
  if (field.kind === 'table') return tableIn(field, place, units);
  return field.kind === 'quantity' ? quantityIn(field, units[place]) : field;
}

function tableIn(field: TableField, place: string, units: ChosenUnits): TableField {
  const columns: Columns = Object.fromEntries(
    Object.entries(field.columns).map(([name, column]) => [
      name,
      column.kind === 'quantity' ? quantityIn(column, units[`${place}.${name}`]) : column,
    ]),
  );
  return { ...field, columns };
}

function quantityIn(field: QuantityField, chosen: string | undefined): QuantityField {
  const { code, symbol } = chosenUnit(field, chosen);
  if (code === field.unit) return field;
  const to = (value: number) => tidy(convert(value, field.unit, code));
  return {
    ...field,
    unit: code,
    symbol,
    min: to(field.min),
    max: to(field.max),
    default: field.default === null ? null : to(field.default),
  };
}

/** Without the last binary digits: 0.3 m is not 0.30000000000000004 m. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Inputs between a calculator's own units and those chosen. */
export function convertInputs(
  fields: Fields,
  inputs: Inputs,
  units: ChosenUnits,
  direction: 'to chosen' | 'to own',
): Inputs {
  const one = (field: QuantityField, place: string, value: number): number => {
    const { code } = chosenUnit(field, units[place]);
    if (code === field.unit) return value;
    return direction === 'to own'
      ? tidy(convert(value, code, field.unit))
      : tidy(convert(value, field.unit, code));
  };
  const converted = Object.entries(fields).map(([name, field]): [string, Inputs[string]] => {
    const value = inputs[name] ?? null;
    if (field.kind === 'quantity') return [name, typeof value === 'number' ? one(field, name, value) : value];
    if (field.kind !== 'table' || typeof value !== 'object' || value === null) return [name, value];
    const rows = value.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, cell]) => {
          const kind = field.columns[column];
          const known = kind?.kind === 'quantity' && typeof cell === 'number';
          return [column, known ? one(kind, `${name}.${column}`, cell) : cell];
        }),
      ),
    );
    return [name, rows];
  });
  return Object.fromEntries(converted);
}

/** A problem of a calculator's own check, told in the unit that the reader chose. */
export function problemIn(fields: Fields, problem: Problem, units: ChosenUnits): Problem {
  const [name = '', , column] = problem.path.split('.');
  const field = fields[name];
  const quantity = field?.kind === 'table' ? field.columns[column ?? ''] : field;
  if (quantity?.kind !== 'quantity') return problem;
  const place = column === undefined ? name : `${name}.${column}`;
  const { code } = chosenUnit(quantity, units[place]);
  if (code === quantity.unit) return problem;
  const to = (value: number) => tidy(convert(value, quantity.unit, code));
  return {
    ...problem,
    value: typeof problem.value === 'number' ? to(problem.value) : problem.value,
    min: problem.min === undefined ? undefined : to(problem.min),
    max: problem.max === undefined ? undefined : to(problem.max),
    unit: code,
  };
}

/** Outputs as a reader who chose units meets them. */
export function outputsIn(outputs: Outputs, units: ChosenUnits): Outputs {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, output]) => {
      if (output.kind !== 'figure') return [name, output];
      const { code, symbol } = chosenUnit(output, units[`=${name}`]);
      return [name, { ...output, unit: code, symbol }];
    }),
  );
}

/** A number of a result in the unit chosen for it. */
export function outputValue(output: FigureOutput, chosen: FigureOutput, value: number): number {
  return output.unit === chosen.unit ? value : convert(value, output.unit, chosen.unit);
}

/** Chosen units as they stand in an address: `area~mu_cn*=stock~kg/m2`; empty where none is chosen. */
export function writeUnits(units: ChosenUnits): string {
  return Object.entries(units)
    .map(([place, code]) => `${place}~${code}`)
    .join('*');
}

/** The units of an address; what is not offered is left out where it is used. */
export function readUnits(text: string | null): ChosenUnits {
  const pairs = (text ?? '').split('*').flatMap((pair) => {
    const [place, code, ...more] = pair.split('~');
    return place && code && more.length === 0 ? [[place, code] as const] : [];
  });
  return Object.fromEntries(pairs);
}
