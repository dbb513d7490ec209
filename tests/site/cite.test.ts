import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';
import { attribute, dist, readPages, textOf } from './pages.ts';

interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly { readonly literal?: string; readonly family?: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly DOI?: string;
}

const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const readCsl = (file: string) => JSON.parse(read(file)) as CslItem[];
const { records } = JSON.parse(read('api/citations.json')) as {
  records: { id: string; citation: CslItem; sources: CslItem[] }[];
};

const collections = [
  'case-studies',
  'protocols',
  'management-models',
  'policy-options',
  'learning-paths',
  'evidence',
  'calculators',
];
const pages = new Map(readPages().map((page) => [page.address, page]));
const items = [...pages.keys()].filter((address) =>
  new RegExp(`^/(?:${collections.join('|')})/(?!page/|verification/|synthesis/|neutrality/)[^/]+/$`).test(
    address,
  ),
);

/** BibTeX as a library reads it that has nothing in common with the one that wrote it. */
function readBibtex(file: string) {
  const { entries, errors } = parse(read(file), { sentenceCase: false, verbatimFields: ['url', 'doi'] });
  expect(errors, file).toEqual([]);
  return entries;
}

describe('citation files', () => {
  it('stand beside every item, and beside nothing else', () => {
    expect(items.length).toBeGreaterThan(10);
    expect(records.map(({ id }) => `/${id}/`).sort()).toEqual(items.sort());
    for (const { id, sources } of records) {
      for (const name of ['cite.bib', 'cite.ris', 'cite.json'])
        expect(existsSync(join(dist, id, name))).toBe(true);
      for (const name of ['sources.bib', 'sources.json'])
        expect(existsSync(join(dist, id, name)), `${id} ${name}`).toBe(sources.length > 0);
    }
  });

  it('hold one record of the page in BibTeX, which an independent parser reads without complaint', () => {
    for (const { id, citation } of records) {
      const [entry, ...more] = readBibtex(`${id}/cite.bib`);
      expect(more, id).toEqual([]);
      expect(entry?.key).toBe(citation.id);
      expect(entry?.fields.title).toBe(citation.title);
      expect(entry?.fields.url).toBe(citation.URL);
      expect(entry?.fields.author?.map(({ name }) => name)).toEqual(
        citation.author?.map(({ literal }) => literal),
      );
      expect(entry?.fields.year).toBe(String(citation.issued?.['date-parts'][0]?.[0]));
      expect(entry?.fields.note).toMatch(/review/i);
    }
  });

  it('hold every source of the page in BibTeX, with its title and identifier', () => {
    for (const { id, sources } of records) {
      if (sources.length === 0) continue;
      const entries = readBibtex(`${id}/sources.bib`);
      expect(entries.map(({ key }) => key)).toEqual(sources.map((source) => source.id));
      entries.forEach(({ fields }, index) => {
        expect(fields.title).toBe(sources[index]?.title);
        expect(fields.doi).toBe(sources[index]?.DOI);
      });
    }
  });

  it('hold RIS of whole lines, from TY to ER, that reads back', () => {
    for (const { id, citation } of records) {
      const ris = read(`${id}/cite.ris`);
      const lines = ris.split('\r\n');
      expect(lines.pop(), `${id} ends with a line end`).toBe('');
      const tags = lines.map((line) => /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line)?.slice(1) ?? []);
      expect(
        tags.every((parts) => parts.length === 2),
        ris,
      ).toBe(true);
      expect(tags[0]?.[0]).toBe('TY');
      expect(tags.filter(([tag]) => tag === 'TY' || tag === 'ER').map(([tag]) => tag)).toEqual(['TY', 'ER']);
      const fields = Object.fromEntries(tags) as Record<string, string>;
      expect(fields['TI']).toBe(citation.title);
      expect(fields['UR']).toBe(citation.URL);
      expect(fields['PY']).toBe(String(citation.issued?.['date-parts'][0]?.[0]));
      const [back] = new Cite(ris).data;
      expect(back).toMatchObject({ title: citation.title, URL: citation.URL, type: citation.type });
    }
  });

  it('hold CSL-JSON that says what the open data say, and reads back', () => {
    for (const { id, citation, sources } of records) {
      expect(readCsl(`${id}/cite.json`)).toEqual([citation]);
      if (sources.length > 0) expect(readCsl(`${id}/sources.json`)).toEqual(sources);
      const [back] = new Cite(read(`${id}/cite.json`)).data;
      expect(back).toMatchObject({ title: citation.title, URL: citation.URL });
      expect(citation.URL).toMatch(new RegExp(`/${id}/$`));
      for (const item of [citation, ...sources]) {
        expect(item.type, id).toMatch(/^[a-z-]+$/);
        expect(item.title.length, id).toBeGreaterThan(0);
      }
    }
  });
});

describe('the citation block of a page', () => {
  it('prints who, when, what and where, and links the files', () => {
    for (const { id, citation, sources } of records)
      for (const prefix of ['', 'zh/', 'ar/']) {
        const page = pages.get(`/${prefix}${id}/`);
        const block = page?.elements.find((element) => attribute(element, 'class') === 'citation');
        const words = block ? textOf(block) : '';
        for (const part of [
          citation.author?.[0]?.literal ?? 'no author',
          String(citation.issued?.['date-parts'][0]?.[0]),
          citation.URL ?? 'no address',
        ])
          expect(words, `${prefix}${id}`).toContain(part);
        const hrefs = page?.elements.flatMap((element) =>
          attribute(element, 'download') ? (attribute(element, 'href') ?? []) : [],
        );
        const names = [
          'cite.bib',
          'cite.ris',
          'cite.json',
          ...(sources.length ? ['sources.bib', 'sources.json'] : []),
        ];
        for (const name of names) expect(hrefs, `${prefix}${id}`).toContain(`/${id}/${name}`);
      }
  });
});
