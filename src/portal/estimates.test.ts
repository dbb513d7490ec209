import { describe, expect, it } from 'vitest';
import { certaintyNotes } from '../compare/figure.ts';
import { translator } from '../i18n/translate.ts';
import { estimateOf, whiskerWords } from './estimates.ts';

const rewetted = { value: 42, n: 18, spread: { kind: 'SE', value: 15 } } as const;
const tall = { value: 252.4, n: 912, spread: { kind: 'CI', value: 15.5, level: 0.95 } } as const;
const bare = { value: 8 };
const range = { low: 1.9, high: 2.5 };
const printing = { locale: 'en', unit: 't' } as const;

describe('an estimate', () => {
  it('carries its spread into the drawing, and a confidence interval as an interval', () => {
    expect(estimateOf(rewetted, printing)).toMatchObject({
      value: 42,
      whisker: { low: 27, high: 57, kind: 'spread' },
      printed: '42\u202f±\u202f15\u202ft',
    });
    expect(estimateOf(tall, printing).whisker).toEqual({ low: 236.9, high: 267.9, kind: 'interval' });
    expect(estimateOf({ value: 2, low: 1, high: 4, level: 0.9 }, printing).whisker?.kind).toBe('interval');
  });

  it('has no whisker without a spread of known kind', () => {
    expect(estimateOf(bare, printing).whisker).toBeUndefined();
    expect(
      estimateOf({ value: 3, spread: { kind: 'not-stated', value: 1 } }, printing).whisker,
    ).toBeUndefined();
    expect(estimateOf(range, printing)).toMatchObject({ value: [1.9, 2.5], whisker: undefined });
  });
});

describe('the words beside a figure', () => {
  const t = translator('en');
  it('say interval or spread, or that none was published, and n', () => {
    expect(certaintyNotes(rewetted, t, 'en')).toEqual(['standard error 15', 'n\u00a0=\u00a018']);
    expect(certaintyNotes(tall, t, 'en')).toEqual([
      '95% confidence interval ±\u00a015.5',
      'n\u00a0=\u00a0912',
    ]);
    expect(certaintyNotes(bare, t, 'en')).toEqual(['no interval published']);
    expect(certaintyNotes(range, t, 'en')).toEqual(['range of observations']);
  });

  it('name each kind of line that is drawn, once', () => {
    expect(whiskerWords([rewetted, rewetted], 'en')).toBe(t('figure.line.SE'));
    expect(whiskerWords([rewetted, tall, bare], 'en')).toBe(
      [t('figure.line.SE'), t('figure.line.CI.level', { level: '95%' }), t('figure.line.some')].join(' '),
    );
    expect(whiskerWords([bare, range], 'en')).toBe(`${t('figure.line.none')} ${t('figure.line.range')}`);
    expect(whiskerWords([{ ...bare, basis: 'modelled' }], 'zh')).toBe(
      translator('zh')('figure.line.none') + translator('zh')('figure.modelled'),
    );
  });
});
