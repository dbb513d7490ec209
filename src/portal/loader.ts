import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { z } from 'zod';
import { fileStart, type Problem, problemAt } from '../guard/problem.ts';
import { sayProblem } from '../guard/say-problem.ts';
import { citationsIn } from '../prose/citations.ts';
import { collections } from '../schemas/collections.ts';
import { contentFolder, type EntryFiles, isPlainFile, listEntries } from '../schemas/content-files.ts';
import { rowsFile } from '../schemas/evidence-set.ts';
import { readEntry } from '../schemas/read-entry.ts';
import { readRows } from '../schemas/read-rows.ts';
import { revisionOf } from '../schemas/revision.ts';
import type { Collection } from '../schemas/shared.ts';
import { translationOf } from '../schemas/translation.ts';
import { readStore, type StoreLine, writeStore } from './fact-store.ts';
import type { StoredEntry, StoredTranslation } from './stored.ts';

/**
 * Content files to the store of facts: facts, words and a digest; the text stays in its file. Astro's own store
 * gets ids and digests: by them the development server knows what changed.
 */
export function contributions(collection: Collection): Loader {
  return {
    name: `contributions:${collection}`,
    load: async (context) => {
      loadAll(collection, context);
      context.watcher?.on('all', (_, path) => {
        if (path.startsWith(join(contentFolder(), collection))) loadAll(collection, context);
      });
    },
  };
}

function loadAll(collection: Collection, { store, watcher }: LoaderContext): void {
  const folder = contentFolder();
  const dev = watcher !== undefined;
  const before = new Map(readStore(collection, dev).map((line) => [line.id, line]));
  const lines: StoreLine[] = [];
  const schema: z.ZodType = collections[collection].schema;
  const translated = translationOf(schema);
  const found = new Set<string>();
  const problems: Problem[] = [];

  for (const entry of listEntries(collection, folder)) {
    if (!isPlainFile(join(folder, entry.main))) {
      problems.push(problemAt(entry.main, fileStart, 'no-index', {}));
      continue;
    }
    found.add(entry.slug);
    const bytes = readFiles(entry, folder);
    const digest = digestOf(bytes);
    const known = before.get(entry.slug);
    if (known?.digest === digest && store.get(entry.slug)?.digest === digest) {
      lines.push(known);
      continue;
    }
    const stored = readStored(entry, bytes, schema, translated, problems);
    if (stored) store.set({ id: entry.slug, data: {}, digest });
    const line = stored ? { id: entry.slug, digest, json: JSON.stringify(stored) } : known;
    if (line) lines.push(line);
  }
  writeStore(collection, dev, lines);
  for (const id of store.keys()) if (!found.has(id)) store.delete(id);
  if (problems.length > 0) throw new Error(listProblems(problems));
}

type Files = ReadonlyMap<string, Uint8Array>;

function readFiles(entry: EntryFiles, folder: string): Files {
  const files = [entry.main, ...entry.translations.map(({ file }) => file), ...tablesOf(entry)];
  return new Map(files.map((file) => [file, readFileSync(join(folder, file))]));
}

/** The table of comparisons belongs to a data set as its facts do. */
function tablesOf({ collection, slug, others }: EntryFiles): string[] {
  return collection === 'evidence' ? others.filter((file) => file === `evidence/${slug}/${rowsFile}`) : [];
}

function digestOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [file, bytes] of files) hash.update(file).update(bytes);
  return hash.digest('hex').slice(0, 16);
}

function readStored(
  entry: EntryFiles,
  files: Files,
  schema: z.ZodType,
  translated: ReturnType<typeof translationOf>,
  problems: Problem[],
): StoredEntry | undefined {
  const read = <T>(fileSchema: z.ZodType<T>, file: string) => {
    const result = readEntry(fileSchema, files.get(file) ?? new Uint8Array(), file);
    problems.push(...result.problems);
    return result;
  };
  const main = read(schema, entry.main);
  for (const file of tablesOf(entry))
    problems.push(...readRows(files.get(file) ?? new Uint8Array(), file).problems);
  const translations = entry.translations.flatMap(({ locale, file }): StoredTranslation[] => {
    const { record } = read(translated, file);
    if (!record) return [];
    const { translates, translation, ...words } = record;
    return [{ locale, words, translates, translation } as StoredTranslation];
  });
  if (main.record === undefined) return undefined;
  return {
    facts: main.record,
    revision: revisionOf(schema, main.record, main.body),
    cited: citationsIn(main.body),
    translations,
  };
}

export function listProblems(problems: readonly Problem[]): string {
  const lines = problems.map((problem) => {
    const { message, hint } = sayProblem(problem, 'en');
    return `  ${problem.file}:${problem.line}:${problem.column}  ${message} ${hint}`;
  });
  return `The content has problems; \`npm run check:content\` lists them all.\n${lines.join('\n')}`;
}
