import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { collectionNames } from '../../src/schemas/collections.ts';
import { dist } from './pages.ts';

interface ApiFile {
  readonly address: string;
  readonly title: string;
  readonly licence: string;
  readonly mediaType: string;
  readonly schema?: string;
}

const read = (address: string): unknown =>
  JSON.parse(readFileSync(join(dist, new URL(address, 'http://site').pathname), 'utf8'));
const index = read('/api/index.json') as { files: ApiFile[]; templates: ApiFile[] };
const exists = (address: string) =>
  existsSync(join(dist, decodeURI(new URL(address, 'http://site').pathname)));

describe('open data', () => {
  it('lists every file with its meaning and licence, and every file exists', () => {
    expect(index.files.length).toBeGreaterThanOrEqual(24);
    for (const file of index.files) {
      expect(file.title.length).toBeGreaterThan(10);
      expect(file.licence).toBe('CC-BY-4.0');
      if (file.mediaType === 'application/json') expect(() => read(file.address)).not.toThrow();
      else expect(exists(file.address), file.address).toBe(true);
    }
  });

  it('says where the files beside every entry are, and those of the effects', () => {
    const idsOf = (name: string) => (read(`/api/${name}.json`) as { id: string }[]).map(({ id }) => id);
    const entries = [
      'case-studies',
      'protocols',
      'management-models',
      'policy-options',
      'learning-paths',
      'calculators',
      'evidence',
    ].flatMap((collection) => idsOf(collection).map((id) => ({ collection, id })));
    const effects = read('/api/effects.json') as { address: string; outcome: { indicator: string } }[];
    expect(effects.length).toBeGreaterThan(20);
    expect(index.templates.length).toBeGreaterThanOrEqual(7);
    for (const { address, title } of index.templates) {
      if (title.includes('only where')) continue;
      const cases = address.includes('{collection}')
        ? entries
        : entries.filter(({ collection }) => collection === 'case-studies');
      for (const { collection, id } of cases) {
        const file = address.replace('{collection}', collection).replace('{id}', id);
        expect(exists(file), file).toBe(true);
      }
    }
    for (const { outcome } of effects) expect(exists(`/evidence/${outcome.indicator}.csv`)).toBe(true);
  });

  it('holds the same effects in the table as in the records', () => {
    const effects = read('/api/effects.json') as { address: string }[];
    const rows = csvParse(readFileSync(join(dist, 'evidence/effects.csv'), 'utf8'));
    expect(rows.map(({ address }) => address)).toEqual(effects.map(({ address }) => address));
  });

  it('publishes JSON Schemas that the published facts fulfil, with a description of every key', () => {
    const described = index.files.filter(({ schema }) => schema);
    expect(described).toHaveLength(collectionNames.length);
    for (const { address, schema = '' } of described) {
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      const validate = ajv.compile(read(schema) as object);
      for (const entry of read(address) as { id: string; facts: unknown }[]) {
        expect(validate(entry.facts), `${address} ${entry.id} ${JSON.stringify(validate.errors)}`).toBe(true);
      }
    }
  });

  it('describes every key of every schema', () => {
    const undescribed: string[] = [];
    const visit = (schema: unknown, path: string) => {
      const { properties, items, anyOf, allOf } = (schema ?? {}) as {
        properties?: Record<string, { description?: string }>;
        items?: unknown;
        anyOf?: unknown[];
        allOf?: unknown[];
      };
      for (const [key, value] of Object.entries(properties ?? {})) {
        if (!value.description) undescribed.push(`${path}.${key}`);
        visit(value, `${path}.${key}`);
      }
      visit_all([items, ...(anyOf ?? []), ...(allOf ?? [])], path);
    };
    const visit_all = (schemas: unknown[], path: string) => {
      for (const schema of schemas) if (typeof schema === 'object' && schema !== null) visit(schema, path);
    };
    for (const { schema } of index.files) if (schema) visit(read(schema), schema);
    expect(undescribed.filter((path) => !/\.(id|version|C|term|definition|names)\b/.test(path))).toEqual([]);
  });
});
