import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CaseFiles, JsonObject, ReferenceCase } from './verifier.ts';

/** A case with what stands beside it. */
export interface FoundCase {
  readonly file: string;
  readonly one: ReferenceCase;
  readonly files: CaseFiles;
}

/** Every case of every JSON file below a folder, in the order of their names. @throws Error for what is no case. */
export function readCases(folder: string): readonly FoundCase[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => join(folder, name));
  return files.flatMap((file) => casesOf(file).map((one) => ({ file, one, files: filesBeside(file) })));
}

function casesOf(file: string): readonly ReferenceCase[] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof content !== 'object' || content === null) throw new Error(`${file} holds no cases`);
  const whole: Readonly<Record<string, unknown>> = { ...content };
  const { cases, ...head } = whole;
  const list = Array.isArray(cases) ? cases : [whole];
  return list.map((one, index) =>
    readCase({ ...pick(head, 'calculator'), ...one }, `${file}, case ${index + 1}`),
  );
}

const texts = ['calculator', 'id', 'operation', 'kind'] as const;
const objects = ['inputs', 'expected', 'tolerance'] as const;

function readCase(one: Readonly<Record<string, unknown>>, place: string): ReferenceCase {
  for (const key of texts)
    if (typeof one[key] !== 'string') throw new Error(`${place}: "${key}" must be a text`);
  for (const key of objects)
    if (typeof one[key] !== 'object' || one[key] === null)
      throw new Error(`${place}: "${key}" must be an object`);
  return { title: '', source: '', ...one } as ReferenceCase; // its keys were just looked at; JSON holds JSON
}

function pick(object: Readonly<Record<string, unknown>>, key: string): JsonObject {
  const value = object[key];
  return typeof value === 'string' ? { [key]: value } : {};
}

function filesBeside(file: string): CaseFiles {
  return {
    read(name) {
      const path = join(dirname(file), name);
      if (!existsSync(path)) throw new Error(`${path} is not there`);
      return readFileSync(path, 'utf8');
    },
  };
}
