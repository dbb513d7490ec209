import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Document, isScalar, Scalar, visit } from 'yaml';
import type { z } from 'zod';
import { isLocale, type Locale, locales } from '../i18n/locales.ts';
import { sectionHeadings } from '../i18n/translate.ts';
import { collections } from '../schemas/collections.ts';
import { readEntry } from '../schemas/read-entry.ts';
import { revisionOf } from '../schemas/revision.ts';
import type { Collection } from '../schemas/shared.ts';
import { wordsTree } from '../schemas/words.ts';

/** Writes the file of a translation with everything to translate; gives its path below the content folder. */
export function newTranslation(
  path: string,
  language: string,
  by: 'human' | 'machine-assisted',
  content: string,
): string {
  if (!isLocale(language) || language === 'en')
    throw new Error(`${language}: name one of ${locales.filter((one) => one !== 'en').join(', ')}`);
  const { collection, slug } = contributionAt(path, content);
  const file = `${collection}/${slug}/${language}.mdx`;
  if (existsSync(join(content, file)))
    throw new Error(`content/${file} is there already. Nothing was overwritten.`);
  const schema: z.ZodType = collections[collection].schema;
  const original = `${collection}/${slug}/index.mdx`;
  const { record, body, problems } = readEntry(schema, readFileSync(join(content, original)), original);
  if (record === undefined || problems.length > 0)
    throw new Error(`content/${original} has problems; run npm run check:content -- ${collection}/${slug}`);
  const text = translationText(collection, language, by, {
    words: wordsTree(schema, record),
    revision: revisionOf(schema, record, body),
    body: body.trim(),
  });
  writeFileSync(join(content, file), text, { flag: 'wx' });
  return file;
}

interface Original {
  readonly words: Readonly<Record<string, unknown>>;
  readonly revision: string;
  readonly body: string;
}

/**
 * The text of a translation that waits for its words. Every field stands empty below its English words, and the
 * English story stands as comments below the facts: a story itself can hold no comments.
 */
export function translationText(
  collection: Collection,
  language: Locale,
  by: 'human' | 'machine-assisted',
  { words, revision, body }: Original,
): string {
  const document = new Document(
    { translates: revision, translation: by, ...words },
    { version: '1.2', schema: 'core' },
  );
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value)) return;
      if (key.value === 'translates') value.type = Scalar.QUOTE_DOUBLE;
      if (key.value === 'translates' || key.value === 'translation') return;
      key.commentBefore = commented(String(value.value));
      value.value = '';
      value.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const story =
    body === '' ? '' : `\n# The English story, to be translated below the line ---\n${comments(body)}\n`;
  return `---\n${document.toString({ lineWidth: 0 })}${story}---\n${headingsOf(collection, language, body)}`;
}

/** The headings of the original in the language of the translation. */
function headingsOf(collection: Collection, language: Locale, body: string): string {
  const { sections } = collections[collection];
  const english = sectionHeadings('en', collection, sections);
  const translated = new Map(
    [...sectionHeadings(language, collection, sections)].map(([text, id]) => [id, text]),
  );
  return [...body.matchAll(/^## +(.*?) *$/gm)]
    .map(([, heading = '']) => `\n## ${translated.get(english.get(heading) ?? '') ?? heading}\n`)
    .join('');
}

const longestLine = 100;

/** Words as lines of a comment, as the YAML library writes them: a sign it puts before each. */
const commented = (text: string): string =>
  wrapped(text)
    .map((line) => ` ${line}`)
    .join('\n');

const comments = (text: string): string =>
  text
    .split('\n')
    .flatMap((line) => (line === '' ? [''] : wrapped(line)))
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');

function wrapped(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > longestLine) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

/** The contribution a path names: its folder or its file, from the project or from the content folder. */
function contributionAt(path: string, content: string): { collection: Collection; slug: string } {
  const direct = relative(content, resolve(path));
  const below = direct.startsWith('..') ? path.replace(/^(\.\/)?(content\/)?/, '') : direct;
  const [collection = '', slug = ''] = below.replaceAll('\\', '/').split('/');
  const known = (Object.keys(collections) as Collection[]).find(
    (name) => name === collection && collections[name].form === 'folder',
  );
  if (!known || slug === '' || !statSync(join(content, known, slug, 'index.mdx'), { throwIfNoEntry: false }))
    throw new Error(`${path} is not a contribution. Name a folder such as content/case-studies/my-case.`);
  return { collection: known, slug };
}
