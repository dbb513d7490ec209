import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../i18n/locales.ts';
import type { Factor } from '../science/factor.ts';
import { parseUnit } from '../science/units.ts';
import { defaultTexts, fromAddress } from './address.ts';
import type { Calculator } from './define.ts';
import { describe as describeCalculator } from './describe.ts';
import { evaluate } from './equation.ts';
import { type Problem, type QuantityField, readingProblems, type SingleField } from './fields.ts';
import { calculatorIds, isCalculatorId, loadCalculator } from './load.ts';
import { problemSaying, warningSaying } from './messages.ts';
import type { FigureOutput, LabelOutput } from './output.ts';
import { hintHtml, renderRows } from './render/form.ts';
import { headlineText, renderResult } from './render/result.ts';
import { renderTables } from './render/tables.ts';
import { equationTex } from './render/tex.ts';
import { renderViews } from './render/views.ts';
import { renderWorking } from './render/working.ts';
import { csvOf } from './result-csv.ts';
import { hasWords, sayHtml, sayText, type Words } from './say.ts';
import ar from './words/ar.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };
import { wordsForScript, wordsOf } from './words.ts';

const page = (calculator: Calculator, words: Words) => ({ calculator, words, units: {}, width: null });
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
      .filter((entry) => entry.isDirectory() && !['batch', 'render', 'words'].includes(entry.name))
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

it('a source that several calculators cite is the same in all of them', () => {
  const citations = new Map<string, Set<string>>();
  for (const { id, citation, url } of calculators.flatMap(({ calculator }) => calculator.sources))
    citations.set(id, (citations.get(id) ?? new Set()).add(`${citation} ${url}`));
  expect([...citations].filter(([, all]) => all.size > 1)).toEqual([]);
});

describe.each(calculators)('$id', ({ id, calculator }) => {
  const texts = defaultTexts(calculator.fields, (name) =>
    readFileSync(new URL(`${id}/${name}`, import.meta.url), 'utf8'),
  );
  const example = calculator.compute(texts);
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
      const found = calculator.compute({ ...texts, [name]: value });
      expect(found.ok ? [] : found.problems.map((problem) => problem.path)).toContain(name);
    }
  });

  it.each<Locale>(['en', 'zh'])('has all its words in %s, and none too many', (locale) => {
    const { own } = wordsOf(id, locale);
    expect(keys.filter((key) => !(key in own))).toEqual([]);
    const known = new Set([...keys, ...Object.keys(en), ...optionalKeys(calculator)]);
    const ofViews = calculator.views.map((view) => `view.${view}.`);
    const isKnown = (key: string) => known.has(key) || ofViews.some((view) => key.startsWith(view));
    expect(Object.keys(own).filter((key) => !isKnown(key))).toEqual([]);
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
      renderResult(page(calculator, words), example),
      headlineText(page(calculator, words), example),
      renderViews(page(calculator, words), calculator, example),
      renderTables(page(calculator, words), example),
      renderWorking(page(calculator, words), calculator, example),
      csvOf(calculator, words, example),
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
    const without: Words = { locale: 'fr', own: fr, english: wordsOf(id, 'en').own };
    expect(renderResult(page(calculator, without), example)).toContain('<span lang="en" dir="ltr">');
    expect(renderResult(page(calculator, wordsOf(id, 'en')), example)).not.toContain('lang=');
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

  it('works with published numbers that somebody saw, each with its source', () => {
    for (const { id: table, factors, sources } of calculator.factors) {
      for (const [key, factor] of Object.entries<Factor>(factors)) {
        expect(factor.status, `${table} ${key}`).toBe('seen');
        expect(sources[factor.source]?.citation, `${table} ${key}`).toBeTruthy();
        expect(factor.place, `${table} ${key}`).not.toBe('');
        expect(Number.isFinite(factor.value), `${table} ${key}`).toBe(true);
        expect(() => parseUnit(factor.unit), `${table} ${key}`).not.toThrow();
      }
    }
  });

  it('shows equations that give what it computed', () => {
    if (!example.ok) throw new Error('no example');
    const { equations, sources, symbols } = calculator;
    for (const { id: equation, source, place } of equations) {
      expect(
        sources.map((one) => one.id),
        equation,
      ).toContain(source);
      expect(place, equation).not.toBe('');
    }
    for (const { equation, values, result } of calculator.working(example)) {
      const right = equations.find((one) => one.id === equation)?.right;
      expect(right, equation).toBeDefined();
      expect(
        Object.keys(values).filter((name) => !(name in symbols)),
        equation,
      ).toEqual([]);
      const value = evaluate(right ?? Number.NaN, values);
      expect(Math.abs(value - result), `${equation}: ${value} against ${result}`).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(result)),
      );
    }
    for (const equation of equations) expect(equationTex(equation, symbols)).toContain('=');
  });

  it('takes any address without an exception', () => {
    const search = Object.keys(calculator.fields)
      .map((name) => `${name}=%3Cb%3E*_*_1e999`)
      .join('&');
    const computation = calculator.compute(fromAddress(calculator, new URLSearchParams(search)));
    expect(computation.ok).toBe(false);
  });
});

/** Every field of one value by its place: `depth`; `layers.soc` for a column. */
function singlesOf({ fields }: Calculator): [string, SingleField][] {
  return Object.entries(fields).flatMap(([name, field]): [string, SingleField][] => {
    if (field.kind !== 'table') return [[name, field]];
    return Object.entries(field.columns).map(([column, one]) => [`${name}.${column}`, one]);
  });
}

function quantitiesOf(calculator: Calculator): [string, QuantityField][] {
  return singlesOf(calculator).flatMap(([path, field]): [string, QuantityField][] =>
    field.kind === 'quantity' ? [[path, field]] : [],
  );
}

function cellsOf({ outputs }: Calculator): [string, FigureOutput | LabelOutput][] {
  return Object.entries(outputs).flatMap(([name, output]): [string, FigureOutput | LabelOutput][] => {
    if (output.kind !== 'rows') return [[name, output]];
    return Object.entries(output.columns).map(([column, one]) => [`${name}.${column}`, one]);
  });
}

function figuresOf(calculator: Calculator): [string, FigureOutput][] {
  return cellsOf(calculator).flatMap(([path, output]): [string, FigureOutput][] =>
    output.kind === 'figure' ? [[path, output]] : [],
  );
}

function tablesOf({ fields }: Calculator): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (field.kind === 'table' ? [name] : []));
}

/** The keys of all words a calculator needs, its own and shared ones. */
function keysOf(calculator: Calculator): string[] {
  const { outputs, assumptions, limits, problems, warnings } = calculator;
  const captions = tablesOf(calculator).map((name) => `table.${name}.caption`);
  const ofFields = singlesOf(calculator).flatMap(([path, field]) => {
    const place = path.includes('.') ? `column.${path}` : `field.${path}`;
    const values = field.kind === 'choice' ? field.values.map((value) => `choice.${path}.${value}`) : [];
    return [`${place}.label`, `${place}.hint`, ...values];
  });
  const labels = cellsOf(calculator).flatMap(([path, output]) =>
    output.kind === 'label' ? (output.values ?? []).map((value) => `label.${path}.${value}`) : [],
  );
  return [
    ...['title', 'purpose', 'example', 'sentence'],
    ...captions,
    ...ofFields,
    ...labels,
    ...Object.keys(outputs).map((name) => `output.${name}.label`),
    ...cellsOf(calculator).map(([path]) => `output.${path}.label`),
    ...assumptions.map((one) => `assumption.${one}`),
    ...limits.map((one) => `limit.${one}`),
    ...problems.map((code) => `problem.${code}`),
    ...warnings.map((code) => `warning.${code}`),
    ...calculator.equations.map((one) => `equation.${one.id}`),
    ...Object.keys(calculator.symbols).map((name) => `symbol.${name}`),
    ...calculator.views.flatMap((view) => [`view.${view}.title`, `view.${view}.says`]),
  ];
}

/** Keys that a calculator may have for its tables and its sentence, where the shared words do not fit. */
function optionalKeys(calculator: Calculator): string[] {
  const ofChoices = Object.entries(calculator.fields).flatMap(([name, field]) =>
    field.kind === 'choice' ? field.values.map((value) => `sentence.${name}.${value}`) : [],
  );
  return [
    ...tablesOf(calculator).flatMap((name) => [`row.${name}.label`, `button.add-row.${name}`]),
    ...['sentence.range', 'sentence.no-range'],
    ...ofChoices,
    ...Object.keys(calculator.outputs).map((name) => `sentence.if.${name}`),
  ];
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
