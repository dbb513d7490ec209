import { escapeHtml } from '../../i18n/typeset.ts';
import type { Equation, EquationSymbol, Expression, Symbols, SymbolValues } from '../equation.ts';

/** How the leaves of an expression are written. */
interface Leaves {
  readonly symbol: (name: string) => string;
  readonly list: (name: string) => string;
  readonly number: (value: number) => string;
}

/** The equation in its symbols, as MathML. */
export function equationMathml({ left, right }: Equation, symbols: Symbols): string {
  const symbol = (name: string) => symbolMathml(symbols[name], name);
  const list = (name: string) => `<mrow><mo movablelimits="false">∑</mo>${symbol(name)}</mrow>`;
  const number = (value: number) => `<mn>${value}</mn>`;
  return block(`${symbol(left)}<mo>=</mo>${write(right, { symbol, list, number }, 0)}`);
}

/** The equation with numbers put in, as MathML: `S = 1100 · 21 / 1000 = 23.1`. */
export function workingMathml(
  { left, right }: Equation,
  symbols: Symbols,
  values: SymbolValues,
  result: string,
  format: (value: number) => string,
): string {
  const number = (value: number) => `<mn>${escapeHtml(format(value))}</mn>`;
  const one = (name: string) => {
    const value = values[name];
    return typeof value === 'number' ? signed(value, number) : symbolMathml(symbols[name], name);
  };
  const list = (name: string) => {
    const value = values[name];
    if (typeof value !== 'object') return one(name);
    const shown = value.length <= mostTerms ? value : [...value.slice(0, 2), null, ...value.slice(-1)];
    const terms = shown.map((term) => (term === null ? '<mo>…</mo>' : signed(term, number)));
    return `<mrow>${terms.join('<mo>+</mo>')}</mrow>`;
  };
  const filled = write(right, { symbol: one, list, number }, 0);
  return block(
    `${symbolMathml(symbols[left], left)}<mo>=</mo>${filled}<mo>=</mo><mn>${escapeHtml(result)}</mn>`,
  );
}

/** Longer sums are shown by their first two terms and the last. */
const mostTerms = 6;

/** A symbol by itself, as MathML in a line of text. */
export function symbolHtml(symbols: Symbols, name: string): string {
  return `<math>${symbolMathml(symbols[name], name)}</math>`;
}

function block(inside: string): string {
  return `<math display="block"><mrow>${inside}</mrow></math>`;
}

function symbolMathml(symbol: EquationSymbol | undefined, name: string): string {
  if (symbol === undefined) throw new RangeError(`the symbol ${name} is not declared`);
  const base = `<mi>${escapeHtml(symbol.base)}</mi>`;
  if (symbol.sub === undefined) return base;
  const sub = /^\d+$/.test(symbol.sub)
    ? `<mn>${symbol.sub}</mn>`
    : `<mi mathvariant="normal">${escapeHtml(symbol.sub)}</mi>`;
  return `<msub>${base}${sub}</msub>`;
}

function signed(value: number, number: Leaves['number']): string {
  return value < 0 ? fenced(number(value)) : number(value);
}

function fenced(inside: string): string {
  return `<mrow><mo>(</mo>${inside}<mo>)</mo></mrow>`;
}

/** How tightly an expression binds: what stands in a tighter place gets parentheses. */
const binding = { sum: 1, product: 2, power: 3 } as const;

function write(expression: Expression, leaves: Leaves, around: number): string {
  const inside = (one: Expression, level = 0) => write(one, leaves, level);
  const row = (parts: readonly string[], sign: string) => `<mrow>${parts.join(`<mo>${sign}</mo>`)}</mrow>`;
  const bind = (level: number, text: string) => (level < around ? fenced(text) : text);
  const named = (name: string, terms: readonly Expression[]) =>
    `<mrow><mi>${name}</mi><mo>\u2061</mo>${fenced(
      row(
        terms.map((term) => inside(term)),
        ',',
      ),
    )}</mrow>`;
  if (typeof expression === 'number')
    return expression < 0 && around > 0 ? fenced(leaves.number(expression)) : leaves.number(expression);
  if (typeof expression === 'string') return leaves.symbol(expression);
  if ('sum' in expression)
    return bind(
      binding.sum,
      row(
        expression.sum.map((one) => inside(one, binding.sum)),
        '+',
      ),
    );
  if ('minus' in expression) {
    const [a, b] = expression.minus;
    return bind(binding.sum, row([inside(a, binding.sum), inside(b, binding.product)], '−'));
  }
  if ('negative' in expression)
    return bind(binding.sum, `<mrow><mo>−</mo>${inside(expression.negative, binding.product)}</mrow>`);
  if ('product' in expression)
    return bind(
      binding.product,
      row(
        expression.product.map((one) => inside(one, binding.product)),
        '·',
      ),
    );
  if ('over' in expression)
    return `<mfrac>${inside(expression.over[0])}${inside(expression.over[1])}</mfrac>`;
  if ('power' in expression) {
    const [base, exponent] = expression.power;
    return `<msup>${grouped(base, inside(base, binding.power + 1))}${inside(exponent)}</msup>`;
  }
  if ('root' in expression) return `<msqrt>${inside(expression.root)}</msqrt>`;
  if ('exp' in expression) return named('exp', [expression.exp]);
  if ('ln' in expression) return named('ln', [expression.ln]);
  if ('min' in expression) return named('min', expression.min);
  if ('max' in expression) return named('max', expression.max);
  const text = leaves.list(expression.sumOver);
  return around > binding.sum ? fenced(text) : text;
}

/** A fraction or function under an exponent stands in parentheses. */
function grouped(base: Expression, text: string): string {
  const loose =
    typeof base === 'object' && ('over' in base || 'exp' in base || 'ln' in base || 'power' in base);
  return loose ? fenced(text) : text;
}
