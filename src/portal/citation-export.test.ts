import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBibtex, toRis } from './citation-export.ts';

const item = {
  id: 'global-ercan-protocols-plots',
  type: 'report',
  title: 'Plots',
  author: [{ literal: 'Global-ERCaN Knowledge Portal' }],
  issued: { 'date-parts': [[2026, 11]] },
  URL: 'https://example.org/a_b/?x=1&y=100%25',
};

const read = (bibtex: string) => {
  const { entries, errors } = parse(bibtex, { sentenceCase: false, verbatimFields: ['url', 'doi'] });
  expect(errors).toEqual([]);
  return entries;
};

describe('BibTeX', () => {
  it('keeps every character of a title, in any script, through an independent parser', () => {
    const title = String.raw`10% & <b>5 µg</b> {x}_y \z $m$ #1 ~ ^ ≥ 3 土壤 почва تربة é`;
    const [entry] = read(toBibtex([{ ...item, title }]));
    expect(entry?.fields.title).toBe(title);
    expect(entry?.key).toBe(item.id);
    expect(entry?.fields.url).toBe(item.URL);
  });

  it('stays one entry whatever a title holds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab {}\\%&#$_^~<>"\'@,=\n') });
    fc.assert(
      fc.property(text, (title) => {
        const entries = read(
          toBibtex([
            { ...item, title: `A${title}z` },
            { ...item, id: 'after' },
          ]),
        );
        expect(entries.map(({ key }) => key)).toEqual([item.id, 'after']);
      }),
    );
  });

  it('names the institution of a report once for the reader and once for BibTeX', () => {
    const [entry] = read(toBibtex([item]));
    expect(entry?.type).toBe('techreport');
    expect(entry?.fields.institution).toEqual(['Global-ERCaN Knowledge Portal']);
  });
});

describe('RIS', () => {
  it('writes one line a field, ended as the format asks', () => {
    const title = `${'A very long title of a page '.repeat(8)}with an end`;
    const lines = toRis([{ ...item, title }]).split('\r\n');
    expect(lines[0]).toBe('TY  - RPRT');
    expect(lines).toContain(`TI  - ${title}`);
    expect(lines.slice(-2)).toEqual(['ER  - ', '']);
    expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
  });

  it('lets no line break of a title begin a field', () => {
    expect(toRis([{ ...item, title: 'A\nER  - \nTY  - BOOK' }])).toContain('TI  - A ER - TY - BOOK\r\n');
  });
});
