import { describe, expect, it } from 'vitest';
import { confusableIn } from './confusable.ts';
import { certain, nearest } from './nearest.ts';
import { pathProblems } from './paths.ts';
import { typingSlips } from './typing.ts';

const slip = (line: string) => typingSlips(`\n${line}\n`, 'x.mdx')[0];

describe('slips of typing', () => {
  it.each([
    ['title: “A valley”', 'smart-quote', '"A valley"'],
    ['title: „Ein Tal“', 'smart-quote', '"Ein Tal"'],
    ['  - “one”', 'smart-quote', '"one"'],
    ['drivers: [“fire”, “logging”]', 'smart-quote', '["fire", "logging"]'],
    ['title: “A "quoted" valley”', 'smart-quote', '"A \\"quoted\\" valley"'],
    ['value：４１．２', 'full-width', 'value: 41.2'],
    ['value: ４１', 'full-width', 'value: 41'],
    ['drivers: [fire，logging]', 'full-width', 'drivers: [fire, logging]'],
    ['title：一个山谷，很深', 'full-width', 'title: 一个山谷，很深'],
    ['licence: MIT\u00a0', 'odd-space', ''],
    ['licence:\u3000MIT', 'odd-space', ': MIT'],
  ])('%s', (line, code, to) => {
    expect(slip(line)).toMatchObject({ line: 2, code, edit: { to } });
  });

  it.each([
    'title: 山谷：一个案例，很深',
    'title: “Grain for Green” in the Loess',
    'summary: It was “dry” and “hot”',
    'title: A “valley”',
    "title: L'été « sec » et chaud",
    'summary: >-\n  “Words.”\n  值：４',
    'note: 12\u00a0ha of land',
    'label: "山谷（二）"',
    'names: { zh: 中国，北京 }'.replace('，', '、'),
  ])('%s is as it should be', (lines) => {
    expect(typingSlips(`\n${lines}\n`, 'x.mdx')).toEqual([]);
  });
});

describe('letters of two alphabets', () => {
  it.each([
    ['cаrbon', 'cаrbon'],
    ['The Ѕoil', 'Ѕoil'],
    ['https://wіkipedia.org', 'wіkipedia'],
    ['почвa', 'почвa'],
  ])('in %s', (line, word) => {
    expect(confusableIn(line)?.word).toBe(word);
  });

  it.each([
    'μg and δ13C',
    'ΔSOC of αβ',
    'т CO2 с гектара',
    'CO2-эквивалент',
    '碳 C',
    'Ελλάδα and Athens',
    'pH-метр',
    'тC/га',
  ])('not in %s', (line) => {
    expect(confusableIn(line)).toBeUndefined();
  });
});

describe('what was meant', () => {
  it('is certain only where one word differs by one letter', () => {
    const known = ['overgrazing', 'drainage', 'logging', 'C', 'CO2', 'CO2e'];
    expect(certain('overgrasing', known)).toBe('overgrazing');
    expect(certain('Logging', known)).toBe('logging');
    expect(certain('CO2f', known)).toBeUndefined(); // CO2 or CO2e
    expect(certain('N', known)).toBeUndefined();
    expect(certain('overgrase', known)).toBeUndefined();
    expect(nearest('overgrase', known)).toBe('overgrazing');
    expect(nearest('x'.repeat(100_000), known)).toBeUndefined();
  });
});

describe('paths', () => {
  it.each(['content/case-studies/a/index.mdx', 'content/references/a-2020.yaml', 'docs/a (b).md'])(
    '%s is plain',
    (path) => {
      expect(pathProblems(path)).toEqual([]);
    },
  );
  it.each([
    ['../a', 'path-outside'],
    ['a/../b', 'path-outside'],
    ['a//b', 'path-outside'],
    ['/a', 'path-outside'],
    ['C:/a', 'path-outside'],
    ['~/a', 'path-outside'],
    ['a\\b', 'path-outside'],
    ['a/.git/config', 'submodule'],
    ['a/.GIT. /hooks', 'submodule'],
    ['a/git~1/config', 'submodule'],
    ['a/\uff0egit/config', 'submodule'],
    ['a/nul.csv', 'reserved-name'],
    ['a/b.', 'reserved-name'],
    ['a/b:c', 'reserved-name'],
    [`a/${'b'.repeat(300)}`, 'reserved-name'],
    ['a/\u202eb', 'path-character'],
    ['a/\u0000b', 'path-character'],
    ['a/\ue000b', 'path-character'],
  ])('%j is %s', (path, code) => {
    expect(pathProblems(path)).toMatchObject([{ code }]);
  });
});
