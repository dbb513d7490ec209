import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { attribute, readPages, textOf } from './pages.ts';

const pages = readPages();

type Expanded = Readonly<Record<string, readonly Expanded[] | readonly string[]>>;

/** No request leaves the test: the context of schema.org is, for reading, its vocabulary. */
const documentLoader = (url: string) => {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`a page names the context ${url}`);
  return Promise.resolve({
    contextUrl: undefined,
    documentUrl: url,
    document: { '@context': { '@vocab': 'https://schema.org/' } },
  });
};

async function expanded(address: string): Promise<Expanded[]> {
  const page = pages.find((candidate) => candidate.address === address);
  const blocks = (page?.elements ?? []).filter(
    (element) => attribute(element, 'type') === 'application/ld+json',
  );
  const parts = await Promise.all(
    blocks.map((block) => jsonld.expand(JSON.parse(textOf(block)), { documentLoader })),
  );
  return parts.flat() as unknown as Expanded[];
}

const term = (name: string) => `https://schema.org/${name}`;
const typesOf = (node: Expanded | undefined) => (node?.['@type'] ?? []) as readonly string[];
const partsOf = (node: Expanded | undefined, name: string) =>
  (node?.[term(name)] ?? []) as readonly Expanded[];
const textAt = (node: Expanded | undefined, name: string) => partsOf(node, name)[0]?.['@value'];

async function nodeOf(address: string, type: string): Promise<Expanded> {
  const nodes = await expanded(address);
  const found = nodes.find((node) => typesOf(node).includes(term(type)));
  if (!found) throw new Error(`${address} describes no ${type}: ${nodes.map(typesOf).join()}`);
  return found;
}

describe('JSON-LD', () => {
  it('expands on every listed page, and every node has a type', async () => {
    for (const { address, html } of pages) {
      if (html.includes('name="robots"')) continue;
      const nodes = await expanded(address);
      expect(nodes.length, address).toBeGreaterThan(0);
      for (const node of nodes) expect(typesOf(node).length, address).toBeGreaterThan(0);
    }
  });

  it('describes a case as an article on a place, with licence and sources', async () => {
    const node = await nodeOf('/case-studies/tigray-exclosures/', 'ScholarlyArticle');
    const [place] = partsOf(node, 'contentLocation');
    expect(typesOf(place)).toEqual([term('Place')]);
    expect(textAt(partsOf(place, 'geo')[0], 'latitude')).toBeTypeOf('number');
    expect(textAt(node, 'license')).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(textAt(node, 'creativeWorkStatus')).toBe('compiled');
    const page = pages.find(({ address }) => address === '/case-studies/tigray-exclosures/');
    const printed = page?.elements.filter((element) => /^source-\d+$/.test(attribute(element, 'id') ?? ''));
    expect(partsOf(node, 'citation')).toHaveLength(printed?.length ?? -1);
    expect(
      partsOf(node, 'citation').some((work) => String(work['@id']).startsWith('https://doi.org/10.')),
    ).toBe(true);
  });

  it('describes a protocol as a method whose steps keep their numbers', async () => {
    const node = await nodeOf('/protocols/soil-organic-carbon-stock/', 'HowTo');
    const sections = partsOf(node, 'step');
    const steps = sections.flatMap((section) => partsOf(section, 'itemListElement'));
    expect(sections.every((section) => typesOf(section).includes(term('HowToSection')))).toBe(true);
    expect(steps.every((step) => typesOf(step).includes(term('HowToStep')))).toBe(true);
    const positions = steps.map((step) => Number(textAt(step, 'position')));
    expect([...positions].sort((a, b) => a - b)).toEqual(positions.map((_, index) => index + 1));
    expect(partsOf(node, 'tool').length).toBeGreaterThan(0);
    expect(textAt(node, 'version')).toMatch(/^\d+\.\d+$/);
  });

  it('describes calculators, models, the glossary, lists and the portal itself', async () => {
    await nodeOf('/calculators/soc-stock/', 'WebApplication');
    await nodeOf('/management-models/natural-regeneration-exclosure/', 'Article');
    const glossary = await nodeOf('/glossary/', 'DefinedTermSet');
    const terms = partsOf(glossary, 'hasDefinedTerm');
    expect(terms.length).toBeGreaterThanOrEqual(40);
    const page = pages.find(({ address }) => address === '/glossary/');
    const ids = new Set(page?.elements.map((element) => attribute(element, 'id')));
    for (const each of terms) expect(ids.has(String(each['@id']).split('#')[1])).toBe(true);
    const list = await nodeOf('/zh/protocols/', 'CollectionPage');
    const entries = partsOf(partsOf(list, 'mainEntity')[0], 'itemListElement');
    expect(entries.length).toBeGreaterThanOrEqual(2);
    const site = await nodeOf('/', 'WebSite');
    const target = partsOf(partsOf(site, 'potentialAction')[0], 'target')[0];
    expect(textAt(target, 'urlTemplate')).toContain('/search/?q={search_term_string}');
  });

  it('leads from the home page to every page, by addresses that exist', async () => {
    const known = new Set(pages.map(({ address }) => address));
    for (const { address, html } of pages) {
      if (html.includes('name="robots"') || /^\/(?:[a-z]{2}\/)?$/.test(address)) continue;
      const crumbs = partsOf(await nodeOf(address, 'BreadcrumbList'), 'itemListElement');
      const paths = crumbs.map((crumb) => new URL(String(textAt(crumb, 'item'))).pathname);
      expect(paths.at(-1), address).toBe(address);
      for (const path of paths) expect(known.has(path), `${address} stands below ${path}`).toBe(true);
    }
  });
});
