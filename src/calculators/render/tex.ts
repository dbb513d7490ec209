import type { Equation, Expression, Symbols } from '../equation.ts';

const greek: Readonly<Record<string, string>> = {
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  θ: '\\theta',
  λ: '\\lambda',
  μ: '\\mu',
  ρ: '\\rho',
  σ: '\\sigma',
  τ: '\\tau',
  φ: '\\varphi',
  ω: '\\omega',
  Δ: '\\Delta',
  Σ: '\\Sigma',
};

/** An equation in TeX, for exports and the open data. */
export function equationTex({ left, right }: Equation, symbols: Symbols): string {
  return `${symbolTex(symbols, left)} = ${write(right, symbols, 0)}`;
}

function symbolTex(symbols: Symbols, name: string): string {
  const symbol = symbols[name];
  if (symbol === undefined) throw new RangeError(`the symbol ${name} is not declared`);
  const base = [...symbol.base].map((letter) => greek[letter] ?? letter).join('');
  return symbol.sub === undefined ? base : `${base}_{\\mathrm{${symbol.sub.replaceAll(/[%_#&$]/g, '\\$&')}}}`;
}

function write(expression: Expression, symbols: Symbols, around: number): string {
  const inside = (one: Expression, level = 0) => write(one, symbols, level);
  const bind = (level: number, text: string) => (level < around ? `\\left(${text}\\right)` : text);
  const named = (name: string, terms: readonly Expression[]) =>
    `\\${name}\\left(${terms.map((term) => inside(term)).join(', ')}\\right)`;
  if (typeof expression === 'number')
    return expression < 0 && around > 0 ? `(${expression})` : `${expression}`;
  if (typeof expression === 'string') return symbolTex(symbols, expression);
  if ('sum' in expression) return bind(1, expression.sum.map((one) => inside(one, 1)).join(' + '));
  if ('minus' in expression)
    return bind(1, `${inside(expression.minus[0], 1)} - ${inside(expression.minus[1], 2)}`);
  if ('negative' in expression) return bind(1, `-${inside(expression.negative, 2)}`);
  if ('product' in expression)
    return bind(2, expression.product.map((one) => inside(one, 2)).join(' \\cdot '));
  if ('over' in expression) return `\\frac{${inside(expression.over[0])}}{${inside(expression.over[1])}}`;
  if ('power' in expression) return `{${inside(expression.power[0], 4)}}^{${inside(expression.power[1])}}`;
  if ('root' in expression) return `\\sqrt{${inside(expression.root)}}`;
  if ('exp' in expression) return named('exp', [expression.exp]);
  if ('ln' in expression) return named('ln', [expression.ln]);
  if ('min' in expression) return named('min', expression.min);
  if ('max' in expression) return named('max', expression.max);
  return bind(1, `\\sum ${symbolTex(symbols, expression.sumOver)}`);
}
