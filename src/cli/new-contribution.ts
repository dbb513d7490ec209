import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { readFacts } from '../guard/front-matter.ts';
import { nearest } from '../guard/nearest.ts';
import { type Problem, problemAt } from '../guard/problem.ts';
import { readSourceText } from '../guard/source-text.ts';
import { sectionHeadings } from '../i18n/translate.ts';
import { collections } from '../schemas/collections.ts';
import { explain } from '../schemas/explain.ts';
import { slugPattern } from '../schemas/shared.ts';
import { keysAt } from '../schemas/walk.ts';
import { writeEntry, writeFacts } from '../schemas/write-entry.ts';
import { joinStory } from '../sheets/story.ts';
import type { Draft } from './interview.ts';
import type { AskedCollection } from './questions.ts';
import { slugOf } from './slug.ts';

export interface Answers {
  readonly draft: Draft;
  /** What is wrong or missing, by line of the file of answers. */
  readonly problems: readonly Problem[];
}

/** A file of answers: the facts as in index.mdx, with `slug` and, under `text`, the story by section. */
export function readAnswers(collection: AskedCollection, bytes: Uint8Array, file: string): Answers {
  const source = readSourceText(bytes, file);
  const read = readFacts(source.text, file);
  const data = isFields(read.data) ? read.data : {};
  const { slug, text, ...facts } = data;
  const problems: Problem[] = [...source.problems, ...read.problems];
  const schema: z.ZodType = collections[collection].schema;
  const parsed = schema.safeParse(facts);
  if (!parsed.success && problems.length === 0)
    problems.push(
      ...explain(parsed.error.issues, { ...read, data: facts }, file, {
        keysAt: (path) => keysAt(schema, path),
        factsAt: () => [],
      }),
    );
  if (slug !== undefined && !(typeof slug === 'string' && slugPattern.test(slug)))
    problems.push(
      problemAt(file, read.place(['slug']), 'slug', { name: String(slug), suggestion: slugOf(String(slug)) }),
    );
  const sections: readonly string[] = collections[collection].sections;
  const story = isFields(text) ? text : {};
  for (const name of Object.keys(story).filter((one) => !sections.includes(one)))
    problems.push(
      problemAt(file, read.place(['text', name], 'key'), 'unknown-key', {
        key: `text.${name}`,
        allowed: sections.join(', '),
        suggestion: nearest(name, sections),
      }),
    );
  const known = sections.flatMap((name) =>
    typeof story[name] === 'string' ? [[name, story[name]] as const] : [],
  );
  const draft: Draft = { facts: { ...facts }, text: Object.fromEntries(known) };
  if (typeof slug === 'string') draft.slug = slug;
  return { draft, problems };
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The answers so far as a file that can be gone on with. */
export function answersText({ slug, facts, text }: Draft): string {
  return writeFacts({ ...(slug === undefined ? {} : { slug }), ...facts, text });
}

/** Writes the folder of a contribution; gives its file, or undefined where that is there already. */
export function writeContribution(
  collection: AskedCollection,
  draft: Draft,
  content: string,
): string | undefined {
  const slug = draft.slug ?? slugOf(String(draft.facts['title']));
  const folder = join(content, collection, slug);
  if (existsSync(folder)) return undefined;
  const schema: z.ZodType = collections[collection].schema;
  const headings = [...sectionHeadings('en', collection, collections[collection].sections)];
  const sections = headings.flatMap(([heading, id]) => {
    const text = draft.text[id]?.trim() ?? '';
    return text === '' ? [] : [{ heading, text }];
  });
  const entry = writeEntry(schema.parse(draft.facts) as object, joinStory(sections));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.mdx'), entry, { flag: 'wx' });
  return `${collection}/${slug}/index.mdx`;
}
