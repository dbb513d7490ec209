import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import {
  type Equation,
  type Expression,
  evaluate,
  exp,
  ln,
  max,
  min,
  minus,
  negative,
  over,
  power,
  product,
  root,
  type Symbols,
  sum,
  sumOver,
} from './equation.ts';
import { equationMathml, workingMathml } from './render/mathml.ts';
import { equationTex } from './render/tex.ts';

const symbols: Symbols = {
  S: { base: 'S', unit: 't' },
  a: { base: 'a', unit: '' },
  rho: { base: 'ρ', sub: 't', unit: 'g/cm³' },
  S_i: { base: 'S', sub: 'i', unit: 't' },
};
const equation = (right: Expression): Equation => ({ id: 'one', left: 'S', right, source: 'x', place: '1' });
const plainText = (mathml: string) => mathml.replaceAll(/<[^>]+>/g, '');

describe('evaluate', () => {
  it('does what the signs say', () => {
    const values = { a: 3, rho: 2, S_i: [1, 2, 3.5] };
    expect(evaluate(sum('a', 'rho', 1), values)).toBe(6);
    expect(evaluate(minus('a', 'rho'), values)).toBe(1);
    expect(evaluate(negative('a'), values)).toBe(-3);
    expect(evaluate(product('a', 'rho', 5), values)).toBe(30);
    expect(evaluate(over('a', 'rho'), values)).toBe(1.5);
    expect(evaluate(power('a', 'rho'), values)).toBe(9);
    expect(evaluate(root(16), values)).toBe(4);
    expect(evaluate(exp(ln('a')), values)).toBeCloseTo(3, 12);
    expect(evaluate(min('a', 'rho'), values)).toBe(2);
    expect(evaluate(max('a', 'rho'), values)).toBe(3);
    expect(evaluate(sumOver('S_i'), values)).toBe(6.5);
  });

  it('refuses a symbol without a number', () => {
    expect(() => evaluate('b', {})).toThrow(RangeError);
    expect(() => evaluate('S_i', { S_i: [1] })).toThrow(RangeError);
    expect(() => evaluate(sumOver('S_i'), {})).toThrow(RangeError);
  });
});

describe('written', () => {
  it.each<[Expression, string, string]>([
    [product('a', sum('rho', 1)), 'S=a·(ρt+1)', 'S = a \\cdot \\left(\\rho_{\\mathrm{t}} + 1\\right)'],
    [minus('a', minus('rho', 1)), 'S=a−(ρt−1)', 'S = a - \\left(\\rho_{\\mathrm{t}} - 1\\right)'],
    [minus(sum('a', 1), 'rho'), 'S=a+1−ρt', 'S = a + 1 - \\rho_{\\mathrm{t}}'],
    [exp(negative('a')), 'S=exp\u2061(−a)', 'S = \\exp\\left(-a\\right)'],
    [product(2, sumOver('S_i')), 'S=2·(∑Si)', 'S = 2 \\cdot \\left(\\sum S_{\\mathrm{i}}\\right)'],
    [power(over('a', 2), 2), 'S=(a2)2', 'S = {\\frac{a}{2}}^{2}'],
  ])('%j keeps its parentheses', (right, mathml, tex) => {
    expect(plainText(equationMathml(equation(right), symbols))).toBe(mathml);
    expect(equationTex(equation(right), symbols)).toBe(tex);
  });

  it('with numbers, negative ones in parentheses, and the result', () => {
    const one = equation(sum(product('a', 'rho'), sumOver('S_i')));
    const values = { a: -3, rho: 2, S_i: [1, -2] };
    expect(plainText(workingMathml(one, symbols, values, '-7', String))).toBe('S=(-3)·2+1+(-2)=-7');
  });

  it('shortens a long sum', () => {
    const values = { S_i: [1, 2, 3, 4, 5, 6, 7, 8] };
    expect(plainText(workingMathml(equation(sumOver('S_i')), symbols, values, '36', String))).toBe(
      'S=1+2+…+8=36',
    );
  });

  it('names a symbol that nobody declared', () => {
    expect(() => equationMathml(equation('zzz'), symbols)).toThrow('zzz');
  });

  const leaf = fc.oneof(fc.constantFrom('a', 'rho'), fc.integer({ min: -9, max: 9 }));
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(tie('expression'), { minLength: 2, maxLength: 3 }).map((terms) => sum(...terms)),
      fc.array(tie('expression'), { minLength: 2, maxLength: 3 }).map((terms) => product(...terms)),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => minus(a, b)),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => over(a, b)),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => power(a, b)),
      tie('expression').map((one) => negative(one)),
    ),
  }));

  it('is TeX that KaTeX reads, and balanced MathML, for any expression', () => {
    fc.assert(
      fc.property(expression, (right) => {
        expect(() =>
          katex.renderToString(equationTex(equation(right), symbols), {
            throwOnError: true,
            output: 'mathml',
          }),
        ).not.toThrow();
        const mathml = equationMathml(equation(right), symbols);
        for (const tag of ['mrow', 'mfrac', 'msup', 'msub', 'mn', 'mi', 'mo'])
          expect(mathml.split(`<${tag}`).length - mathml.split(`</${tag}>`).length).toBe(
            tag === 'mo' ? mathml.split('<mover').length - 1 : 0,
          );
      }),
    );
  });
});
