import { aboutFile, dataLicence, dataLicenceAddress, editionOf } from './edition.ts';
import type { Library } from './library.ts';
import { absolute, asset } from './site.ts';

/** What the OpenAPI description needs to know of a file, or of files that stand beside entries. */
export interface DescribedFile {
  /** Names in braces stand for the entries. */
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  /** Path of the JSON Schema of the facts. */
  readonly schema?: string | undefined;
}

const parameters: Readonly<Record<string, string>> = {
  collection:
    'Folder of the entry: case-studies, protocols, management-models, policy-options, learning-paths, calculators or evidence.',
  id: 'Id of the entry.',
  indicator: 'Id of an indicator of the vocabulary.',
  figure: 'Id of a figure of the case.',
  language: 'zh, es, fr, ru or ar: a language in which the case is written.',
};

/** All files as OpenAPI 3.1: plain GET requests of static files, without a key. */
export function openApi(library: Library, files: readonly DescribedFile[]): object {
  const about = aboutFile(library, '/api/openapi.json', 'Open data as OpenAPI.');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Global-ERCaN Knowledge Portal: open data',
      summary: 'Static files; no key, no limit of requests.',
      description: `${about.citation} The page ${absolute(asset('/about/data/'))} explains the data.`,
      version: editionOf(library).version,
      license: { name: dataLicence, url: dataLicenceAddress },
    },
    servers: [{ url: absolute(asset('/')).replace(/\/$/, '') }],
    paths: Object.fromEntries(files.map((file) => [file.path, { get: operationOf(file) }])),
    components: { schemas: { About: aboutSchema } },
  };
}

function operationOf({ path, title, mediaType, schema }: DescribedFile) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name ? [name] : []));
  return {
    operationId: path.replaceAll(/[^a-zA-Z0-9]+/g, '_').replaceAll(/^_|_$/g, ''),
    summary: title,
    ...(names.length > 0
      ? {
          parameters: names.map((name) => ({
            name,
            in: 'path',
            required: true,
            description: parameters[name] ?? name,
            schema: { type: 'string' },
          })),
        }
      : {}),
    responses: {
      '200': {
        description: title,
        content: { [mediaType]: { schema: contentSchema(mediaType, schema) } },
      },
      ...(names.length > 0
        ? { '404': { description: 'There is no such entry, or it has no such file.' } }
        : {}),
    },
  };
}

function contentSchema(mediaType: string, schema: string | undefined): object {
  if (schema) return recordsSchema(absolute(asset(schema)));
  return mediaType.includes('json') ? {} : { type: 'string' };
}

const aboutSchema = {
  type: 'object',
  description: 'Edition, licence and citation of the file.',
  required: ['title', 'address', 'version', 'date', 'licence', 'citation', 'index'],
  properties: Object.fromEntries(
    ['title', 'address', 'version', 'date', 'licence', 'citation', 'index'].map((key) => [
      key,
      { type: 'string' },
    ]),
  ),
};

/** A collection: its head, and its entries with facts in the form of their own schema. */
function recordsSchema(facts: string): object {
  return {
    type: 'object',
    required: ['about', 'records'],
    properties: {
      about: { $ref: '#/components/schemas/About' },
      records: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'address', 'revision', 'facts', 'translations'],
          properties: {
            id: { type: 'string' },
            address: { type: 'string', format: 'uri' },
            revision: { type: 'string' },
            facts: { type: 'object', externalDocs: { description: 'JSON Schema of the facts', url: facts } },
            translations: { type: 'object' },
          },
        },
      },
    },
  };
}
