import { describe, expect, it } from 'vitest';
import { caseStudy } from '../schemas/case-study.ts';
import { sources } from '../schemas/source.ts';
import { factsOf } from './facts.ts';
import { formModel } from './form-model.ts';
import { readSources } from './sources.ts';

const bibtex = `@article{key,
  author = {Person, Anna and {Made-up Institute} and van der Berg, J.},
  title = {Soil carbon under {Acacia} \\& grass},
  journal = {Journal of Examples}, year = {2020}, volume = {12}, number = {3}, pages = {1--9},
  doi = {10.1234/example.5}, url = {https://doi.org/10.1234/example.5}
}`;
const ris = `TY  - JOUR
AU  - Person, Anna
TI  - Soil carbon under grass
JO  - Journal of Examples
PY  - 2020
VL  - 12
IS  - 3
SP  - 1
EP  - 9
DO  - 10.1234/example.5
ER  - `;
const csl = {
  type: 'article-journal',
  title: 'Soil carbon under <i>Acacia</i> &amp; grass',
  author: [{ family: 'Person', given: 'Anna', sequence: 'first' }, { name: 'Made-up Institute' }],
  issued: { 'date-parts': [[2020, 5]] },
  'container-title': 'Journal of Examples',
  volume: '12',
  DOI: 'https://doi.org/10.1234/example.5',
  URL: 'http://dx.doi.org/10.1234/example.5',
  reference: [{ key: 'x' }],
};

describe('pasted sources', () => {
  it('reads BibTeX', async () => {
    const reading = await readSources(bibtex);
    expect(reading).toMatchObject({
      ok: true,
      rows: [
        {
          type: 'article-journal',
          title: 'Soil carbon under Acacia & grass',
          author: [
            { family: 'Person', given: 'Anna' },
            { literal: 'Made-up Institute' },
            { family: 'van der Berg', given: 'J.' },
          ],
          issued: '2020',
          page: '1-9',
          DOI: '10.1234/example.5',
        },
      ],
    });
    expect(reading.ok && reading.rows[0]).not.toHaveProperty('URL');
  });

  it('reads RIS', async () => {
    expect(await readSources(ris)).toMatchObject({
      ok: true,
      rows: [
        {
          type: 'article-journal',
          title: 'Soil carbon under grass',
          volume: '12',
          issue: '3',
          DOI: '10.1234/example.5',
        },
      ],
    });
  });

  it('reads the record of a DOI, wrapped or not, and takes the markup out of its title', async () => {
    for (const text of [
      JSON.stringify(csl),
      JSON.stringify([csl]),
      JSON.stringify({ message: { ...csl, title: [csl.title] } }),
    ]) {
      expect(await readSources(text)).toEqual({
        ok: true,
        rows: [
          {
            type: 'article-journal',
            title: 'Soil carbon under Acacia & grass',
            author: [{ family: 'Person', given: 'Anna' }, { literal: 'Made-up Institute' }],
            issued: '2020-05',
            'container-title': 'Journal of Examples',
            volume: '12',
            DOI: '10.1234/example.5',
          },
        ],
      });
    }
  });

  it('gives rows that the schema takes', async () => {
    const form = formModel(caseStudy);
    for (const text of [bibtex, ris, JSON.stringify(csl)]) {
      const reading = await readSources(text);
      const facts = factsOf(form, { sources: reading.ok ? reading.rows : [] });
      expect(sources.safeParse(facts['sources']).error?.issues ?? []).toEqual([]);
      expect(facts['sources']).toMatchObject([{ id: 'person-2020' }]);
    }
  });

  it.each([
    ['', 'empty'],
    ['10.1234/example.5', 'identifier'],
    ['https://doi.org/10.1234/example.5', 'identifier'],
    ['https://example.org/a', 'identifier'],
    ['Person A. Soil carbon. 2020.', 'unreadable'],
    ['{"title":', 'unreadable'],
    ['[]', 'unreadable'],
    ['@article{', 'unreadable'],
  ])('says what %s is not', async (text, code) => {
    expect(await readSources(text)).toEqual({ ok: false, code });
  });
});
