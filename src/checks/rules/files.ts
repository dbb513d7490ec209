import { lstatSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { nearest } from '../../guard/nearest.ts';
import type { Problem } from '../../guard/problem.ts';
import { isLocale, locales } from '../../i18n/locales.ts';
import { collectionNames, collections } from '../../schemas/collections.ts';
import { type Collection, slugPattern } from '../../schemas/shared.ts';
import type { Rule } from '../corpus.ts';

/** Folders of the maintainers beside the collections. */
const maintainersFolders = ['pages', 'templates'];
const allowedEndings = ['.csv', '.jpg', '.jpeg', '.png', '.webp'];
const largestFile = 6_000_000;

/** Path policy: what may stand where, under which name, and how large. */
export const files: Rule = ({ folder }) => {
  const problems: Problem[] = [];
  const report = (file: string, code: string, message: string, hint: string) =>
    problems.push({ file, line: 1, column: 1, code, message, hint });

  const names = list(folder).filter(({ name }) => !name.startsWith('.'));
  for (const { name, kind } of names) {
    if (kind === 'link')
      report(name, 'link', `${name} is a symbolic link.`, 'Put the files themselves there.');
    else if (!collectionNames.includes(name as Collection) && !maintainersFolders.includes(name)) {
      const similar = nearest(name, collectionNames);
      report(
        name,
        'unexpected-file',
        `content/${name} is not a collection.`,
        similar ? `Did you mean ${similar}?` : `Collections are ${collectionNames.join(', ')}.`,
      );
    }
  }
  for (const collection of collectionNames) {
    const seen = new Map<string, string>();
    for (const { name, kind, bytes } of list(join(folder, collection))) {
      const file = `${collection}/${name}`;
      const slug = collections[collection].form === 'file' ? name.replace(/\.ya?ml$/, '') : name;
      const twin = seen.get(slug.toLowerCase());
      if (name.startsWith('.')) report(file, 'unexpected-file', `${name} is a hidden file.`, 'Delete it.');
      else if (kind === 'link')
        report(file, 'link', `${name} is a symbolic link.`, 'Put the files themselves there.');
      else if (collections[collection].form === 'file') checkDataFile(file, name, kind, bytes);
      else if (kind !== 'folder')
        report(
          file,
          'unexpected-file',
          `${name} stands outside of a contribution.`,
          `Every contribution has a folder: ${collection}/<slug>/index.mdx.`,
        );
      else checkFolder(collection, name);
      if (twin !== undefined)
        report(file, 'duplicate-slug', `"${slug}" and "${twin}" are one address.`, 'Rename one of the two.');
      else if (!slugPattern.test(slug) && !name.startsWith('.')) {
        report(
          file,
          'slug',
          `"${slug}" cannot be an address.`,
          `Use small letters, digits and single hyphens: ${suggestSlug(slug)}.`,
        );
      }
      seen.set(slug.toLowerCase(), slug);
    }
  }
  return problems;

  function checkDataFile(file: string, name: string, kind: Kind, bytes: number) {
    if (kind !== 'file' || extname(name) !== '.yaml') {
      report(
        file,
        'unexpected-file',
        `${name} is not a YAML file.`,
        `Entries of this collection are files <id>.yaml.`,
      );
    }
    if (bytes > largestFile)
      report(file, 'file-too-large', `${name} has ${bytes} bytes.`, `At most ${largestFile}.`);
  }

  function checkFolder(collection: Collection, slug: string) {
    const inside = list(join(folder, collection, slug));
    if (!inside.some(({ name }) => name === 'index.mdx')) {
      report(
        `${collection}/${slug}/index.mdx`,
        'no-index',
        'The file does not exist.',
        'Every contribution has its facts and its English text in index.mdx.',
      );
    }
    const seen = new Map<string, string>();
    for (const { name, kind, bytes } of inside) {
      const file = `${collection}/${slug}/${name}`;
      const twin = seen.get(name.toLowerCase());
      seen.set(name.toLowerCase(), name);
      if (twin !== undefined)
        report(
          file,
          'duplicate-slug',
          `"${name}" and "${twin}" differ only in capitals.`,
          'Rename one of the two.',
        );
      if (kind === 'link') report(file, 'link', `${name} is a symbolic link.`, 'Put the file itself there.');
      else if (kind === 'folder')
        report(file, 'unexpected-file', `${name} is a folder.`, 'Put the files beside index.mdx.');
      else if (name.endsWith('.mdx')) checkText(file, name.slice(0, -'.mdx'.length));
      else if (!allowedEndings.includes(extname(name).toLowerCase())) {
        report(
          file,
          'unexpected-file',
          `${name} is not a kind of file that is published.`,
          `Beside the text may stand tables (.csv) and pictures (${allowedEndings.slice(1).join(', ')}).`,
        );
      } else if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
        report(
          file,
          'slug',
          `"${name}" has characters that break links.`,
          'Use letters, digits, points, hyphens and underscores.',
        );
      }
      if (bytes > largestFile)
        report(
          file,
          'file-too-large',
          `${name} has ${Math.round(bytes / 1e6)} MB; at most ${largestFile / 1e6} MB are allowed.`,
          'Make it smaller.',
        );
    }
  }

  function checkText(file: string, name: string) {
    if (name === 'index' || (isLocale(name) && name !== 'en')) return;
    const others = locales.filter((locale) => locale !== 'en').join(', ');
    report(
      file,
      'language',
      name === 'en' ? 'English is in index.mdx.' : `"${name}" is not a language of this site.`,
      `Translations are named ${others}.`,
    );
  }
};

type Kind = 'file' | 'folder' | 'link';

function list(folder: string): { name: string; kind: Kind; bytes: number }[] {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return [];
  }
  return names.map((name) => {
    const facts = lstatSync(join(folder, name));
    return {
      name,
      kind: facts.isSymbolicLink() ? 'link' : facts.isDirectory() ? 'folder' : 'file',
      bytes: facts.size,
    };
  });
}

function suggestSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? 'my-project' : plain;
}
