import { lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isLocale, type Locale } from '../i18n/locales.ts';
import { collections } from './collections.ts';
import type { Collection } from './shared.ts';

/** The folder with the contributions: `content` of the project, or `CONTENT_DIR`. */
export function contentFolder(): string {
  return resolve(process.env['CONTENT_DIR'] || 'content');
}

/** The files of one contribution, as paths below the content folder with forward slashes. */
export interface EntryFiles {
  readonly collection: Collection;
  readonly slug: string;
  /** index.mdx, or the YAML file itself. */
  readonly main: string;
  readonly translations: readonly { readonly locale: Locale; readonly file: string }[];
  /** Everything else beside the text: pictures, tables, strangers. */
  readonly others: readonly string[];
}

/** Whether a file stands there itself: what a link, a pipe or a device leads to is never read. */
export function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The contributions of a collection, sorted by slug. */
export function listEntries(collection: Collection, folder = contentFolder()): EntryFiles[] {
  const { form } = collections[collection];
  let names: { name: string; isDirectory: boolean; isFile: boolean }[];
  try {
    names = readdirSync(join(folder, collection), { withFileTypes: true })
      .map((item) => ({ name: item.name, isDirectory: item.isDirectory(), isFile: item.isFile() }))
      .filter(({ name }) => !name.startsWith('.'));
  } catch {
    return [];
  }
  const entries = names.flatMap(({ name, isDirectory, isFile }) => {
    if (form === 'file') {
      return isFile && name.endsWith('.yaml')
        ? [
            {
              collection,
              slug: name.slice(0, -'.yaml'.length),
              main: `${collection}/${name}`,
              translations: [],
              others: [],
            },
          ]
        : [];
    }
    return isDirectory ? [folderEntry(collection, name, folder)] : [];
  });
  return entries.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function folderEntry(collection: Collection, slug: string, folder: string): EntryFiles {
  const translations: { locale: Locale; file: string }[] = [];
  const others: string[] = [];
  const names = readdirSync(join(folder, collection, slug), { withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ name }) => name);
  for (const name of names.sort()) {
    const file = `${collection}/${slug}/${name}`;
    const locale = name.endsWith('.mdx') ? name.slice(0, -'.mdx'.length) : '';
    if (name === 'index.mdx') continue;
    if (isLocale(locale) && locale !== 'en') translations.push({ locale, file });
    else others.push(file);
  }
  return { collection, slug, main: `${collection}/${slug}/index.mdx`, translations, others };
}
