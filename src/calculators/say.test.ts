import { describe, expect, it } from 'vitest';
import { isolate, sayHtml, sayText, type Words, written } from './say.ts';

const arabic: Words = {
  locale: 'ar',
  own: { name: '{row}، {column}', row: 'الطبقة {number}', note: 'القيمة {value}{unit}.' },
  english: { column: 'Bulk density', sum: '{row} holds {stock} t CO2 <now>', pair: '{a} & {b}' },
};

describe('sayText', () => {
  it('fills places with numbers, texts and other words', () => {
    const values = { row: { key: 'row', values: { number: 2 } }, column: { key: 'column' } };
    expect(sayText(arabic, { key: 'name', values })).toEqual({ text: 'الطبقة 2، Bulk density', lang: 'ar' });
    expect(sayText(arabic, 'column')).toEqual({ text: 'Bulk density', lang: 'en' });
  });

  it('writes numbers as the language of the words does', () => {
    const french: Words = { locale: 'fr', own: { a: '{n}' }, english: { b: '{n}' } };
    const values = { n: { number: 12345.678, digits: 6, signed: true } };
    expect(sayText(french, { key: 'a', values }).text).toBe('+12\u202f345,7');
    expect(sayText(french, { key: 'b', values }).text).toBe('+12\u202f345.7');
    expect(sayText(french, { key: 'a', values: { n: -0.5 } }).text).toBe('\u22120,5');
  });

  it('leaves a place visible that nobody fills, and refuses a key without words', () => {
    expect(sayText(arabic, 'row').text).toBe('الطبقة {number}');
    expect(() => sayText(arabic, 'nothing')).toThrow('no words for "nothing"');
  });
});

describe('written', () => {
  const p = (number: number) => ({ number, digits: 2, signed: false, least: 0.001 });

  it.each([
    ['en', '<\u202f0.001'],
    ['fr', '<\u202f0,001'],
    ['ru', '<\u202f0,001'],
    ['zh', '<\u202f0.001'],
  ] as const)('says of a very small number in %s only what it is less than', (locale, text) => {
    expect(written(p(4.2e-7), locale)).toBe(text);
    expect(written(p(0), locale)).toBe(text);
  });

  it('writes others as they are', () => {
    expect(written(p(0.001), 'en')).toBe('0.001');
    expect(written(p(0.0345), 'en')).toBe('0.035');
    expect(written({ number: 4.2e-7, digits: 2, signed: false }, 'en')).toBe('0.00000042');
  });
});

describe('sayHtml', () => {
  it('marks words of another language, inside a sentence too', () => {
    const values = { row: { key: 'row', values: { number: 2 } }, column: { key: 'column' } };
    expect(sayHtml(arabic, { key: 'name', values })).toBe(
      'الطبقة <bdi>2</bdi>، <span lang="en" dir="ltr">Bulk density</span>',
    );
    expect(sayHtml(arabic, { key: 'sum', values: { ...values, stock: 3 } })).toBe(
      '<span lang="en" dir="ltr"><span lang="ar" dir="rtl">الطبقة <bdi>2</bdi></span> holds 3 t CO<sub>2</sub> &lt;now&gt;</span>',
    );
  });

  it('leaves the space between number and unit where letters run from right to left', () => {
    expect(isolate('\u202ft C/ha', 'ar')).toBe('\u202f<bdi>t C/ha</bdi>');
    expect(isolate('12', 'ar')).toBe('<bdi>12</bdi>');
    expect(isolate('\u202ft C/ha', 'en')).toBe('\u202ft C/ha');
  });

  it('escapes what was typed', () => {
    const values = { value: '<img src=x onerror="alert(1)">', unit: "'" };
    expect(sayHtml(arabic, { key: 'note', values })).toBe(
      'القيمة <bdi>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</bdi><bdi>&#39;</bdi>.',
    );
  });

  it('does not take typed braces for a place', () => {
    expect(sayHtml(arabic, { key: 'pair', values: { a: '{b}', b: '{a}' } })).toContain('{b} &amp; {a}');
  });
});
