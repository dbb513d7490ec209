import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, parseUnit, sameDimension, UnitError } from './units.ts';

const codes = [
  't/har',
  'kg/m2',
  'Mg/(har.a)',
  'g/(m2.a)',
  'g/kg',
  '%',
  'cm',
  'km2',
  'har',
  'Pg',
  '[acr_us]',
  '[mu_cn]',
  'g/cm3',
  'umol/(m2.s)',
];

describe('units', () => {
  it.each([
    ['t/har', 'kg/m2', 0.1],
    ['kg/m2', 't/har', 10],
    ['Mg/har', 't/har', 1],
    ['km2', 'har', 100],
    ['Pg', 't', 1e9],
    ['har', '[mu_cn]', 15],
    ['[acr_us]', 'har', 0.4046872609874252],
    ['g/cm3', 'Mg/m3', 1],
    ['g/kg', '%', 0.1],
    ['g/(m2.a)', 'kg/(har.a)', 10],
    ['4840.[yd_i]2', 'har', 0.40468564224],
    ['[ston_av]', 'kg', 907.18474],
    ['[lton_av]', '[lb_av]', 2240],
    ['[ft_i]', '[in_i]', 12],
    ['atm', 'hPa', 1013.25],
    ['10*3.kg', 't', 1],
    ['/a', 'a-1', 1],
  ])('1 %s is %s times %d', (from, to, factor) => {
    expect(convert(1, from, to)).toBeCloseTo(factor, 12);
  });

  it('converts there and back to the same value', () => {
    const pairs = codes.flatMap((a) =>
      codes.filter((b) => sameDimension(parseUnit(a), parseUnit(b))).map((b) => [a, b] as const),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        ([a, b], value) => {
          expect(convert(convert(value, a, b), b, a)).toBeCloseTo(
            value,
            5 - Math.ceil(Math.log10(Math.abs(value) + 1)),
          );
        },
      ),
    );
  });

  it.each([
    't/ha',
    'tC/har',
    'MgC',
    'hectare',
    't//har',
    't/(har',
    '',
    ' ',
    't har',
    'm^2',
    '**',
    't/har)',
    'ha',
  ])('refuses %j and names it', (code) => {
    expect(() => parseUnit(code)).toThrow(UnitError);
    expect(() => parseUnit(code)).toThrow(`"${code}"`);
  });

  it('never throws anything but a UnitError', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (code) => {
        try {
          parseUnit(code);
        } catch (error) {
          expect(error).toBeInstanceOf(UnitError);
        }
      }),
    );
  });

  it('does not convert what measures something else, nor money into other money', () => {
    expect(() => convert(1, 't/har', 't')).toThrow(RangeError);
    expect(() => convert(1, '[USD]', '[CNY]')).toThrow('exchange rates');
    expect(sameDimension(parseUnit('[USD]/har'), parseUnit('[CNY]/har'))).toBe(true);
    expect(convert(3, '[USD]', '[USD]')).toBe(3);
  });
});
