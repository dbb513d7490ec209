import { z } from 'zod';
import { describe } from '../calculators/describe.ts';
import { inputSchema } from '../calculators/input-schema.ts';
import { calculatorIds, loadCalculator } from '../calculators/load.ts';
import { wordsOf } from '../calculators/words.ts';
import { sourceLocale } from '../i18n/locales.ts';
import { collectionNames, collections } from '../schemas/collections.ts';
import type { Collection } from '../schemas/shared.ts';
import { vocabularies } from '../schemas/vocabulary.ts';
import { casesGeoJson } from './case-geojson.ts';
import { citationRecords } from './citations.ts';
import { dataPackage } from './data-package.ts';
import { aboutFile, dataLicence, editionOf } from './edition.ts';
import { evidenceRecords } from './evidence-csv.ts';
import { rowRecords } from './evidence-rows.ts';
import { factorTables } from './factor-tables.ts';
import { type Entry, type Library, loadLibrary } from './library.ts';
import { libraryJsonLd } from './library-json-ld.ts';
import { emissionRows, removalRows } from './neutrality-tables.ts';
import { openApi } from './open-api.ts';
import { openTables } from './open-tables.ts';
import { pathOf } from './paths.ts';
import { absolute, asset, href } from './site.ts';
import { statusRecord } from './status.ts';
import { readTombstones } from './tombstones.ts';
import { verifications } from './verification.ts';

/** The open data: one list of files, from which the files, their index and their OpenAPI description are made. */
interface ApiFile {
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  readonly schema?: string;
  read(library: Library): unknown;
}

const csl = 'application/vnd.citationstyles.csl+json';

const plainJson = 'application/json';

const jsonFiles: readonly Omit<ApiFile, 'mediaType'>[] = [
  ...collectionNames.map((name) => ({
    path: `/api/${name}.json`,
    title: `All entries of the collection ${name}: facts, words by language, address and review state.`,
    schema: `/api/schemas/${name}.json`,
    read: (library: Library) => library.all(name).map((entry) => publicEntry(entry as Entry)),
  })),
  ...collectionNames.map((name) => ({
    path: `/api/schemas/${name}.json`,
    title: `JSON Schema of the facts of ${name}.`,
    read: () => jsonSchema(name),
  })),
  ...Object.entries(vocabularies).map(([name, vocabulary]) => ({
    path: `/api/vocabularies/${name}.json`,
    title: `Controlled vocabulary: ${vocabulary.title}.`,
    read: () => vocabulary,
  })),
  {
    path: '/api/tombstones.json',
    title: 'What once had a page and has none any more: what it was, when and why it went, where to go.',
    read: () => readTombstones(),
  },
  {
    path: '/api/status.json',
    title:
      'How far the library is: entries by language, reviews, gaps, incomplete references, translations that lag.',
    read: statusRecord,
  },
  {
    path: '/api/verification.json',
    title:
      'How each calculator was verified: reference cases, largest differences, and what they do not cover.',
    read: () => verifications(),
  },
  ...calculatorIds.map((id) => ({
    path: `/api/calculators/${id}.json`,
    title: `Calculator ${id}: inputs with units and bounds, outputs, equations, factors with sources and status.`,
    read: async () => describe(await loadCalculator(id), wordsOf(id, sourceLocale)),
  })),
  ...calculatorIds.map((id) => ({
    path: `/api/schemas/calculators/${id}.json`,
    title: `JSON Schema of the inputs of the calculator ${id}.`,
    read: async () => inputSchema(await loadCalculator(id), wordsOf(id, sourceLocale)),
  })),
  {
    path: '/api/citations.json',
    title: 'How each entry is cited, and the sources it cites, in CSL-JSON.',
    read: citationRecords,
  },
  {
    path: '/api/effects.json',
    title: 'Effects with a figure, of all case studies: the outcome as it is recorded, and its address.',
    read: evidenceRecords,
  },
  {
    path: '/api/evidence-rows.json',
    title: 'Paired comparisons of all data sets, one a record, each with its data set, licence and citation.',
    read: rowRecords,
  },
  {
    path: '/api/emissions.json',
    title: 'Emissions that removals are held against, one figure a record, each with its source.',
    read: () => emissionRows(),
  },
  {
    path: '/api/published-removals.json',
    title: 'Published removals of restored land beside those computed again, one estimate a record.',
    read: () => removalRows(),
  },
];

/** Every file below /api/ that Astro draws; the small files beside entries and the archive are written from them. */
async function apiFiles(): Promise<readonly ApiFile[]> {
  const factors = await factorTables();
  return [
    ...jsonFiles.map((file) => ({ mediaType: plainJson, ...file })),
    ...factors.map(({ table, calculators }) => ({
      path: `/api/factors/${table.id}.json`,
      title: `Factors: ${table.title}, set ${table.version}, each with its source, place and status.`,
      mediaType: plainJson,
      read: () => ({ ...table, calculators }),
    })),
    ...(await openTables()).map(({ name, title, csv }) => ({
      path: `/api/${name}.csv`,
      title,
      mediaType: 'text/csv',
      read: csv,
    })),
    {
      path: '/api/case-studies.geojson',
      title: 'The case studies as points: each says how its point came about and by how much it was blurred.',
      mediaType: 'application/geo+json',
      read: (library) =>
        casesGeoJson(library, aboutFile(library, '/api/case-studies.geojson', 'Case studies as points.')),
    },
    {
      path: '/api/library.jsonld',
      title: 'Every entry in the words of schema.org, as one graph of JSON-LD.',
      mediaType: 'application/ld+json',
      read: libraryJsonLd,
    },
    {
      path: '/api/datapackage.json',
      title: 'All tables as a Frictionless data package: columns with types, units and meaning.',
      mediaType: plainJson,
      read: dataPackage,
    },
    {
      path: '/api/openapi.json',
      title: 'All files as OpenAPI 3.1.',
      mediaType: plainJson,
      read: async (library) =>
        openApi(library, [...(await apiFiles()), ...writtenFiles(library), ...besideEntries.map(described)]),
    },
    { path: '/api/index.json', title: 'The list of all files.', mediaType: plainJson, read: apiIndex },
  ];
}

/** Files that the build writes when the others are there (src/cli). */
function writtenFiles(library: Library): Omit<ApiFile, 'read'>[] {
  return [
    {
      path: '/api/library.bib',
      title:
        'The whole library in BibTeX: every entry, every source that an entry cites, every shared reference.',
      mediaType: 'application/x-bibtex',
    },
    {
      path: archivePath(library),
      title:
        'All files below /api/ in one archive, with their checksums; its name carries the date of the content.',
      mediaType: 'application/zip',
    },
    {
      path: '/api/archive/SHA256SUMS',
      title: 'The checksum of the archive.',
      mediaType: 'text/plain',
    },
  ];
}

/** The archive of an edition: the same content has the same name and the same bytes. */
export function archivePath(library: Library): string {
  const { date, revision } = editionOf(library);
  return `/api/archive/global-ercan-${date}-${revision}.zip`;
}

/** Files that stand beside entries: an address for each value of the names in braces. */
const besideEntries = [
  ['/{collection}/{id}/cite.bib', 'application/x-bibtex', 'The citation of an entry in BibTeX.'],
  ['/{collection}/{id}/cite.ris', 'application/x-research-info-systems', 'The citation of an entry in RIS.'],
  ['/{collection}/{id}/cite.json', csl, 'The citation of an entry in CSL-JSON.'],
  [
    '/{collection}/{id}/sources.bib',
    'application/x-bibtex',
    'The sources an entry cites, in BibTeX; only where it cites any.',
  ],
  [
    '/{collection}/{id}/sources.json',
    csl,
    'The sources an entry cites, in CSL-JSON; only where it cites any.',
  ],
  ['/{collection}/{id}/item.jsonld', 'application/ld+json', 'An entry in the words of schema.org.'],
  [
    '/{collection}/{id}/ro-crate-metadata.json',
    'application/ld+json',
    'An entry and its files as an RO-Crate 1.2.',
  ],
  [
    '/{collection}/{id}/datacite.json',
    'application/vnd.datacite.datacite+json',
    'An entry in DataCite metadata 4.',
  ],
  [
    '/case-studies/{id}/passport.json',
    'application/json',
    'A case in the fields of FERM, WOCAT and Restor, with what is lost on the way.',
  ],
  [
    '/case-studies/{id}/figures/{figure}.svg',
    'image/svg+xml',
    'A figure of a case as a drawing with its citation inside; only where a case has figures.',
  ],
  [
    '/case-studies/{id}/figures/{figure}.png',
    'image/png',
    'The same figure as a picture of points, two for each unit of the drawing; only where a case has figures.',
  ],
  [
    '/case-studies/{id}/figures/{figure}.{language}.svg',
    'image/svg+xml',
    'The same drawing in another language; only where the case is written in it.',
  ],
  [
    '/case-studies/{id}/figures/{figure}.{language}.png',
    'image/png',
    'The same picture in another language; only where the case is written in it.',
  ],
  [
    '/embed/case-studies/{id}/{figure}/',
    'text/html',
    'A figure of a case for a frame of another site; only where a case has figures.',
  ],
  [
    '/{collection}/{id}/compare.json',
    'application/json',
    'What is compared of an entry: facts, and words by language; only where it is a case, protocol or model.',
  ],
  ['/case-studies/{id}/outcomes.csv', 'text/csv', 'All outcomes of a case study, one a row.'],
  ['/evidence/{indicator}.csv', 'text/csv', 'The effects of one indicator; only where there are any.'],
] as const;

type BesideEntries = (typeof besideEntries)[number];
const described = ([path, mediaType, title]: BesideEntries) => ({ path, mediaType, title });

/** `getStaticPaths` of all files. */
export async function apiPaths() {
  return (await apiFiles()).map(({ path }) => ({
    params: { file: path.slice('/api/'.length) },
    props: { path },
  }));
}

/** One file: JSON with its edition, licence and citation at the head; tables and formats of others as they are. */
export async function apiFile(path: string): Promise<Response> {
  const file = (await apiFiles()).find((candidate) => candidate.path === path);
  if (!file) throw new Error(`${path} is not an API file`);
  const library = await loadLibrary();
  const content = await file.read(library);
  const body =
    typeof content === 'string' ? content : `${JSON.stringify(withHead(library, file, content))}\n`;
  return new Response(body, { headers: { 'Content-Type': `${file.mediaType}; charset=utf-8` } });
}

/** Files in a form of their own, which says where edition, licence and citation stand. */
const ownForm = /\/(?:index|openapi|datapackage)\.json$|ld$|\.geojson$/;

function withHead(library: Library, { path, title }: ApiFile, content: unknown): unknown {
  if (ownForm.test(path)) return content;
  const about = aboutFile(library, path, title);
  if (path.startsWith('/api/schemas/')) return { $comment: about.citation, ...(content as object) };
  return Array.isArray(content) ? { about, records: content } : { about, ...(content as object) };
}

async function apiIndex(library: Library): Promise<object> {
  const files: readonly Omit<ApiFile, 'read'>[] = [...(await apiFiles()), ...writtenFiles(library)];
  return {
    title: 'Global-ERCaN Knowledge Portal: open data',
    about: aboutFile(library, '/api/index.json', 'Open data.'),
    licence: `${dataLicence} unless an entry names another licence`,
    note: 'Compiled from published literature. Each entry states its review, each figure its source.',
    documentation: absolute(href(sourceLocale, '/about/data/')),
    files: files.map(({ path, title, mediaType, schema }) => {
      const { address, version, licence, citation } = aboutFile(library, path, title);
      return {
        address,
        title,
        mediaType,
        version,
        licence,
        citation,
        ...(schema ? { schema: absolute(asset(schema)) } : {}),
      };
    }),
    templates: besideEntries.map(([path, mediaType, title]) => ({
      address: absolute(asset(path)),
      title,
      mediaType,
      version: editionOf(library).version,
      licence: dataLicence,
    })),
  };
}

function publicEntry(entry: Entry) {
  return {
    id: entry.slug,
    address: absolute(href(sourceLocale, pathOf(entry))),
    revision: entry.revision,
    facts: entry.facts,
    translations: Object.fromEntries(
      entry.translations.map(({ locale, words, translates, translation }) => [
        locale,
        { words, translation, current: translates === entry.revision },
      ]),
    ),
  };
}

function jsonSchema(name: Collection) {
  return {
    $id: absolute(asset(`/api/schemas/${name}.json`)),
    ...z.toJSONSchema(collections[name].schema, { unrepresentable: 'any' }),
  };
}
