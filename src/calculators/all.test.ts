import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../i18n/locales.ts';
import { parseUnit } from '../science/units.ts';
import { defaultTexts, fromAddress } from './address.ts';
import type { Calculator, FigureOutput } from './define.ts';
import { describe as describeCalculator } from './describe.ts';
import { type Problem, type QuantityField, readingProblems } from './fields.ts';
import { hintHtml, renderRows } from './form.ts';
import { calculatorIds, isCalculatorId, loadCalculator } from './load.ts';
import { problemSaying, warningSaying } from './messages.ts';
import { headlineText, renderResult } from './render.ts';
import { hasWords, sayHtml, sayText, type Words } from './say.ts';
import ar from './words/ar.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };
import { wordsForScript, wordsOf } from './words.ts';

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('shared words', () => {
  it.each(Object.entries({ zh, es, fr, ru, ar }))(
    '%s has every key of English, with the same places',
    (_, words) => {
      expect(Object.keys(words)).toEqual(Object.keys(en));
      const places = (all: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(all).map(([key, text]) => [key, [...new Set(placesIn(text))]]));
      expect(places(words)).toEqual(places(en));
    },
  );

  it('say every problem of reading', () => {
    expect(readingProblems.filter((code) => !(`problem.${code}` in en))).toEqual([]);
  });
});

describe('the list of calculators', () => {
  it('has every folder that holds one', () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'words')
      .map((entry) => entry.name);
    expect([...calculatorIds].sort()).toEqual(folders.sort());
  });

  it('knows its ids and nothing else', () => {
    expect(isCalculatorId('soc-stock')).toBe(true);
    expect(isCalculatorId('toString')).toBe(false);
  });
});

const calculators = await Promise.all(
  calculatorIds.map(async (id) => ({ id, calculator: await loadCalculator(id) })),
);

describe.each(calculators)('$id', ({ id, calculator }) => {
  const example = calculator.compute(defaultTexts(calculator.fields));
  const quantities = quantitiesOf(calculator);
  const keys = keysOf(calculator);

  it('carries its own id and a version', () => {
    expect(calculator.id).toBe(id);
    expect(calculator.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('runs its worked example, from the form and from JSON alike', () => {
    if (!example.ok) throw new Error(JSON.stringify(example.problems));
    expect(calculator.compute(example.inputs)).toEqual(example);
    expect(Object.keys(example.result.outputs)).toEqual(Object.keys(calculator.outputs));
  });

  it('shows a figure first', () => {
    expect(Object.values(calculator.outputs)[0]?.kind).toBe('figure');
  });

  it('gives its units in UCUM', () => {
    for (const [, { unit }] of [...quantities, ...figuresOf(calculator)])
      expect(() => parseUnit(unit)).not.toThrow();
  });

  it('has bounds in order and defaults within them', () => {
    for (const [name, field] of quantities) {
      expect(field.min, name).toBeLessThan(field.max);
      if (field.default !== null) expect(field.default, name).toBeGreaterThanOrEqual(field.min);
      if (field.default !== null) expect(field.default, name).toBeLessThanOrEqual(field.max);
    }
  });

  it.each(['below', 'above'])('refuses values %s the bounds', (side) => {
    for (const [name, field] of quantities.filter(([path]) => !path.includes('.'))) {
      const value = side === 'below' ? field.min - 1 : field.max + 1;
      const found = calculator.compute({ ...defaultTexts(calculator.fields), [name]: value });
      expect(found.ok ? [] : found.problems.map((problem) => problem.path)).toContain(name);
    }
  });

  it.each<Locale>(['en', 'zh'])('has all its words in %s, and none too many', (locale) => {
    const { own } = wordsOf(id, locale);
    expect(keys.filter((key) => !(key in own))).toEqual([]);
    const known = new Set([...keys, ...Object.keys(en), ...optionalKeys(calculator)]);
    expect(Object.keys(own).filter((key) => !known.has(key))).toEqual([]);
  });

  it('has the same places in its words in every language', () => {
    for (const locale of locales) {
      const { own } = wordsOf(id, locale);
      const english = wordsOf(id, 'en').own;
      for (const [key, text] of Object.entries(own))
        expect(placesIn(text), key).toEqual(placesIn(english[key] ?? ''));
    }
  });

  it.each(locales)('says everything in %s, with the words that the page carries for its script', (locale) => {
    const words = wordsForScript(wordsOf(id, locale));
    if (!example.ok) throw new Error('no example');
    const said = [
      renderResult(calculator, words, example),
      headlineText(calculator, words, example.result),
      ...problemsOf(calculator).map((problem) => sayHtml(words, problemSaying(calculator, words, problem))),
      ...warningsOf(calculator).map((warning) => sayHtml(words, warningSaying(calculator, words, warning))),
      ...tablesOf(calculator).map((name) => renderRows(calculator, words, name, [{}, {}])),
      ...['status.problems', 'status.copied', 'status.not-copied'].map(
        (key) => sayText(words, { key, values: { number: 2 } }).text,
      ),
    ];
    for (const text of said) expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it('marks what falls back to English', () => {
    if (!example.ok) throw new Error('no example');
    const without: Words = { ...wordsOf(id, 'fr'), own: fr };
    expect(renderResult(calculator, without, example)).toContain('<span lang="en" dir="ltr">');
    expect(renderResult(calculator, wordsOf(id, 'en'), example)).not.toContain('lang=');
  });

  it('says in a hint what may be entered', () => {
    for (const [path, field] of quantities) {
      const [name, column] = path.split('.');
      const key = column === undefined ? `field.${name}.hint` : `column.${name}.${column}.hint`;
      expect(hintHtml(wordsOf(id, 'en'), key, field)).toContain('Allowed: ');
    }
  });

  it('is described as plain data', () => {
    const description = describeCalculator(calculator, wordsOf(id, 'en'));
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(description.fields.map((field) => field.name)).toEqual(Object.keys(calculator.fields));
    expect(description.outputs.map((output) => output.name)).toEqual(Object.keys(calculator.outputs));
    expect(description.sources.length).toBeGreaterThan(0);
  });

  it('takes any address without an exception', () => {
    const search = Object.keys(calculator.fields)
      .map((name) => `${name}=%3Cb%3E*_*_1e999`)
      .join('&');
    const computation = calculator.compute(fromAddress(calculator, new URLSearchParams(search)));
    expect(computation.ok).toBe(false);
  });
});

/** Every quantity by its place: `depth`; `layers.soc` for a column. */
function quantitiesOf({ fields }: Calculator): [string, QuantityField][] {
  return Object.entries(fields).flatMap(([name, field]): [string, QuantityField][] => {
    if (field.kind === 'quantity') return [[name, field]];
    if (field.kind === 'choice') return [];
    return Object.entries(field.columns).map(([column, quantity]) => [`${name}.${column}`, quantity]);
  });
}

function figuresOf({ outputs }: Calculator): [string, FigureOutput][] {
  return Object.entries(outputs).flatMap(([name, output]): [string, FigureOutput][] => {
    if (output.kind === 'figure') return [[name, output]];
    return Object.entries(output.columns).map(([column, figure]) => [`${name}.${column}`, figure]);
  });
}

function tablesOf({ fields }: Calculator): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (field.kind === 'table' ? [name] : []));
}

/** The keys of all words a calculator needs, its own and shared ones. */
function keysOf(calculator: Calculator): string[] {
  const { fields, outputs, assumptions, limits, problems, warnings } = calculator;
  const ofFields = Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind === 'table') {
      const columns = Object.keys(field.columns).flatMap((column) => [
        `column.${name}.${column}.label`,
        `column.${name}.${column}.hint`,
      ]);
      return [`table.${name}.caption`, ...columns];
    }
    const values = field.kind === 'choice' ? field.values.map((value) => `choice.${name}.${value}`) : [];
    return [`field.${name}.label`, `field.${name}.hint`, ...values];
  });
  return [
    ...['title', 'purpose', 'example', 'sentence'],
    ...ofFields,
    ...Object.keys(outputs).map((name) => `output.${name}.label`),
    ...figuresOf(calculator).map(([path]) => `output.${path}.label`),
    ...assumptions.map((one) => `assumption.${one}`),
    ...limits.map((one) => `limit.${one}`),
    ...problems.map((code) => `problem.${code}`),
    ...warnings.map((code) => `warning.${code}`),
  ];
}

/** Keys that a calculator may have for its tables, where the shared words do not fit. */
function optionalKeys(calculator: Calculator): string[] {
  return tablesOf(calculator).flatMap((name) => [`row.${name}.label`, `button.add-row.${name}`]);
}

/** A problem of every code, at a quantity and where there is one at a cell. */
function problemsOf(calculator: Calculator): Problem[] {
  const paths = quantitiesOf(calculator).map(([path]) => path.replace('.', '.0.'));
  const codes = [...readingProblems, ...calculator.problems];
  return paths.flatMap((path) =>
    codes.map((code) => ({ path, code, value: '1,234', min: 0, max: 9, unit: '1' })),
  );
}

function warningsOf(calculator: Calculator) {
  const [path = ''] = quantitiesOf(calculator).map(([one]) => one.replace('.', '.0.'));
  return calculator.warnings.map((code) => ({ code, path, value: 1 }));
}

it('the fallback rule holds for a key that no language has', () => {
  expect(hasWords(wordsOf('soc-stock', 'fr'), 'field.reportingDepth.label')).toBe(true);
  expect(hasWords(wordsOf('soc-stock', 'fr'), 'field.nothing.label')).toBe(false);
});
