import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts, splitFrontMatter } from '../guard/front-matter.ts';
import { caseStudy } from '../schemas/case-study.ts';
import { collections } from '../schemas/collections.ts';
import { factsOf, formPath, valuesOf } from './facts.ts';
import { formModel } from './form-model.ts';
import { idsOf, slugOf } from './ids.ts';
import { answerNumber, dateOf } from './reading.ts';
import { filled, valueAt, withValue } from './values.ts';

const form = formModel(caseStudy);
const list = form.fields.find(({ key }) => key === 'outcomes');
if (list?.kind !== 'list') throw new Error('outcomes are a list');

describe('a form and the facts it stands for', () => {
  for (const collection of ['case-studies', 'protocols'] as const) {
    const model = formModel(collections[collection].schema);
    for (const slug of readdirSync(`content/${collection}`)) {
      it(`gives back every fact of ${collection}/${slug}`, () => {
        const text = readFileSync(`content/${collection}/${slug}/index.mdx`, 'utf8');
        const { data } = readFacts(splitFrontMatter(text, slug).yaml, slug);
        const parsed = collections[collection].schema.parse(data);
        expect(factsOf(model, valuesOf(model, parsed))).toEqual(parsed);
      });
    }
  }

  it('leaves out what is empty, and keeps the list that must be there', () => {
    expect(factsOf(form, {})).toEqual({ review: {}, place: {}, outcomes: [], sources: [] });
    expect(factsOf(form, { area: { value: ' ', sources: ['', ''] } })).not.toHaveProperty('area');
  });

  it('reads numbers and keeps what is none for the check to name', () => {
    const facts = factsOf(form, { area: { value: '1 234,5', low: 'twelve', unit: 'har' } });
    expect(facts['area']).toMatchObject({ value: 1234.5, low: 'twelve', unit: 'har' });
  });

  it('finds the field of a fact although rows before it are empty', () => {
    const values = { outcomes: ['', { label: 'a' }, { label: '' }, { label: 'b', sources: ['', 'x-2020'] }] };
    expect(factsOf(form, values)['outcomes']).toHaveLength(2);
    expect(formPath(values, ['outcomes', 1, 'sources', 0])).toEqual(['outcomes', 3, 'sources', 1]);
    expect(formPath(values, ['outcomes', 0, 'unit'])).toEqual(['outcomes', 1, 'unit']);
  });

  it('gives every row an id that stays its own', () => {
    const rows = [
      { label: 'Soil carbon, 0–20 cm' },
      { label: 'Soil carbon 0 20 cm' },
      { label: '土壤碳' },
      { id: 'mine' },
    ];
    expect(idsOf(list, rows)).toEqual(['soil-carbon-0-20-cm', 'soil-carbon-0-20-cm-2', 'outcomes-3', 'mine']);
    expect(slugOf('Réserve de Fès–Meknès: Łódź')).toBe('reserve-de-fes-meknes-lodz');
  });

  it('makes a valid slug of any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(slugOf(words)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      }),
    );
  });

  it('sets a value where nothing was, and changes nothing else', () => {
    const before = { outcomes: [{ label: 'a' }], title: 't' };
    const after = withValue(before, ['outcomes', 1, 'carbon', 'pool'], 'litter');
    expect(valueAt(after, ['outcomes', 1, 'carbon', 'pool'])).toBe('litter');
    expect(valueAt(after, ['outcomes', 0, 'label'])).toBe('a');
    expect(before).toEqual({ outcomes: [{ label: 'a' }], title: 't' });
  });

  it('counts about fifteen facts of a quick case', () => {
    expect(filled(form, {}).all).toBeGreaterThanOrEqual(13);
    expect(filled(form, {}).all).toBeLessThanOrEqual(16);
    expect(filled(form, { title: 'A', place: { name: 'B' } }).done).toBe(2);
  });
});

describe('what people type', () => {
  it.each([
    ['41.2', { kind: 'plain' }],
    ['41,2', { kind: 'read', value: 41.2 }],
    ['１２０００', { kind: 'read', value: 12000 }],
    ['1 234 567', { kind: 'read', value: 1234567 }],
    ['1.234.567,8', { kind: 'read', value: 1234567.8 }],
    ['12,000', { kind: 'either', values: [12000, 12] }],
    ['-1,250', { kind: 'either', values: [-1250, -1.25] }],
    ['12 ha', { kind: 'unclear' }],
    ['', { kind: 'none' }],
  ])('takes the number %s for what it is', (text, answer) => {
    expect(answerNumber(text)).toEqual(answer);
  });

  it.each([
    ['1999', '1999'],
    ['about 1980', '1980~'],
    ['约1980年', '1980~'],
    ['1980?', '1980~'],
    ['2019年5月', '2019-05'],
    ['2019/5/3', '2019-05-03'],
    ['１９９９', '1999'],
    ['ок. 1980', '1980~'],
    ['the eighties', 'the eighties'],
  ])('takes the date %s for %s', (text, date) => {
    expect(dateOf(text, true)).toBe(date);
  });
});
