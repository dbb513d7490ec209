import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Body } from '../guard/body.ts';
import type { ProblemCode, ValuesOf } from '../guard/codes.ts';
import { type Edit, type Problem, problemAt } from '../guard/problem.ts';
import { readBody } from '../guard/read-body.ts';
import type { Locale } from '../i18n/locales.ts';
import { collectionNames, collections } from '../schemas/collections.ts';
import { type EntryFiles, isPlainFile, listEntries } from '../schemas/content-files.ts';
import { type ReadEntry, readEntry } from '../schemas/read-entry.ts';
import { revisionOf } from '../schemas/revision.ts';
import type { Collection } from '../schemas/shared.ts';
import type { Source } from '../schemas/source.ts';
import { translationOf } from '../schemas/translation.ts';

/** One language of one contribution as it was read: facts or words, and the text as a tree. */
export interface ReadFile extends ReadEntry {
  readonly file: string;
  readonly locale: Locale;
  /** Undefined for YAML files and for maintainers' compiled pages. */
  readonly text: Body | undefined;
}

export interface ReadContribution {
  readonly collection: Collection;
  readonly slug: string;
  readonly files: EntryFiles;
  readonly schema: z.ZodType;
  readonly main: ReadFile;
  readonly translations: readonly ReadFile[];
  /** Undefined where the facts could not be read. */
  readonly revision: string | undefined;
  /** Its own sources, by id. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** Everything in the content folder, read once. */
export interface Corpus {
  readonly folder: string;
  readonly contributions: readonly ReadContribution[];
  has(collection: Collection, slug: string): boolean;
  slugs(collection: Collection): readonly string[];
}

export function readCorpus(folder: string): Corpus {
  const entries = collectionNames.flatMap((collection) => listEntries(collection, folder));
  const bySlug = new Map(
    collectionNames.map((name) => [
      name,
      entries.filter(({ collection }) => collection === name).map(({ slug }) => slug),
    ]),
  );
  return {
    folder,
    contributions: entries
      .filter(({ main }) => isPlainFile(join(folder, main)))
      .map((files) => readContribution(files, folder)),
    has: (collection, slug) => bySlug.get(collection)?.includes(slug) ?? false,
    slugs: (collection) => bySlug.get(collection) ?? [],
  };
}

const translationSchemas = new Map<z.ZodType, ReturnType<typeof translationOf>>();

function readContribution(files: EntryFiles, folder: string): ReadContribution {
  const { collection, slug } = files;
  const schema: z.ZodType = collections[collection].schema;
  const translated = translationSchemas.get(schema) ?? translationOf(schema);
  translationSchemas.set(schema, translated);
  const interpreted = collections[collection].body === 'interpreted';

  const read = (file: string, locale: Locale, fileSchema: z.ZodType, original?: z.ZodType): ReadFile => {
    const entry = readEntry(fileSchema, readFileSync(join(folder, file)), file, original);
    const text = interpreted && entry.body.trim() !== '' ? readBody(entry.body, file) : undefined;
    return { ...entry, file, locale, text };
  };
  const main = read(files.main, 'en', schema);
  return {
    collection,
    slug,
    files,
    schema,
    main,
    translations: files.translations.map(({ file, locale }) => read(file, locale, translated, schema)),
    revision: main.record === undefined ? undefined : revisionOf(schema, main.record, main.body),
    sources: sourcesOf(main),
  };
}

/** Sources that can be read even where other facts are wrong, so that one slip is not reported twice. */
function sourcesOf({ facts }: ReadFile): Map<string, Source> {
  const listed = (facts.data as { sources?: unknown } | undefined)?.sources;
  if (!Array.isArray(listed)) return new Map();
  return new Map(
    listed.flatMap((source: unknown) =>
      typeof source === 'object' && source !== null && typeof (source as Source).id === 'string'
        ? [[(source as Source).id, source as Source]]
        : [],
    ),
  );
}

export type Rule = (corpus: Corpus) => Problem[];

/** A problem at a path of a file's facts. */
export function atFact<Code extends ProblemCode>(
  file: ReadFile,
  path: readonly PropertyKey[],
  code: Code,
  values: ValuesOf<Code>,
  what: 'key' | 'value' = 'value',
  edit?: Edit,
): Problem {
  return problemAt(file.file, file.facts.place(path, what), code, values, edit);
}
