import { describe, expect, it } from 'vitest';
import type { Library } from './library.ts';
import { statusOf } from './status.ts';

const review = { state: 'compiled', date: '2026-11' };
const effect = { role: 'effect' };
const entry = (collection: string, slug: string, facts: object, rest: object = {}) => ({
  ...{ collection, slug, revision: 'aaaaaaaaaaaa', digest: slug, cited: [], translations: [] },
  facts: { title: slug, review, ...facts },
  ...rest,
});
const translated = (translates: string) => ({
  translations: [{ locale: 'zh', words: { title: '题' }, translates, translation: 'machine-assisted' }],
});

const tables: Record<string, readonly object[]> = {
  'case-studies': [
    entry('case-studies', 'measured', {
      ecosystems: ['T1.2'],
      models: ['fmnr'],
      outcomes: [effect, { ...effect, confirmed: false }],
      sources: [
        { id: 'a', title: 'A', incomplete: 'authors' },
        { id: 'b', title: 'B' },
      ],
    }),
    entry('case-studies', 'told', {
      ecosystems: ['T4.1'],
      models: ['fmnr', 'silvopasture'],
      outcomes: [{ role: 'output' }, { ...effect, confirmed: false }],
    }),
  ],
  'management-models': [
    entry('management-models', 'fmnr', {}, translated('aaaaaaaaaaaa')),
    entry(
      'management-models',
      'silvopasture',
      { review: { ...review, state: 'reviewed' } },
      translated('old'),
    ),
    entry('management-models', 'unused', {}),
  ],
  references: [entry('references', 'c', { title: 'C', incomplete: 'title' })],
};
const library = {
  all: (name: string) => tables[name] ?? [],
  citing: () => [tables['case-studies']?.[0]],
} as unknown as Library;
const status = statusOf(library);

describe('the status of the library', () => {
  it('counts entries by language: a translation counts whether it lags behind or not', () => {
    const models = status.collections.find(({ name }) => name === 'management-models');
    expect(models).toMatchObject({ total: 3, languages: { en: 3, zh: 2, es: 0 } });
  });

  it('names translations that lag behind, and only those', () => {
    expect(status.outdated.map(({ entry: { slug }, locale }) => [slug, locale])).toEqual([
      ['silvopasture', 'zh'],
    ]);
  });

  it('counts reviews by their true state', () => {
    expect(status.reviews).toEqual({ compiled: 4, submitted: 0, reviewed: 1 });
  });

  it('names cases whose only effects were not confirmed as cases without one', () => {
    expect(status.withoutEffect.map(({ slug }) => slug)).toEqual(['told']);
    expect(status.unconfirmed.map(({ entry: { slug }, figures }) => [slug, figures])).toEqual([
      ['measured', 1],
      ['told', 1],
    ]);
  });

  it('names incomplete references of contributions and of the shared library', () => {
    expect(status.incomplete.map(({ source }) => source.id)).toEqual(['a', 'c']);
    expect(status.incomplete[1]?.citing).toHaveLength(1);
  });

  it('shows the gaps between models and ecosystems', () => {
    const [fmnr, silvopasture, unused] = status.matrix;
    expect(fmnr?.cases).toMatchObject({ forest: 1, savanna: 1, wetland: 0 });
    expect(silvopasture?.cases).toMatchObject({ forest: 0, savanna: 1 });
    expect(Object.values(unused?.cases ?? {}).every((count) => count === 0)).toBe(true);
  });
});
