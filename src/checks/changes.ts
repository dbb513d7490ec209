import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldedName, pathProblems } from '../guard/paths.ts';
import { fileStart, type Problem, problemAt, quoted } from '../guard/problem.ts';
import { collectionNames, collections } from '../schemas/collections.ts';
import { isPlainFile } from '../schemas/content-files.ts';
import { type Collection, slugPattern } from '../schemas/shared.ts';

/** A path that a pull request adds, changes or deletes, from the root of the repository. */
export interface Change {
  readonly path: string;
  /** A link or another repository instead of a file. */
  readonly kind: 'file' | 'link' | 'submodule';
  readonly deleted: boolean;
}

export interface Judgement {
  /** `fine`: one contribution and what it needs. `maintainer`: something else is touched, which may be right. */
  readonly result: 'fine' | 'problems' | 'maintainer';
  /** The one contribution that is touched, such as case-studies/tigray-exclosures. */
  readonly contribution: string | undefined;
  readonly problems: readonly Problem[];
}

/** Entries that several contributions share and a contribution may bring along, where it names them. */
const shared: readonly Collection[] = ['references', 'institutions', 'glossary'];
/** Written by maintainers, compiled. */
const maintained: readonly Collection[] = ['calculators'];

/**
 * Path policy of a pull request: one contribution, in its own folder, and the shared entries that it names.
 * `content` holds the files as the pull request leaves them; they are read as text and nothing else.
 */
export function judgeChanges(changes: readonly Change[], content: string): Judgement {
  const unsafe = [...changes.flatMap(unsafePath), ...collisions(changes)];
  const owners = [...new Set(changes.flatMap(({ path }) => ownerOf(path) ?? []))];
  const own = owners.filter((owner) => !shared.some((name) => owner.startsWith(`${name}/`)));
  const first = own[0] ?? (owners.length === 1 ? owners[0] : undefined);
  const words = first === undefined ? '' : textOf(first, content);
  const outside = changes.flatMap(({ path, deleted }): Problem[] => {
    const owner = ownerOf(path);
    const name = quoted(path);
    if (owner === undefined || first === undefined)
      return [problemAt(path, fileStart, 'change-outside', { name })];
    if (owner === first) return [];
    if (own.includes(owner) || deleted) return [problemAt(path, fileStart, 'change-second', { name, first })];
    const slug = owner.split('/')[1] ?? '';
    return isNamed(slug, words) ? [] : [problemAt(path, fileStart, 'change-unneeded', { name, first })];
  });
  const result = unsafe.length > 0 ? 'problems' : outside.length > 0 ? 'maintainer' : 'fine';
  return { result, contribution: first, problems: [...unsafe, ...outside] };
}

function unsafePath({ path, kind }: Change): Problem[] {
  const name = quoted(path);
  if (kind === 'link') return [problemAt(path, fileStart, 'symbolic-link', { name })];
  if (kind === 'submodule') return [problemAt(path, fileStart, 'submodule', { name })];
  // What git reads for itself may be a maintainer's business at the root, never below content.
  return pathProblems(path).filter(
    ({ code }) => code !== 'submodule' || path.toLowerCase().startsWith('content/'),
  );
}

function collisions(changes: readonly Change[]): Problem[] {
  const seen = new Map<string, string>();
  return changes.flatMap(({ path, deleted }) => {
    if (deleted) return [];
    const folded = foldedName(path);
    const other = seen.get(folded);
    seen.set(folded, path);
    return other === undefined || other === path
      ? []
      : [problemAt(path, fileStart, 'case-collision', { name: quoted(path), other: quoted(other) })];
  });
}

/** The contribution a path belongs to; undefined for everything else of the repository. */
function ownerOf(path: string): string | undefined {
  const [root, name, entry = '', ...rest] = path.split('/');
  const collection = collectionNames.find((known) => known === name);
  if (root !== 'content' || collection === undefined || maintained.includes(collection)) return undefined;
  if (collections[collection].form === 'folder')
    return rest.length === 1 && slugPattern.test(entry) ? `${collection}/${entry}` : undefined;
  const slug = entry.replace(/\.yaml$/, '');
  return rest.length === 0 && entry.endsWith('.yaml') && slugPattern.test(slug)
    ? `${collection}/${slug}`
    : undefined;
}

/** All words of a contribution's own text files. */
function textOf(owner: string, content: string): string {
  const [collection = '', slug = ''] = owner.split('/');
  const folder = join(content, collection, slug);
  const files = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((item) => item.isFile() && item.name.endsWith('.mdx'))
        .map(({ name }) => join(folder, name))
    : [`${folder}.yaml`].filter(isPlainFile);
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Cited, referred to or linked; a term of the glossary is named by its words. */
function isNamed(slug: string, words: string): boolean {
  const lower = words.toLowerCase();
  return [slug, slug.replaceAll('-', ' ')].some((name) =>
    new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(lower),
  );
}

/**
 * Reads a list of changes: paths, lines of `git diff --name-status`, or lines of `git diff --raw`, which knows
 * links and other repositories. With `-z` git separates by a NUL sign.
 */
export function readChanges(text: string): Change[] {
  return text.includes('\0') ? fromRecords(text.split('\0')) : text.split('\n').flatMap(fromLine);
}

function fromLine(line: string): Change[] {
  if (line.trim() === '') return [];
  const [first = '', ...paths] = line.replace(/\r$/, '').split('\t');
  if (paths.length === 0) return [{ path: unquoted(first), kind: 'file', deleted: false }];
  return withStatus(first, paths.map(unquoted));
}

/** With -z a status stands before its path, and two paths follow a renaming. */
function fromRecords(records: readonly string[]): Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < records.length; at += 1) {
    const record = records[at] ?? '';
    if (record === '') continue;
    if (!isStatus(record)) changes.push({ path: record, kind: 'file', deleted: false });
    else {
      const count = /^[RC]\d*$/.test(record.split(' ').at(-1) ?? '') ? 2 : 1;
      changes.push(...withStatus(record, records.slice(at + 1, at + 1 + count)));
      at += count;
    }
  }
  return changes;
}

const isStatus = (text: string) => /^(?::\d{6} \d{6} \S+ \S+ )?[ACDMRTUXB]\d*$/.test(text);

function withStatus(status: string, paths: readonly string[]): Change[] {
  const mode = /^:\d{6} (\d{6})/.exec(status)?.[1];
  const kind = mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file';
  const letter = status.split(' ').at(-1)?.[0];
  return paths.map((path, index) => ({
    path,
    kind,
    deleted: letter === 'D' || (letter === 'R' && index === 0),
  }));
}

/** Git quotes paths with unusual characters: "a\\302\\240b". */
function unquoted(path: string): string {
  if (!/^".*"$/.test(path)) return path;
  const bytes: number[] = [];
  const escapes: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, b: 8, f: 12, v: 11, a: 7 };
  for (const [, octal, sign, plain] of path.slice(1, -1).matchAll(/\\(\d{3})|\\(.)|([^\\]+)/g)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (sign !== undefined) bytes.push(escapes[sign] ?? sign.charCodeAt(0));
    else bytes.push(...new TextEncoder().encode(plain));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
