import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from './number.ts';

describe('readNumber', () => {
  it.each([
    ['12', 12],
    [' 12.5 ', 12.5],
    ['12,5', 12.5],
    ['.5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    ['+3', 3],
    ['-3.2', -3.2],
    ['−3.2', -3.2],
    ['1e-7', 1e-7],
    ['2,5E3', 2500],
    ['１２．５', 12.5],
    ['１２，５', 12.5],
    ['－４', -4],
    ['12。5', 12.5],
    ['٣٫٥', 3.5],
    ['١٬٢٣٤', 1234],
    ['۴۵', 45],
    ['1 234', 1234],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234\u202f567.25', 1234567.25],
    ['1\u2009234', 1234],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['1.234', 1.234],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['1 234,567', 1234.567],
  ])('reads %j as %d', (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value });
  });

  it.each(['1,234', '12,345', '-999,999', '１，２３４'])('refuses %j: it has two readings', (text) => {
    expect(readNumber(text)).toEqual({ ok: false, code: 'ambiguous' });
  });

  it.each([
    '',
    ' ',
    '.',
    ',',
    '-',
    'e5',
    'NaN',
    'Infinity',
    '1e999',
    '0x10',
    '12 cm',
    '5%',
    '1 2',
    '12 34',
    '1 2345',
    '1,23,456',
    '1.2.3',
    '10²',
    '½',
    '3-4',
    '3–4',
    '1,2,3',
    '--1',
    '4900oo',
    '1\n2',
  ])('does not take %j for a number', (text) => {
    expect(readNumber(text)).toEqual({ ok: false, code: 'not-a-number' });
  });

  it('never gives a negative zero', () => {
    expect(readNumber('-0')).toEqual({ ok: true, value: 0 });
  });

  it('reads back every number that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value))).toEqual({ ok: true, value: value + 0 });
      }),
    );
  });

  it('gives a finite number or a refusal for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const reading = readNumber(text);
        expect(reading.ok ? Number.isFinite(reading.value) : reading.code).not.toBe(false);
      }),
    );
  });
});
