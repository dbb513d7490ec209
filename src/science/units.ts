/**
 * Units of measure as UCUM writes them: `t/(har.a)`, `g/kg`, `Mg/har`, `%`, `cm3`.
 * The atoms are those of ecology and carbon accounting; the grammar is UCUM's (terms joined by
 * `.` and `/`, read from left to right, integer exponents, parentheses, metric prefixes).
 * Source: The Unified Code for Units of Measure, version 2.1, §§ 2-4 (https://ucum.org/ucum).
 */

/** Exponents of length (m), mass (g), time (s), temperature (K), amount (mol) and money. */
export type Dimension = readonly [number, number, number, number, number, number];

export interface Unit {
  /** The UCUM text it was read from. */
  readonly code: string;
  /** Multiply a value in this unit by `factor` to get it in metres, grams, seconds, kelvin, moles. */
  readonly factor: number;
  readonly dimension: Dimension;
}

export class UnitError extends RangeError {
  readonly code: string;
  constructor(code: string, why: string) {
    super(`"${code}" is not a unit this portal can read: ${why}`);
    this.name = 'UnitError';
    this.code = code;
  }
}

interface Atom {
  readonly factor: number;
  readonly dimension: Dimension;
  readonly metric: boolean;
}

const none: Dimension = [0, 0, 0, 0, 0, 0];
const length: Dimension = [1, 0, 0, 0, 0, 0];
const area: Dimension = [2, 0, 0, 0, 0, 0];
const volume: Dimension = [3, 0, 0, 0, 0, 0];
const mass: Dimension = [0, 1, 0, 0, 0, 0];
const time: Dimension = [0, 0, 1, 0, 0, 0];
const energy: Dimension = [2, 1, -2, 0, 0, 0];

const atom = (factor: number, dimension: Dimension, metric = false): Atom => ({
  factor,
  dimension,
  metric,
});

const money: Dimension = [0, 0, 0, 0, 0, 1];

const year = 31_557_600; // UCUM `a`: mean Julian year of 365.25 days

const atoms = new Map<string, Atom>([
  ['m', atom(1, length, true)],
  ['g', atom(1, mass, true)],
  ['s', atom(1, time, true)],
  ['K', atom(1, [0, 0, 0, 1, 0, 0], true)],
  ['mol', atom(1, [0, 0, 0, 0, 1, 0], true)],
  ['Cel', atom(1, [0, 0, 0, 1, 0, 0])], // a difference of temperature; the offset of the scale is not converted
  ['Hz', atom(1, [0, 0, -1, 0, 0, 0], true)],
  ['t', atom(1e6, mass, true)],
  ['L', atom(1e-3, volume, true)],
  ['l', atom(1e-3, volume, true)],
  ['ar', atom(100, area, true)], // hectare is `har`
  ['[acr_us]', atom(4046.872609874252, area)], // of the US survey foot; the international acre is 4840.[yd_i]2
  ['[mu_cn]', atom(10_000 / 15, area)], // mǔ 亩, by definition one fifteenth of a hectare
  ['[in_i]', atom(0.0254, length)],
  ['[ft_i]', atom(0.3048, length)],
  ['[yd_i]', atom(0.9144, length)],
  ['[mi_i]', atom(1609.344, length)],
  ['[oz_av]', atom(28.349523125, mass)],
  ['[lb_av]', atom(453.59237, mass)],
  ['[ston_av]', atom(907_184.74, mass)], // short ton, 2000 pounds
  ['[lton_av]', atom(1_016_046.9088, mass)], // long ton, 2240 pounds
  ['[gal_us]', atom(3.785411784e-3, volume)],
  ['min', atom(60, time)],
  ['h', atom(3600, time)],
  ['d', atom(86_400, time)],
  ['wk', atom(604_800, time)],
  ['mo', atom(year / 12, time)],
  ['a', atom(year, time)],
  ['%', atom(0.01, none)],
  ['[ppth]', atom(1e-3, none)],
  ['[ppm]', atom(1e-6, none)],
  ['[ppb]', atom(1e-9, none)],
  ['deg', atom(Math.PI / 180, none)],
  ['J', atom(1000, energy, true)],
  ['W', atom(1000, [2, 1, -3, 0, 0, 0], true)],
  ['Pa', atom(1000, [-1, 1, -2, 0, 0, 0], true)],
  ['bar', atom(1e8, [-1, 1, -2, 0, 0, 0], true)],
  ['atm', atom(101_325_000, [-1, 1, -2, 0, 0, 0])],
  ['cal', atom(4184, energy, true)], // thermochemical
]);

/**
 * Money, arbitrary units of our own by ISO 4217 code: one dimension, so that an indicator of income takes any
 * of them, but no factor between two of them, because exchange rates are no constants.
 */
const currency = /^\[[A-Z]{3}\]$/;

const prefixes = new Map<string, number>([
  ['P', 1e15],
  ['T', 1e12],
  ['G', 1e9],
  ['M', 1e6],
  ['k', 1e3],
  ['h', 1e2],
  ['d', 1e-1],
  ['c', 1e-2],
  ['m', 1e-3],
  ['u', 1e-6],
  ['n', 1e-9],
]);

/**
 * Reads a UCUM expression.
 * @throws UnitError naming the text and what is wrong with it.
 */
export function parseUnit(code: string): Unit {
  const reader = { code, at: 0 };
  if (code.trim() === '') throw new UnitError(code, 'it is empty; write 1 for a plain number');
  const { factor, dimension } = readTerm(reader);
  if (reader.at < code.length) {
    throw new UnitError(code, `"${code.slice(reader.at)}" was not expected at character ${reader.at + 1}`);
  }
  return { code, factor, dimension };
}

/** Whether two units measure the same kind of thing. */
export function sameDimension(a: Unit, b: Unit): boolean {
  return a.dimension.every((exponent, index) => exponent === b.dimension[index]);
}

/**
 * A value in one unit expressed in another.
 * @throws UnitError for a unit that cannot be read, RangeError where the dimensions differ.
 */
export function convert(value: number, from: string, to: string): number {
  const source = parseUnit(from);
  const target = parseUnit(to);
  if (!sameDimension(source, target)) {
    throw new RangeError(`${from} cannot be converted to ${to}: they measure different things`);
  }
  if (from === to) return value;
  if (Number.isNaN(source.factor))
    throw new RangeError(`${from} cannot be converted to ${to}: exchange rates change`);
  return (value * source.factor) / target.factor;
}

interface Reader {
  readonly code: string;
  at: number;
}

type Measure = Omit<Unit, 'code'>;

function readTerm(reader: Reader): Measure {
  let result: Measure = { factor: 1, dimension: none };
  let sign = 1;
  if (reader.code[reader.at] === '/') {
    sign = -1;
    reader.at += 1;
  }
  for (;;) {
    result = times(result, power(readComponent(reader), sign));
    const next = reader.code[reader.at];
    if (next !== '.' && next !== '/') return result;
    sign = next === '/' ? -1 : 1;
    reader.at += 1;
  }
}

function readComponent(reader: Reader): Measure {
  if (reader.code[reader.at] === '(') {
    reader.at += 1;
    const inner = readTerm(reader);
    if (reader.code[reader.at] !== ')') throw new UnitError(reader.code, 'a closing parenthesis is missing');
    reader.at += 1;
    return inner;
  }
  const rest = reader.code.slice(reader.at);
  const number = /^\d+(?:\*\d+)?/.exec(rest);
  if (number) {
    reader.at += number[0].length;
    const [base = '1', exponent = '1'] = number[0].split('*');
    return { factor: Number(base) ** Number(exponent), dimension: none };
  }
  const symbol = /^(?:[a-zA-Z]*\[[^\]]+\]|[a-zA-Z]+|%)/.exec(rest);
  if (!symbol) {
    const found = rest === '' ? 'a unit is missing at the end' : `"${rest}" does not begin with a unit`;
    throw new UnitError(reader.code, found);
  }
  reader.at += symbol[0].length;
  const unit = readSymbol(symbol[0], reader.code);
  const exponent = /^[+-]?\d+/.exec(reader.code.slice(reader.at));
  if (!exponent) return unit;
  reader.at += exponent[0].length;
  return power(unit, Number(exponent[0]));
}

function readSymbol(symbol: string, code: string): Measure {
  const whole = atoms.get(symbol);
  if (whole) return whole;
  if (currency.test(symbol)) return { factor: Number.NaN, dimension: money };
  const scale = prefixes.get(symbol[0] ?? '');
  const rest = atoms.get(symbol.slice(1));
  if (scale !== undefined && rest?.metric) {
    return { factor: scale * rest.factor, dimension: rest.dimension };
  }
  throw new UnitError(code, `"${symbol}" is not known`);
}

function times(a: Measure, b: Measure): Measure {
  return {
    factor: a.factor * b.factor,
    dimension: a.dimension.map(
      (exponent, index) => exponent + (b.dimension[index] ?? 0),
    ) as unknown as Dimension,
  };
}

function power(a: Measure, exponent: number): Measure {
  return {
    factor: a.factor ** exponent,
    dimension: a.dimension.map((value) => value * exponent) as unknown as Dimension,
  };
}
