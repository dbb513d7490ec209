import { z } from 'zod';
import { describe } from '../calculators/describe.ts';
import { inputSchema } from '../calculators/input-schema.ts';
import { calculatorIds, loadCalculator } from '../calculators/load.ts';
import { wordsOf } from '../calculators/words.ts';
import { sourceLocale } from '../i18n/locales.ts';
import { collectionNames, collections } from '../schemas/collections.ts';
import type { Collection } from '../schemas/shared.ts';
import { vocabularies } from '../schemas/vocabulary.ts';
import { citationRecords } from './citations.ts';
import { evidenceRecords } from './evidence-csv.ts';
import { rowRecords } from './evidence-rows.ts';
import { type Entry, type Library, loadLibrary } from './library.ts';
import { listed } from './list-paths.ts';
import { pathOf } from './paths.ts';
import { absolute, asset, href } from './site.ts';
import { statusRecord } from './status.ts';
import { verifications } from './verification.ts';

/** The open data: one list of files, from which the files and their index are made. */
interface ApiFile {
  readonly path: string;
  readonly title: string;
  readonly schema?: string;
  read(library: Library): unknown;
}

const csl = 'application/vnd.citationstyles.csl+json';

const apiFiles: readonly ApiFile[] = [
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
];

/** Tables to download, each the same for every language. */
const tables = [
  ...listed.map((name) => ({
    path: `/${name}/table.csv`,
    title: `The facts of the list ${name}, one entry a row.`,
  })),
  {
    path: '/api/evidence-rows.csv',
    title: 'The same paired comparisons as a table, each with its data set, licence and citation.',
  },
  { path: '/evidence/effects.csv', title: 'Effects with a figure, of all case studies, one figure a row.' },
];

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
  ['/case-studies/{id}/outcomes.csv', 'text/csv', 'All outcomes of a case study, one a row.'],
  ['/evidence/{indicator}.csv', 'text/csv', 'The effects of one indicator; only where there are any.'],
] as const;

export function apiPaths(below: string): { params: { file: string }; props: { path: string } }[] {
  return apiFiles
    .filter(({ path }) => path.startsWith(below))
    .map(({ path }) => ({ params: { file: path.slice(below.length, -'.json'.length) }, props: { path } }));
}

/** The text of one API file. */
export async function apiFile(path: string): Promise<Response> {
  const file = apiFiles.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`${path} is not an API file`);
  return json(await file.read(await loadLibrary()));
}

export function apiIndex(): Response {
  return json({
    title: 'Global-ERCaN Knowledge Portal: open data',
    licence: 'CC-BY-4.0 unless an entry names another licence',
    note: 'Compiled from published literature. Each entry states its review, each figure its source.',
    files: [
      ...apiFiles.map((file) => ({ mediaType: 'application/json', ...file })),
      ...tables.map((file) => ({ mediaType: 'text/csv', schema: undefined, ...file })),
    ].map(({ path, title, mediaType, schema }) => ({
      address: absolute(asset(path)),
      title,
      mediaType,
      licence: 'CC-BY-4.0',
      ...(schema ? { schema: absolute(asset(schema)) } : {}),
    })),
    templates: besideEntries.map(([path, mediaType, title]) => ({
      address: absolute(asset(path)),
      title,
      mediaType,
      licence: 'CC-BY-4.0',
    })),
  });
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

function json(data: unknown): Response {
  return new Response(`${JSON.stringify(data)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}
