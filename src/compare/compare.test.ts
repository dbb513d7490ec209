import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtml } from '../contribute/tree.ts';
import { type Locale, locales } from '../i18n/locales.ts';
import { messageForms, messageKeys } from '../i18n/translate.ts';
import { compare } from './compare.ts';
import { comparisonCsv } from './csv.ts';
import { type CompareData, wordsOf } from './data.ts';
import type { CaseRecord, OutcomeRecord } from './record.ts';
import { renderComparison } from './render.ts';
import { setText, setWords } from './set-words.ts';
import { differs, onlyDifferent, ownKeys, type Row, tallyOf } from './table.ts';

const data = (locale: Locale): CompareData => ({
  locale,
  messages: messageForms(locale, messageKeys),
  labels: {
    drivers: { overgrazing: 'Overgrazing', drought: 'Drought', clearing: ['Clearing'] },
    indicators: { 'soil-organic-carbon-stock': 'Soil carbon', 'area-restored': 'Area', payments: 'Payments' },
  },
  symbols: { 't/har': 't ha^-1' },
  titles: {},
  evidence: {},
  options: [],
  base: locale === 'en' ? '' : `/${locale}`,
  origin: 'https://example.org',
});
const words = wordsOf(data('en'));

const stock: OutcomeRecord = {
  id: 'stock',
  label: { en: 'Soil carbon in exclosures' },
  indicator: 'soil-organic-carbon-stock',
  role: 'effect',
  kind: 'difference',
  value: 12.5,
  qualifier: '~',
  unit: 't/har',
  substance: 'C',
  spread: { kind: 'SE', value: 3 },
  n: 8,
  comparison: { kind: 'control', label: { en: 'grazed land' }, value: 30 },
  carbon: { pool: 'soil-organic-carbon', depth: { top: 0, bottom: 20 }, baseline: 'control' },
  design: 'control-impact',
  sources: ['second'],
};
const output: OutcomeRecord = {
  ...{ id: 'area', label: { en: 'Fenced' }, indicator: 'area-restored', role: 'output', kind: 'absolute' },
  ...{ value: 7, unit: 'har', sources: ['first'] },
};

const case_ = (id: string, changes: Partial<CaseRecord> = {}): CaseRecord => ({
  id,
  title: { en: `Case ${id}`, zh: `案例${id}` },
  review: { state: 'compiled', date: '2026-11-22' },
  licence: 'CC-BY-4.0',
  sources: [{ key: 'first' }, { key: 'second', doi: '10.1/x' }],
  place: { name: { en: 'Somewhere' }, countries: ['ET'], point: { lat: -13.5, lon: 39.3, basis: 'editor' } },
  ...{ ecosystems: ['T4.1'], drivers: ['overgrazing'], degradation: [], interventions: ['exclosure'] },
  ...{ restoration: 'rehabilitation', started: '1999~', models: [], protocols: [], policies: [] },
  outcomes: [],
  ...changes,
});

const rowOf = (records: readonly CaseRecord[], id: string): Row => {
  const found = compare('cases', records, words)
    .groups.flatMap(({ rows }) => rows)
    .find((row) => row.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};

describe('a comparison', () => {
  it('marks what differs, whatever the order, and nothing that nobody recorded', () => {
    const a = case_('a', { drivers: ['overgrazing', 'drought'] });
    const b = case_('b', { drivers: ['drought', 'overgrazing'] });
    const c = case_('c', { drivers: ['drought', 'clearing'] });
    expect(differs(rowOf([a, b], 'drivers'))).toBe(false);
    expect(differs(rowOf([a, b, c], 'drivers'))).toBe(true);
    expect([...ownKeys(rowOf([a, b, c], 'drivers'))]).toEqual(['clearing']);
    expect(differs(rowOf([a, b], 'area'))).toBe(false);
    expect(differs(rowOf([a, b], 'failures'))).toBe(false);
  });

  it('is the same whatever order the items have', () => {
    const all = [case_('a'), case_('b', { drivers: ['drought'] }), case_('c', { outcomes: [stock] })];
    const tally = tallyOf(compare('cases', all, words));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 3 }), (some) => {
        expect(tallyOf(compare('cases', some, words))).toEqual(tally);
      }),
    );
  });

  it('leaves only rows that differ, and no empty group', () => {
    const left = onlyDifferent(compare('cases', [case_('a'), case_('b', { licence: 'CC0-1.0' })], words));
    expect(left.groups.flatMap(({ rows }) => rows.map(({ id }) => id))).toContain('licence');
    expect(left.groups.every(({ rows }) => rows.length > 0 && rows.every(differs))).toBe(true);
  });

  it('prints a figure with all that belongs to it', () => {
    const html = toHtml(
      renderComparison(compare('cases', [case_('a', { outcomes: [stock] }), case_('b')], words), words),
    );
    expect(html).toContain('≈\u202f+12.5\u00a0t C ha<sup>−1</sup>');
    for (const said of [
      'standard error 3',
      'n\u00a0=\u00a08',
      'against grazed land (30 t C ha<sup>−1</sup>; no interval published)',
      '0 to 20 cm deep',
      'Baseline: comparison land',
      'Design: treated against comparison land',
      'href="/case-studies/a/#source-2"',
      'not recorded',
      'recorded for 1 of 2',
    ])
      expect(html, said).toContain(said);
    expect(html).not.toMatch(/>0<|>undefined|NaN/);
  });

  it('never shows an output as an effect, and a cost under costs whatever its role', () => {
    const paid: OutcomeRecord = { ...output, id: 'paid', indicator: 'payments', role: 'output' };
    const { groups } = compare('cases', [case_('a', { outcomes: [output, paid] }), case_('b')], words);
    const rows = (id: string) => groups.find((group) => group.id === id)?.rows.map((row) => row.id);
    expect(rows('effects')).toEqual(['none']);
    expect(rows('outputs')).toEqual(['area-restored']);
    expect(rows('costs')).toEqual(['payments']);
  });

  it('warns where numbers stand on different footings, and only there', () => {
    const deeper: OutcomeRecord = {
      ...stock,
      carbon: { pool: 'soil-organic-carbon', depth: { top: 0, bottom: 100 }, baseline: 'control' },
    };
    const caution = (second: OutcomeRecord) =>
      rowOf([case_('a', { outcomes: [stock] }), case_('b', { outcomes: [second] })], stock.indicator).caution;
    expect(caution(deeper)).toBeDefined();
    expect(caution({ ...stock, unit: 'kg/m2' })).toBeDefined();
    expect(caution({ ...stock, value: 99 })).toBeUndefined();
    expect(
      rowOf([case_('a', { outcomes: [stock, deeper] }), case_('b')], stock.indicator).caution,
    ).toBeUndefined();
  });

  it.each(locales)('is said in %s, with words of another language marked', (locale) => {
    const own = wordsOf(data(locale));
    const records = [case_('a', { drivers: ['clearing'], outcomes: [stock] }), case_('b')];
    const html = toHtml(renderComparison(compare('cases', records, own), own));
    if (locale === 'zh') expect(html).toContain('案例a');
    if (locale !== 'en') expect(html).toContain('<span lang="en" dir="ltr">Clearing</span>');
    expect(html).not.toMatch(/\{\w+\}/);
  });
});

describe('a comparison as a table', () => {
  const records = [case_('a', { title: { en: '=HYPERLINK("x")' }, outcomes: [stock] }), case_('b')];
  const csv = comparisonCsv(compare('cases', records, words), records, words);
  const lines = csv.replace(/^\ufeff/, '').split('\r\n');

  it('begins with its mark of UTF-8, ends its lines as RFC 4180 wants, and runs nothing', () => {
    expect(csv.startsWith('\ufeffitem,')).toBe(true);
    expect(lines.at(-1)).toBe('');
    expect(csv.replaceAll('\r\n', '')).not.toContain('\n');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('has every number in a column of its own, its source and the address of its item', () => {
    const line = lines.find((one) => one.includes('soil-organic-carbon-stock')) ?? '';
    for (const cell of [
      'https://example.org/case-studies/a/',
      '~,12.5,',
      't/har,C,8,SE 3,effect,difference',
      ',0,20,control,',
      'second (doi:10.1/x)',
    ])
      expect(line, cell).toContain(cell);
  });

  it('says that something is not recorded instead of leaving it out', () => {
    expect(lines.filter((line) => line.includes(',area,') && line.includes(',false,'))).toHaveLength(2);
  });
});

describe('words of an item', () => {
  it('stay text, whatever they look like, and keep their exponents', () => {
    expect(
      setWords('t CO2 ha^-1')
        .map((node) => toHtml(node))
        .join(''),
    ).toBe('t CO<sub>2</sub> ha<sup>−1</sup>');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const html = setText({ text, lang: 'en' }, 'en').map(toHtml).join('');
        expect(html.replaceAll(/<\/?su[bp]>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
    const hostile = '<img src=x onerror=alert(1)> & "x" CO2';
    expect(
      setWords(hostile)
        .map((node) => toHtml(node))
        .join(''),
    ).toBe('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;x&quot; CO<sub>2</sub>');
  });
});
