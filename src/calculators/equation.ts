/**
 * Equations as data: read once, they are evaluated, written as TeX and as MathML, with symbols or with numbers.
 * A string is a symbol, a number itself.
 */
export type Expression =
  | string
  | number
  | { readonly sum: readonly Expression[] }
  | { readonly minus: readonly [Expression, Expression] }
  | { readonly negative: Expression }
  | { readonly product: readonly Expression[] }
  | { readonly over: readonly [Expression, Expression] }
  | { readonly power: readonly [Expression, Expression] }
  | { readonly root: Expression }
  | { readonly exp: Expression }
  | { readonly ln: Expression }
  | { readonly min: readonly Expression[] }
  | { readonly max: readonly Expression[] }
  /** The sum of a symbol over all its values: layers, years, trees. */
  | { readonly sumOver: string };

export const sum = (...terms: readonly Expression[]): Expression => ({ sum: terms });
export const minus = (a: Expression, b: Expression): Expression => ({ minus: [a, b] });
export const negative = (a: Expression): Expression => ({ negative: a });
export const product = (...factors: readonly Expression[]): Expression => ({ product: factors });
export const over = (a: Expression, b: Expression): Expression => ({ over: [a, b] });
export const power = (a: Expression, b: Expression): Expression => ({ power: [a, b] });
export const root = (a: Expression): Expression => ({ root: a });
export const exp = (a: Expression): Expression => ({ exp: a });
export const ln = (a: Expression): Expression => ({ ln: a });
export const min = (...terms: readonly Expression[]): Expression => ({ min: terms });
export const max = (...terms: readonly Expression[]): Expression => ({ max: terms });
export const sumOver = (symbol: string): Expression => ({ sumOver: symbol });

/** How a symbol is written, and in which unit its numbers are. Its meaning is `symbol.<name>`. */
export interface EquationSymbol {
  /** One letter, Greek as itself: `ρ`. */
  readonly base: string;
  readonly sub?: string;
  /** As readers write it; empty for a plain number. */
  readonly unit: string;
}

export type Symbols = Readonly<Record<string, EquationSymbol>>;
/** Numbers for symbols; a list for one that is summed over. */
export type SymbolValues = Readonly<Record<string, number | readonly number[]>>;

/** One equation of a method. */
export interface Equation {
  readonly id: string;
  /** What is computed. */
  readonly left: string;
  readonly right: Expression;
  /** Key in the calculator's sources, and number of equation or table there. */
  readonly source: string;
  readonly place: string;
}

/** An equation with the reader's own numbers. */
export interface WorkingStep {
  /** Id of the equation. */
  readonly equation: string;
  /** The row of a table of inputs it stands for, counted from 0; null for the whole. */
  readonly row: { readonly table: string; readonly index: number } | null;
  readonly values: SymbolValues;
  readonly result: number;
}

/**
 * The value of an expression.
 * @throws RangeError for a symbol without a number, or a list where a number is needed.
 */
export function evaluate(expression: Expression, values: SymbolValues): number {
  const at = (one: Expression) => evaluate(one, values);
  if (typeof expression === 'number') return expression;
  if (typeof expression === 'string') {
    const value = values[expression];
    if (typeof value !== 'number') throw new RangeError(`the symbol ${expression} has no number`);
    return value;
  }
  if ('sum' in expression) return expression.sum.reduce((total: number, one) => total + at(one), 0);
  if ('minus' in expression) return at(expression.minus[0]) - at(expression.minus[1]);
  if ('negative' in expression) return -at(expression.negative);
  if ('product' in expression) return expression.product.reduce((total: number, one) => total * at(one), 1);
  if ('over' in expression) return at(expression.over[0]) / at(expression.over[1]);
  if ('power' in expression) return at(expression.power[0]) ** at(expression.power[1]);
  if ('root' in expression) return Math.sqrt(at(expression.root));
  if ('exp' in expression) return Math.exp(at(expression.exp));
  if ('ln' in expression) return Math.log(at(expression.ln));
  if ('min' in expression) return Math.min(...expression.min.map(at));
  if ('max' in expression) return Math.max(...expression.max.map(at));
  const list = values[expression.sumOver];
  if (list === undefined) throw new RangeError(`the symbol ${expression.sumOver} has no numbers`);
  return typeof list === 'number' ? list : list.reduce((total, one) => total + one, 0);
}
