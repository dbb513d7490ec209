import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { dist } from './pages.ts';

interface ApiFile {
  readonly address: string;
  readonly title: string;
  readonly licence: string;
  readonly schema?: string;
}

const read = (address: string): unknown =>
  JSON.parse(readFileSync(join(dist, new URL(address, 'http://site').pathname), 'utf8'));
const index = read('/api/index.json') as { files: ApiFile[] };

describe('open data', () => {
  it('lists every file with its meaning and licence, and every file exists', () => {
    expect(index.files.length).toBeGreaterThanOrEqual(24);
    for (const file of index.files) {
      expect(file.title.length).toBeGreaterThan(10);
      expect(file.licence).toBe('CC-BY-4.0');
      expect(() => read(file.address)).not.toThrow();
    }
  });

  it('publishes JSON Schemas that the published facts fulfil, with a description of every key', () => {
    const described = index.files.filter(({ schema }) => schema);
    expect(described).toHaveLength(8);
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
