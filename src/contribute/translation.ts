import type { z } from 'zod';
import { readFacts, splitFrontMatter } from '../guard/front-matter.ts';
import { fileStart, problemAt } from '../guard/problem.ts';
import { collections } from '../schemas/collections.ts';
import type { Collection } from '../schemas/shared.ts';
import { translationOf } from '../schemas/translation.ts';
import { type Finding, issueFindings, textProblems } from './check.ts';
import type { Draft } from './draft.ts';
import { type Field, nameOf, type Path } from './field.ts';
import { fileText, sectionText, storyOf } from './file-text.ts';
import type { FormData, Original } from './form-data.ts';
import { formModel } from './form-model.ts';
import type { HandedFile } from './hand-in.ts';
import { isValues, type Value, valueAt, withValue } from './values.ts';
import { labelOf, type Words } from './words.ts';

/** A piece of the original's words; its path is the one it has in the file of a translation. */
export interface TranslatedWord {
  readonly path: readonly string[];
  readonly label: string;
  readonly text: string;
  readonly longest: number;
}

export interface Translation {
  readonly original: Original;
  readonly language: string;
  readonly words: readonly TranslatedWord[];
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
}

/** The original's file as what a translator has to write; undefined where it cannot be read. */
export function openOriginal(
  data: FormData,
  original: Original,
  language: string,
  text: string,
): Translation | undefined {
  const { yaml, body } = splitFrontMatter(text, 'index.mdx');
  const facts = readFacts(yaml, 'index.mdx').data;
  const english = data.headings[original.collection]?.['en'] ?? [];
  const own = data.headings[original.collection]?.[language] ?? [];
  if (typeof facts !== 'object' || facts === null) return undefined;
  const story = storyOf(english, body);
  return {
    original,
    language,
    words: wordsIn(formModel(schemaOf(original)), facts, data.words),
    sections: own.flatMap(({ id, heading }) => {
      const section = story[id];
      return section === undefined ? [] : [{ id, heading, text: section }];
    }),
  };
}

const schemaOf = ({ collection }: Original): z.ZodType => collections[collection as Collection].schema;

function wordsIn(
  field: Field,
  fact: unknown,
  words: Words,
  path: Path = [],
  label = '',
  at: Path = [],
): TranslatedWord[] {
  if (fact === undefined || fact === null) return [];
  if (field.kind === 'words')
    return [{ path: path.map(String), label, text: String(fact), longest: field.longest }];
  const join = (more: string) => (label === '' ? more : `${label} · ${more}`);
  if (field.kind === 'list' && Array.isArray(fact))
    return fact.flatMap((row: unknown, index) => {
      const id = (row as { id?: unknown } | null)?.id;
      const key = typeof id === 'string' ? id : String(index);
      return wordsIn(field.item, row, words, [...path, key], `${label} ${index + 1}`, at);
    });
  if (field.kind !== 'group' || typeof fact !== 'object') return [];
  return field.fields.flatMap((child) => {
    const below = [...at, child.key];
    const part: unknown = Object.hasOwn(fact, child.key)
      ? (fact as Record<string, unknown>)[child.key]
      : undefined;
    return wordsIn(
      child,
      part,
      words,
      [...path, child.key],
      join(labelOf(words, child, nameOf(below))),
      below,
    );
  });
}

/** An earlier translation of the same page, to be brought up to date. */
export function openTranslation(
  data: FormData,
  { original, language, words }: Translation,
  text: string,
): Pick<Draft, 'values' | 'story'> {
  const { yaml, body } = splitFrontMatter(text, `${language}.mdx`);
  const facts = readFacts(yaml, `${language}.mdx`).data;
  const given =
    typeof facts === 'object' && facts !== null ? (facts as Readonly<Record<string, unknown>>) : {};
  const values = words.reduce<Value>((all, { path }) => {
    let part: unknown = given;
    for (const step of path)
      part =
        typeof part === 'object' && part !== null && Object.hasOwn(part, step)
          ? (part as Record<string, unknown>)[step]
          : undefined;
    return typeof part === 'string' ? withValue(all, path, part.trim()) : all;
  }, {});
  const state = given['translation'];
  return {
    values: {
      ...(isValues(values) ? values : {}),
      ...(typeof state === 'string' ? { translation: state } : {}),
    },
    story: storyOf(data.headings[original.collection]?.[language] ?? [], body),
  };
}

function typed(draft: Draft, path: readonly string[]): string {
  const value = valueAt(draft.values, path);
  return typeof value === 'string' ? value.trim() : '';
}

function factsOfTranslation(
  { original, words }: Translation,
  draft: Draft,
): Readonly<Record<string, unknown>> {
  const written = words.reduce<Value>((all, { path }) => {
    const text = typed(draft, path);
    return text === '' ? all : withValue(all, path, text);
  }, {});
  return {
    translates: original.revision,
    translation: typed(draft, ['translation']),
    ...(isValues(written) ? written : {}),
  };
}

/** zh.mdx and its like: the words once more, and the revision that they follow. */
export function translationFile(translation: Translation, draft: Draft): HandedFile {
  const { original, language, sections } = translation;
  return {
    path: `content/${original.collection}/${original.slug}/${language}.mdx`,
    text: fileText(factsOfTranslation(translation, draft), sections, draft.story),
  };
}

/** What the check would say of a translation, at the field of each word. */
export async function checkTranslation(translation: Translation, draft: Draft): Promise<Finding[]> {
  const { original, language, words, sections } = translation;
  const file = `${language}.mdx`;
  const facts = factsOfTranslation(translation, draft);
  const schema = translationOf(schemaOf(original));
  const parsed = schema.safeParse(facts);
  const issues = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) =>
        issueFindings(issue, facts, schema, file, (path) => path.map(String)),
      );
  const missing = words
    .filter(({ path }) => typed(draft, path) === '')
    .map(({ path }) => ({
      path,
      missing: true,
      problem: problemAt(file, fileStart, 'untranslated', { key: path.join('.') }),
    }));
  const headings = sections.map(({ heading }) => heading);
  const texts = await Promise.all(
    sections.map(async ({ id }) => {
      const text = sectionText(draft.story[id] ?? '');
      const problems = text === '' ? [] : await textProblems(text, headings, file);
      return problems.map((problem) => ({ path: ['story', id], missing: false, problem }));
    }),
  );
  return [...issues, ...missing, ...texts.flat()];
}
