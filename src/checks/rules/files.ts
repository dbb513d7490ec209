import { lstatSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { ProblemCode, ValuesOf } from '../../guard/codes.ts';
import { nearest } from '../../guard/nearest.ts';
import { foldedName, pathProblems } from '../../guard/paths.ts';
import { fileStart, type Problem, problemAt, quoted } from '../../guard/problem.ts';
import { isLocale, locales } from '../../i18n/locales.ts';
import { collectionNames, collections } from '../../schemas/collections.ts';
import { meant } from '../../schemas/meant.ts';
import { neutralityFile } from '../../schemas/neutrality.ts';
import { type Collection, slugPattern } from '../../schemas/shared.ts';
import { publishedFile, tombstonesFile } from '../../schemas/tombstone.ts';
import type { Rule } from '../corpus.ts';

/** Folders of the maintainers beside the collections. */
const maintainersFolders = ['pages', 'templates'];
const maintainersFiles = [neutralityFile, publishedFile, tombstonesFile];
const allowedEndings = ['.csv', '.jpg', '.jpeg', '.png', '.webp'];
const largestFile = 6_000_000;

/** Path policy: what may stand where, under which name, and how large. */
export const files: Rule = ({ folder }) => {
  const problems: Problem[] = [];
  const report = <Code extends ProblemCode>(file: string, code: Code, values: ValuesOf<Code>) =>
    problems.push(problemAt(file, fileStart, code, values));

  const names = list(folder).filter(({ name }) => !name.startsWith('.'));
  for (const { name, kind } of names) {
    if (kind === 'link') report(name, 'symbolic-link', { name: quoted(name) });
    else if (kind === 'file' && maintainersFiles.includes(name)) continue;
    else if (!collectionNames.includes(name as Collection) && !maintainersFolders.includes(name))
      report(name, 'not-a-collection', {
        name: quoted(name),
        allowed: collectionNames.join(', '),
        suggestion: nearest(name, collectionNames),
      });
  }
  for (const collection of collectionNames) {
    const seen = new Map<string, string>();
    for (const { name, kind, bytes } of list(join(folder, collection))) {
      const file = `${collection}/${name}`;
      const slug = collections[collection].form === 'file' ? name.replace(/\.ya?ml$/, '') : name;
      const twin = seen.get(foldedName(slug));
      const unsafe = pathProblems(file);
      problems.push(...unsafe);
      if (name.startsWith('.')) report(file, 'hidden-file', { name: quoted(name) });
      else if (kind === 'link') report(file, 'symbolic-link', { name: quoted(name) });
      else if (kind === 'other')
        report(file, 'file-kind', { name: quoted(name), allowed: allowedEndings.join(', ') });
      else if (collections[collection].form === 'file') checkDataFile(file, name, kind, bytes);
      else if (kind !== 'folder')
        report(file, 'outside-contribution', {
          name: quoted(name),
          example: `${collection}/<slug>/index.mdx`,
        });
      else checkFolder(collection, name);
      if (twin !== undefined) report(file, 'case-collision', { name: quoted(slug), other: quoted(twin) });
      else if (!slugPattern.test(slug) && !name.startsWith('.') && unsafe.length === 0)
        report(file, 'slug', { name: quoted(slug), suggestion: suggestSlug(slug) });
      seen.set(foldedName(slug), slug);
    }
  }
  return problems;

  function checkDataFile(file: string, name: string, kind: Kind, bytes: number) {
    if (kind !== 'file' || extname(name) !== '.yaml') report(file, 'not-a-yaml-file', { name: quoted(name) });
    if (bytes > largestFile) report(file, 'file-too-large', sizes(bytes));
  }

  function checkFolder(collection: Collection, slug: string) {
    const inside = list(join(folder, collection, slug));
    if (!inside.some(({ name }) => name === 'index.mdx'))
      report(`${collection}/${slug}/index.mdx`, 'no-index', {});
    const seen = new Map<string, string>();
    for (const { name, kind, bytes } of inside) {
      const file = `${collection}/${slug}/${name}`;
      const twin = seen.get(foldedName(name));
      seen.set(foldedName(name), name);
      const unsafe = pathProblems(file);
      problems.push(...unsafe);
      const ending = extname(name).toLowerCase();
      if (twin !== undefined) report(file, 'case-collision', { name: quoted(name), other: quoted(twin) });
      if (kind === 'link') report(file, 'symbolic-link', { name: quoted(name) });
      else if (kind === 'folder') report(file, 'folder-inside', { name: quoted(name) });
      else if (name.startsWith('.')) report(file, 'hidden-file', { name: quoted(name) });
      else if (name.endsWith('.mdx')) checkText(file, name.slice(0, -'.mdx'.length));
      else if (ending === '.svg' || ending === '.svgz') report(file, 'svg-file', { name: quoted(name) });
      else if (!allowedEndings.includes(ending) || kind === 'other')
        report(file, 'file-kind', { name: quoted(name), allowed: allowedEndings.join(', ') });
      else if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) && unsafe.length === 0)
        report(file, 'file-name', { name: quoted(name) });
      if (bytes > largestFile) report(file, 'file-too-large', sizes(bytes));
    }
  }

  function checkText(file: string, name: string) {
    if (name === 'index' || (isLocale(name) && name !== 'en')) return;
    const others = locales.filter((locale) => locale !== 'en').join(', ');
    if (name === 'en') report(file, 'english-file', {});
    else report(file, 'language-file', { name: quoted(name), allowed: others });
  }
};

const sizes = (bytes: number) => ({ size: Math.ceil(bytes / 1e5) / 10, limit: largestFile / 1e6 });

type Kind = 'file' | 'folder' | 'link' | 'other';

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
      kind: facts.isSymbolicLink()
        ? 'link'
        : facts.isDirectory()
          ? 'folder'
          : facts.isFile()
            ? 'file'
            : 'other',
      bytes: facts.size,
    };
  });
}

function suggestSlug(name: string): string {
  return meant.id(name) ?? 'my-project';
}
