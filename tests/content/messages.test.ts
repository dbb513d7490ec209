import { describe, expect, it } from 'vitest';
import { isNotice, type ProblemCode, problemCodes } from '../../src/guard/codes.ts';
import { exampleOf } from '../../src/guard/examples.ts';
import { problemAt, quoted } from '../../src/guard/problem.ts';
import { codesByGroup, sayInRuns } from '../../src/guard/say.ts';
import { problemWords, sayProblem } from '../../src/guard/say-problem.ts';
import { localeFacts, locales } from '../../src/i18n/locales.ts';

const codes = Object.keys(problemCodes) as ProblemCode[];
const places = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();

describe('the catalogue of problems', () => {
  it('has the interface languages and their numbers', () => {
    expect(Object.keys(problemWords)).toEqual([...locales]);
    for (const locale of locales) expect(problemWords[locale].language).toBe(localeFacts[locale].format);
  });

  it.each(locales)('is complete in %s, with the places of the English sentences', (locale) => {
    const words = problemWords[locale];
    expect(Object.keys(words.codes)).toEqual(codes);
    for (const code of codes) {
      const { message, hint } = words.codes[code];
      expect(places(message), `${locale} ${code}`).toEqual(places(problemWords.en.codes[code].message));
      expect(places(hint), `${locale} ${code}`).toEqual(places(problemWords.en.codes[code].hint));
      expect(message.length, `${locale} ${code}`).toBeGreaterThan(4);
      expect(hint.length, `${locale} ${code}`).toBeGreaterThan(4);
      if (locale !== 'en') expect(message, `${locale} ${code}`).not.toBe(problemWords.en.codes[code].message);
    }
  });

  it.each(codes)('%s has an example whose values fill its sentences in every language', (code) => {
    const { values, wrong, right } = exampleOf(code);
    expect(wrong).not.toBe(right);
    const needed: readonly string[] = problemCodes[code].values;
    for (const name of needed) expect(values, name).toHaveProperty(name);
    const named = places(problemWords.en.codes[code].message + problemWords.en.codes[code].hint);
    expect(named).toEqual(needed.map((name) => `{${name}}`).sort());
    for (const locale of locales) {
      const { message, hint } = sayProblem({ code, values }, locale);
      const plain = Object.values(values).map(String);
      for (const text of [message, hint])
        for (const place of places(text)) expect(plain.join(' '), `${locale}: ${text}`).toContain(place);
    }
  });

  it('lists every code once, in groups', () => {
    expect([...codesByGroup().values()].flat()).toEqual(codes);
  });

  it('offers what was meant instead of the general advice', () => {
    const problem = problemAt('x', { line: 1, column: 1 }, 'unit', { found: 't/ha', suggestion: 't/har' });
    expect(sayProblem(problem, 'en').hint).toBe('Did you mean t/har?');
    expect(sayProblem(problem, 'zh').hint).toContain('t/har');
    const without = problemAt('x', { line: 1, column: 1 }, 'unit', { found: 't/ha', suggestion: undefined });
    expect(without.values).toEqual({ found: 't/ha' });
    expect(sayProblem(without, 'en').hint).toContain('UCUM');
  });

  it('keeps values apart for pages, and never reads a value as a place', () => {
    const { message } = sayInRuns(problemWords.en, { code: 'braces', values: { found: '{found} $& {x}' } });
    expect(message.filter(({ isValue }) => isValue)).toEqual([{ text: '{found} $& {x}', isValue: true }]);
  });

  it('quotes values on one line, short, with nothing hidden', () => {
    expect(quoted('a\n\u202e b')).toBe('a \ufffd b');
    expect(quoted('x'.repeat(500)).length).toBeLessThan(100);
    expect(quoted({ a: 1 })).toBe('{"a":1}');
    expect(quoted(`${'x'.repeat(79)}😀😀`)).not.toMatch(/[\ud800-\udbff]…/);
  });

  it('calls only style and doubt a notice', () => {
    expect(codes.filter(isNotice)).toEqual([
      'cell-formula',
      'percent-or-fraction',
      'carbon-or-co2e',
      'substance-in-words',
      'near-copy',
      'link-text',
    ]);
  });
});
