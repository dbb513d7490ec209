import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mostItems } from '../../src/compare/address.ts';
import { compare } from '../../src/compare/compare.ts';
import { comparisonCsv } from '../../src/compare/csv.ts';
import { type CompareData, wordsOf } from '../../src/compare/data.ts';
import { type AnyRecord, type CaseRecord, kindNames, kinds } from '../../src/compare/record.ts';
import { renderComparison } from '../../src/compare/render.ts';
import { toHtml } from '../../src/contribute/tree.ts';
import { locales } from '../../src/i18n/locales.ts';
import { dist, readPages } from './pages.ts';
import { readStrictCsv } from './rfc4180.ts';

const read = <Content>(path: string) => JSON.parse(readFileSync(join(dist, path), 'utf8')) as Content;
const idsOf = (collection: string) =>
  read<{ records: { id: string }[] }>(`api/${collection}.json`).records.map(({ id }) => id);
const recordsOf = (collection: string) =>
  idsOf(collection).map((id) => read<AnyRecord>(`${collection}/${id}/compare.json`));

/** All entries, as many at a time as can stand side by side. */
const handfuls = (records: readonly AnyRecord[]) =>
  Array.from({ length: Math.ceil(records.length / mostItems) }, (_, index) =>
    records.slice(index * mostItems, (index + 1) * mostItems),
  );

/** Where sources stand on the pages of entries, in every language. */
const sources = new Set(
  readPages()
    .filter(({ address }) => /\/(?:case-studies|protocols|management-models)\/[^/]+\/$/.test(address))
    .flatMap(({ address, html }) =>
      [...html.matchAll(/\sid="(sources?(?:-\d+)?)"/g)].map(([, id]) => `${address}#${id}`),
    ),
);

describe('every entry side by side with others', () => {
  it.each(kindNames)(
    '%s: in every language, with links that lead somewhere and tables by the letter',
    (kind) => {
      const records = recordsOf(kinds[kind]);
      expect(records.length).toBeGreaterThan(10);
      const links = new Set<string>();
      for (const locale of locales) {
        const words = wordsOf(read<CompareData>(`compare/${kind}.${locale}.json`));
        for (const some of handfuls(records)) {
          const comparison = compare(kind, some as never, words);
          const html = toHtml(renderComparison(comparison, words));
          expect(html).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
          for (const [, link = ''] of html.matchAll(/href="([^"]+)"/g)) links.add(link);
          if (locale !== 'zh') continue;
          const csv = readStrictCsv(comparisonCsv(comparison, some, words).replace(/^\ufeff/, ''));
          expect(new Set(csv.slice(1).map(([id]) => id)).size).toBe(some.length);
        }
      }
      expect(links.size).toBeGreaterThan(100);
      for (const link of links) {
        const { pathname, hash } = new URL(link, 'http://site/');
        expect(existsSync(join(dist, pathname)), link).toBe(true);
        if (hash.startsWith('#source')) expect(sources.has(pathname + hash), link).toBe(true);
      }
    },
  );

  it('has the numbers of the cases, and none else', () => {
    const words = wordsOf(read<CompareData>('compare/cases.en.json'));
    const records = recordsOf('case-studies') as CaseRecord[];
    const [head = [], ...rows] = readStrictCsv(
      comparisonCsv(compare('cases', records, words), records, words).replace(/^\ufeff/, ''),
    );
    const column = (name: string) => head.indexOf(name);
    const found = rows
      .filter((row) => ['effects', 'outputs', 'costs'].includes(row[column('part')] ?? ''))
      .filter((row) => row[column('unit_ucum')] !== '')
      .map((row) =>
        [row[column('item')], row[column('value')], row[column('low')], row[column('unit_ucum')]].join(' '),
      );
    const facts = read<{ records: { id: string; facts: { outcomes: Fact[] } }[] }>('api/case-studies.json');
    const all = facts.records.flatMap(({ id, facts: { outcomes } }) =>
      outcomes.map(({ role, value = '', low = '', unit }) => ({
        role,
        line: [id, value, low, unit].join(' '),
      })),
    );
    const kept = all.filter(({ role }) => role !== 'context').map(({ line }) => line);
    expect(found.toSorted()).toEqual(expect.arrayContaining(kept.toSorted()));
    for (const line of found) expect(all.map((one) => one.line)).toContain(line);
  });
});

interface Fact {
  readonly role: string;
  readonly value?: number;
  readonly low?: number;
  readonly unit: string;
}
