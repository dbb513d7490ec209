import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@retorquere/bibtex-parser';
import { Validator as OpenApiValidator } from '@seriousme/openapi-schema-validator';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import dataPackage from 'datapackage';
import { unzipSync } from 'fflate';
import jsonld from 'jsonld';
import { describe, expect, it, vi } from 'vitest';
import { lightColours } from '../../src/charts/standalone.ts';
import { layOut } from '../../src/cli/png/lay-out.ts';
import { isFormula } from '../../src/csv/write.ts';
import { dist } from './pages.ts';
import { readStrictCsv } from './rfc4180.ts';

interface About {
  readonly title: string;
  readonly address: string;
  readonly version: string;
  readonly date: string;
  readonly licence: string;
  readonly citation: string;
}
interface Index {
  readonly about: About;
  readonly files: readonly (Omit<About, 'date'> & { readonly mediaType: string })[];
  readonly templates: readonly { readonly address: string }[];
}
interface CaseRecord {
  readonly id: string;
  readonly translations: Readonly<Record<string, { readonly words: { readonly title?: string } }>>;
  readonly facts: {
    readonly title: string;
    readonly outcomes: readonly unknown[];
    readonly sources: readonly unknown[];
    readonly place: { readonly point: { lat: number; lon: number; basis: string; blurred?: number } };
  };
}

const text = (path: string) => readFileSync(join(dist, path), 'utf8');
const read = <Content>(path: string) => JSON.parse(text(path)) as Content;
const pathOf = (address: string) => decodeURI(new URL(address).pathname);
const index = read<Index>('api/index.json');
const cases = read<{ records: CaseRecord[] }>('api/case-studies.json').records;
const citations = read<{ records: { id: string; sources: { id: string }[] }[] }>(
  'api/citations.json',
).records;
const references = read<{ records: { id: string }[] }>('api/references.json').records;
const { version } = read<{ version: string }>('api/datapackage.json');

describe('every file of the open data', () => {
  it('carries licence, version and citation, and all carry the same version', () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
    for (const file of index.files) {
      expect(file.version, file.address).toBe(version);
      expect(file.licence, file.address).toMatch(
        /evidence-rows/.test(file.address)
          ? /^as each row states/
          : /^CC-BY-4\.0(?:; evidence-rows as each row|$)/,
      );
      expect(file.citation, file.address).toContain(file.address);
      const path = pathOf(file.address);
      if (file.mediaType !== 'application/json' || /\/(?:openapi|datapackage)\.json$/.test(path)) continue;
      const { about, $comment } = read<{ about?: About; $comment?: string }>(path);
      expect($comment ?? about?.citation, path).toContain(
        `Version ${version}. ${file.address}. Licence: ${file.licence}.`,
      );
    }
  });

  it('is read by a strict reader of RFC 4180 where it is a table, and holds nothing a spreadsheet would run', () => {
    const tables = [
      ...index.files
        .filter(({ mediaType }) => mediaType === 'text/csv')
        .map(({ address }) => pathOf(address)),
      ...cases.map(({ id }) => `/case-studies/${id}/outcomes.csv`),
      ...readdirSync(join(dist, 'evidence')).flatMap((name) =>
        name.endsWith('.csv') ? [`/evidence/${name}`] : [],
      ),
    ];
    expect(tables.length).toBeGreaterThan(60);
    for (const path of tables) {
      const records = readStrictCsv(text(path));
      expect(records.length, path).toBeGreaterThan(0);
      for (const cell of records.flat()) expect(isFormula(cell), `${path}: ${cell.slice(0, 60)}`).toBe(false);
    }
  });

  it('describes every table in a data package that its own reader accepts, cell by cell', async () => {
    const descriptor = read<{
      resources: {
        path: string;
        bytes: number;
        hash: string;
        schema: { fields: { name: string; description: string }[] };
      }[];
    }>('api/datapackage.json');
    const found = await dataPackage.Package.load(join(dist, 'api/datapackage.json'));
    expect(found.errors.map(String)).toEqual([]);
    for (const resource of found.resources) {
      const rows = await resource.read().catch((error: Error & { errors?: Error[] }) => {
        throw new Error(`${resource.name}: ${(error.errors ?? [error]).slice(0, 3).join('; ')}`);
      });
      expect(rows.length, resource.name).toBeGreaterThan(0);
    }
    const csv = index.files
      .filter(({ mediaType }) => mediaType === 'text/csv')
      .map(({ address }) => pathOf(address));
    expect(descriptor.resources.map(({ path }) => `/api/${path}`).sort()).toEqual(csv.sort());
    for (const { path, bytes, hash, schema } of descriptor.resources) {
      const content = readFileSync(join(dist, 'api', path));
      expect(content.length, path).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
      expect(readStrictCsv(content.toString('utf8'))[0], path).toEqual(schema.fields.map(({ name }) => name));
      for (const { description } of schema.fields) expect(description.length).toBeGreaterThan(5);
    }
  });

  it('is named by an OpenAPI description that is valid', async () => {
    const api = read<{ paths: Record<string, unknown>; info: { version: string } }>('api/openapi.json');
    const result = await new OpenApiValidator().validate(structuredClone(api));
    expect(result.valid, JSON.stringify(result.errors)).toBe(true);
    const listed = [...index.files, ...index.templates].map(({ address }) => pathOf(address));
    expect(Object.keys(api.paths).sort()).toEqual(listed.sort());
    expect(api.info.version).toBe(version);
  });

  it('is in the archive with its checksum', () => {
    const zip = index.files.find(({ mediaType }) => mediaType === 'application/zip');
    const path = pathOf(zip?.address ?? '');
    expect(path).toContain(index.about.date);
    const bytes = readFileSync(join(dist, path));
    const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
    expect(text('api/archive/SHA256SUMS')).toBe(`${sha256(bytes)}  ${path.split('/').at(-1)}\n`);
    const files = new Map(
      Object.entries(unzipSync(bytes)).map(([name, content]) => [name.slice(name.indexOf('/') + 1), content]),
    );
    const sums = Buffer.from(files.get('SHA256SUMS') ?? []).toString('utf8');
    for (const { address } of index.files) {
      const name = pathOf(address).slice('/api/'.length);
      if (name.startsWith('archive/')) continue;
      const content = files.get(name);
      expect(content && Buffer.from(content).equals(readFileSync(join(dist, 'api', name))), name).toBe(true);
      expect(sums).toContain(`${sha256(content ?? new Uint8Array())}  ${name}\n`);
    }
  });
});

describe('the case studies as GeoJSON', () => {
  it('are points at the place of each case, with the basis and the blur of the point', () => {
    const { type, features } = read<{
      type: string;
      features: {
        type: string;
        id: string;
        geometry: { type: string; coordinates: number[] };
        properties: Record<string, unknown>;
      }[];
    }>('api/case-studies.geojson');
    expect(type).toBe('FeatureCollection');
    expect(features.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    features.forEach(({ geometry, properties, id }, number) => {
      const point = cases[number]?.facts.place.point;
      expect(geometry, id).toEqual({ type: 'Point', coordinates: [point?.lon, point?.lat] });
      expect(properties['position_basis']).toBe(point?.basis);
      expect(properties['position_blurred_km']).toBe(point?.blurred ?? null);
    });
  });
});

describe('the whole library in BibTeX', () => {
  it('holds every entry and every source once', () => {
    const { entries, errors } = parse(text('api/library.bib'), {
      sentenceCase: false,
      verbatimFields: ['url', 'doi'],
    });
    expect(errors).toEqual([]);
    const keys = entries.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const wanted = [
      ...citations.map(({ id }) => `global-ercan-${id.replace('/', '-')}`),
      ...citations.flatMap(({ sources }) => sources.map(({ id }) => id)),
      ...references.map(({ id }) => id),
    ];
    expect([...keys].sort()).toEqual([...new Set(wanted)].sort());
  });
});

describe('the files beside an entry', () => {
  const schemaOrg = (url: string) => {
    if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`a file names the context ${url}`);
    return Promise.resolve({
      contextUrl: undefined,
      documentUrl: url,
      document: { '@context': { '@vocab': 'https://schema.org/' } },
    });
  };

  it('hold its JSON-LD, which expands to the one thing it describes', async () => {
    for (const { id } of citations) {
      const nodes = (await jsonld.expand(read(`${id}/item.jsonld`), { documentLoader: schemaOrg })) as Record<
        string,
        unknown
      >[];
      expect(nodes, id).toHaveLength(1);
      expect(String(nodes[0]?.['@id']), id).toMatch(new RegExp(`/${id}/$`));
      expect(nodes[0]?.['https://schema.org/license'], id).toBeDefined();
    }
    const graph = (await jsonld.expand(read('api/library.jsonld'), {
      documentLoader: schemaOrg,
    })) as unknown[];
    expect(graph).toHaveLength(citations.length + 2);
  });

  it('hold an RO-Crate that its validator accepts, whose files are all there', async () => {
    const context = readFileSync('node_modules/ro-crate/lib/context.json', 'utf8');
    vi.stubGlobal('fetch', async (url: string) => {
      expect(url).toBe('https://w3id.org/ro/crate/1.2/context');
      return new Response(context, { headers: { 'Content-Type': 'application/ld+json' } });
    });
    const { default: roCrate } = await import('ro-crate');
    for (const { id } of citations) {
      const json = text(`${id}/ro-crate-metadata.json`);
      const validator = new roCrate.Validator();
      validator.parseJSON(json);
      await validator.crate.resolveContext();
      await validator.validate();
      expect(validator.results.length).toBeGreaterThan(5);
      expect(
        validator.results.filter(({ status }) => status !== 'success'),
        id,
      ).toEqual([]);
      const graph = (
        JSON.parse(json) as { '@graph': { '@id': string; '@type': string; hasPart?: { '@id': string }[] }[] }
      )['@graph'];
      expect(new Set(graph.map((node) => node['@id'])).size).toBe(graph.length);
      const parts = graph.find((node) => node['@id'] === './')?.hasPart ?? [];
      expect(parts.length).toBeGreaterThan(5);
      for (const part of parts) {
        expect(existsSync(join(dist, id, part['@id'])), `${id}/${part['@id']}`).toBe(true);
        expect(graph.find((node) => node['@id'] === part['@id'])?.['@type']).toBe('File');
      }
    }
    vi.unstubAllGlobals();
  });

  it('hold DataCite metadata with all that the scheme asks for', () => {
    for (const { id } of citations) {
      const record = read<Record<string, unknown>>(`${id}/datacite.json`);
      expect(record['publicationYear'], id).toBeTypeOf('number');
      expect(record, id).toMatchObject({
        schemaVersion: 'http://datacite.org/schema/kernel-4',
        creators: [{ name: expect.stringMatching(/./) as string }],
        titles: [{ title: expect.stringMatching(/./) as string }],
        publisher: { name: expect.stringMatching(/./) as string },
        types: {
          resourceTypeGeneral: expect.stringMatching(
            /^(?:Text|Software|Dataset|InteractiveResource)$/,
          ) as string,
        },
        rightsList: [{ rightsIdentifier: expect.stringMatching(/^CC/) as string }],
      });
    }
  });

  it('hold a passport that says what of the case has no home in the other system', () => {
    for (const { id, facts } of cases) {
      const { systems } = read<{
        systems: {
          system: string;
          fields: { field: string; value: unknown }[];
          missing: { why: string }[];
          lost: { fact: string; count?: number }[];
        }[];
      }>(`case-studies/${id}/passport.json`);
      expect(systems).toHaveLength(3);
      for (const { fields, missing, lost } of systems) {
        expect(fields.some(({ value }) => value === facts.title)).toBe(true);
        for (const { value } of fields) expect(value, id).not.toBeNull();
        expect(missing.length).toBeGreaterThan(3);
        expect(lost.find(({ fact }) => fact === 'outcomes')?.count ?? 0).toBe(facts.outcomes.length);
        expect(lost.find(({ fact }) => fact === 'sources')?.count).toBe(facts.sources.length);
      }
    }
  });

  it('hold figures that need nothing but themselves, with title, citation and licence inside', () => {
    const colours = new Set<string>(Object.values(lightColours));
    const folders = cases.filter(({ id }) => existsSync(join(dist, 'case-studies', id, 'figures')));
    expect(folders.length).toBeGreaterThan(10);
    for (const { id, facts, translations } of folders) {
      const names = readdirSync(join(dist, 'case-studies', id, 'figures'));
      const pictures = names.filter((name) => name.endsWith('.png'));
      const drawings = names.filter((name) => name.endsWith('.svg'));
      expect(pictures).toEqual(drawings.map((name) => name.replace('.svg', '.png')));
      for (const name of drawings) {
        const svg = text(`case-studies/${id}/figures/${name}`);
        const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
          svg,
          'image/svg+xml',
        ).documentElement;
        expect(root?.namespaceURI).toBe('http://www.w3.org/2000/svg');
        expect(svg, name).not.toMatch(/\s(?:class|style|href|on\w+)=|<(?:style|script|image|use)/);
        const [, figure = '', locale] = /^(.+?)(?:\.(\w\w))?\.svg$/.exec(name) ?? [];
        const title = locale ? translations[locale]?.words.title : facts.title;
        const words = (root?.textContent ?? '').replaceAll(/[\s\u2067\u2069]+/g, ' ');
        expect(words).toContain('CC-BY-4.0');
        expect(words.replaceAll(' ', ''), name).toContain(title?.replaceAll(' ', ''));
        for (const [, colour = ''] of svg.matchAll(/(?:fill|stroke)="(#[^"]*)"/g))
          expect(colours).toContain(colour);
        const place = `${locale ? `/${locale}` : ''}/case-studies/${id}/`;
        const page = text(`${place}index.html`);
        expect(page).toContain(`id="figure-${figure}"`);
        expect(page).toContain(`href="/embed${place}${figure}/"`);
        const embed = text(`embed${place}${figure}/index.html`);
        expect(embed, 'the citation stands in the embed').toContain(`/case-studies/${id}/</a>`);
        expect(embed.match(/<svg class="chart/g)).toHaveLength(2);
        for (const file of [name, name.replace('.svg', '.png')])
          for (const html of [page, embed])
            expect(html).toContain(`href="/case-studies/${id}/figures/${file}"`);
        const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
        const picture = readFileSync(join(dist, 'case-studies', id, 'figures', name.replace('.svg', '.png')));
        expect(picture.readUInt32BE(16), name).toBe(2 * Number(width));
        expect(picture.readUInt32BE(20), name).toBe(2 * Number(height));
      }
      const languages = new Set(drawings.map((name) => /\.(\w\w)\.svg$/.exec(name)?.[1] ?? 'en'));
      expect([...languages].sort(), id).toEqual(['en', ...Object.keys(translations)].sort());
    }
  });

  it('hold no figure with a character that the fonts of the portal lack', async () => {
    const characters = new Set(
      cases.flatMap(({ id }) => {
        const folder = join(dist, 'case-studies', id, 'figures');
        const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.svg')) : [];
        const drawings = names.map((name) => readFileSync(join(folder, name), 'utf8'));
        return drawings.flatMap((svg) =>
          [...svg.matchAll(/<text[^>]*>([^<]*)/g)].flatMap(([, line = '']) => [...line]),
        );
      }),
    );
    expect(characters.size).toBeGreaterThan(300);
    for (const character of characters) {
      const { glyphs } = await layOut(character, 400);
      expect(
        glyphs.some(({ glyph }) => glyph === 0),
        character,
      ).toBe(false);
    }
  });
});

describe('the page that explains the data', () => {
  it('links every file of the index, in every language', () => {
    const explained = new Set(
      [...text('about/data/index.html').matchAll(/href="(\/api\/[^"]+)"/g)].map(([, path]) => path),
    );
    const elsewhere =
      /^\/api\/(?:schemas\/calculators|calculators|factors|vocabularies)\/|\/(?:status|verification|citations|tombstones)\.json$/;
    for (const { address } of index.files) {
      const path = pathOf(address);
      if (!elsewhere.test(path)) expect(explained, path).toContain(path);
    }
    for (const locale of ['zh', 'es', 'fr', 'ru', 'ar']) {
      const page = text(`${locale}/about/data/index.html`);
      for (const path of explained) expect(page).toContain(`href="${path}"`);
    }
  });

  it('stands in the footer of every page in place of the bare index', () => {
    expect(text('index.html')).toContain('href="/about/data/"');
    expect(text('ar/index.html')).toContain('href="/ar/about/data/"');
  });
});

describe('llms.txt', () => {
  it('names every entry with a page, the list of files and the citation', () => {
    const words = text('llms.txt');
    expect(words).toContain(`Version ${version}`);
    for (const { id } of citations) expect(words, id).toContain(`/${id}/)`);
    for (const [, address = ''] of words.matchAll(/\]\((http[^)]+)\)/g)) {
      const path = pathOf(address);
      expect(existsSync(join(dist, path.endsWith('/') ? `${path}index.html` : path)), path).toBe(true);
    }
  });
});
