import { describe, expect, it } from 'vitest';
import { caseOf, libraryOf } from '../../tests/content/case-library.ts';
import { caseRow } from './case-row.ts';
import type { Entry } from './library.ts';
import { facetValues, listFacets } from './list-facets.ts';
import { countryPlaces } from './map-places.ts';
import { rowData } from './row-data.ts';

const tigray = caseOf('tigray-exclosures');
const colombia = caseOf('colombia-silvopastoral');

describe('a case in a list', () => {
  it('says since when, or from when to when', () => {
    expect(caseRow(tigray, 'en').years).toBe('since about 1980');
    expect(caseRow(colombia, 'en').years).toBe('2010 to 2020');
    expect(caseRow(tigray, 'zh').years).toBe('约1980年起');
    expect(caseRow(tigray, 'zh').countries).toBe('埃塞俄比亚');
  });

  it('has the main ecosystem first, each type once', () => {
    expect(caseRow(colombia, 'en').ecosystems.map(({ type, code }) => [type, code])).toEqual([
      ['farm', 'T7.2'],
      ['forest', undefined],
    ]);
  });

  it('names one finding: the first effect with its number, unit and what it stands against', () => {
    expect(caseRow(tigray, 'en').finding).toMatchObject({
      against: '75.65 against 51.98',
      unit: 't C ha<sup>−1</sup>',
      text: [{ text: tigray.facts.outcomes[0]?.label, lang: 'en' }],
    });
    expect(caseRow(colombia, 'fr').finding.number).toBe('+36,2');
  });

  it('never shows a figure that was not confirmed, nor an output, as its finding', () => {
    const [first, ...rest] = tigray.facts.outcomes;
    if (!first) throw new Error('the case has no outcome');
    const doubted = caseOf('tigray-exclosures', { outcomes: [{ ...first, confirmed: false }, ...rest] });
    expect(caseRow(doubted, 'en').finding.against).toBe('55.06 against 51.98');
    const outputs = caseOf('tigray-exclosures', { outcomes: [{ ...first, role: 'output' }] });
    expect(caseRow(outputs, 'en').finding).toEqual({
      text: [
        { text: 'Exclosure', lang: 'en' },
        { text: 'Natural regeneration', lang: 'en' },
      ],
    });
    expect(caseRow(outputs, 'en').span.effects).toBe(0);
  });
});

describe('facets', () => {
  it('count the entries of each value, in a fixed order, and leave out what narrows nothing', () => {
    const library = libraryOf([tigray, colombia, caseOf('virginia-seagrass')]);
    const facets = listFacets(library, 'case-studies', 'en');
    expect(facets.map(({ name }) => name)).toEqual(['ecosystem', 'evidence', 'country', 'model', 'driver']);
    expect(facets[0]?.options.map(({ value, count }) => [value, count])).toEqual([
      ['forest', 1],
      ['savanna', 1],
      ['farm', 2],
      ['coast', 1],
    ]);
    expect(facets[2]?.options.map(({ label }) => label.text)).toEqual([
      'Colombia',
      'Ethiopia',
      'United States',
    ]);
    const alike = listFacets(libraryOf([tigray, tigray]), 'case-studies', 'en');
    expect(alike).toEqual([]);
  });

  it('tell effects from figures with something to hold them against', () => {
    expect(facetValues(tigray as Entry)['evidence']).toContain('comparison');
    expect(facetValues(caseOf('tigray-exclosures', { outcomes: [] }) as Entry)['evidence']).toEqual([]);
    expect(rowData(tigray as Entry)).toMatchObject({
      'data-key': 'tigray-exclosures',
      'data-country': 'ETH',
    });
  });
});

describe('the map of very many cases', () => {
  it('has one point a country, which leads to the search among its cases', () => {
    const [place, ...others] = countryPlaces([tigray, tigray, tigray], 'en');
    expect(others).toEqual([]);
    expect(place).toMatchObject({
      name: 'Ethiopia',
      count: 3,
      title: 'Ethiopia · 3 case studies',
      href: '/search/?type=case-studies&country=ETH',
    });
  });
});
