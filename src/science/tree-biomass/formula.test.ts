import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestFormula, parseFormula, readFormula } from './formula.ts';

const at = (text: string, diameter = 10, height = 20) => parseFormula(text).evaluate(diameter, height);

describe('formulas in the way of R', () => {
  it.each<[string, number]>([
    ['2', 2],
    ['.5e1', 5],
    ['1.5E-2', 0.015],
    ['1 + 2 * 3 - 4 / 2', 5],
    ['(1 + 2) * 3', 9],
    ['2^3^2', 512],
    ['2 ** 3', 8],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['2 - -3', 5],
    ['8 / 4 / 2', 1],
    ['10 - 4 - 3', 3],
    ['exp(log(dbh))', 10],
    ['ln(dbh)', Math.log(10)],
    ['10^(1 + 2*(log10(DBH)))', 1000],
    ['log2(8) + sqrt(16)', 7],
    ['0.1 * D^2 * H', 200],
    ['(dbh^2)^1.5', 1000],
    ['dbh/((1/2)+(dbh/40))', 10 / 0.75],
    ['(-16+2*dbh+3*dbh^2)', 304],
    ['exp((2*log(1+2*dbh)-3)*1.1)', Math.exp((2 * Math.log(21) - 3) * 1.1)],
  ])('%s', (text, value) => {
    expect(at(text)).toBeCloseTo(value, 10);
  });

  it('says whether the height is used', () => {
    expect(parseFormula('dbh * h').usesHeight).toBe(true);
    expect(parseFormula('dbh * 2').usesHeight).toBe(false);
  });
});

describe('what is no formula', () => {
  it.each<[string, string, number, string]>([
    ['', 'unexpected', 0, ''],
    ['dbh +', 'unexpected', 5, ''],
    ['dbh dbh', 'unexpected', 4, 'dbh'],
    ['(dbh', 'unexpected', 4, ''],
    ['dbh)', 'unexpected', 3, ')'],
    ['exp dbh', 'unexpected', 4, 'dbh'],
    ['exp', 'unexpected', 3, ''],
    ['2 $ 3', 'unexpected', 2, '$'],
    ['dbh * width', 'unknown-word', 6, 'width'],
    ['constructor(dbh)', 'unknown-word', 0, 'constructor'],
    ['toString', 'unknown-word', 0, 'toString'],
    ['1,5 * dbh', 'unexpected', 1, ','],
  ])('%j is refused, with its place', (text, code, place, found) => {
    expect(readFormula(text)).toEqual({ ok: false, fault: { code, at: place, found } });
    expect(() => parseFormula(text)).toThrow(RangeError);
  });

  it('is what is too long or too deep', () => {
    expect(readFormula('1+'.repeat(longestFormula)).ok).toBe(false);
    expect(readFormula(`${'('.repeat(240)}1${')'.repeat(240)}`)).toMatchObject({
      fault: { code: 'too-long' },
    });
  });

  it('any text is read or refused, without another error', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'dbhexplog10()+-*/^. _$'.split('')) }), (text) => {
        const reading = readFormula(text);
        expect(reading.ok ? typeof reading.formula.evaluate(10, 20) : reading.fault.code).toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });
});

it('a sum, a product and a power of any numbers are those of the language', () => {
  const number = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(number, number, number, (a, b, c) => {
      expect(at(`${a} + ${b} * ${c}`)).toBe(a + b * c);
      expect(at(`(${a} - ${b}) / ${c}`)).toBe((a - b) / c);
      expect(at(`${a} ^ ${c / 50}`)).toBe(a ** (c / 50));
    }),
  );
});
