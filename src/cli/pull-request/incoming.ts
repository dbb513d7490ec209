import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileStart, type Problem, problemAt, quoted } from '../../guard/problem.ts';

const largestFile = 6_000_000;
const largestSum = 60_000_000;
const mostFiles = 500;

/** One path that a pull request adds, changes or deletes. */
export interface Change {
  readonly path: string;
  /** Kind of file by git's mode: 100644 a file, 120000 a link, 160000 another repository; 000000 where deleted. */
  readonly mode: string;
  /** Name of the content in git; zeros where deleted. */
  readonly blob: string;
}

/** What a merge commit changes against its first parent, as `git diff --raw -z` says it; nothing is checked out. */
export function rawChanges(repository: string, commit: string): string {
  if (!/^[0-9a-f]{40}$/.test(commit)) throw new Error(`${commit} is not the full name of a commit`);
  const range = [`${commit}^1`, commit];
  return git(repository, ['diff', '--raw', '-z', '--no-renames', '--no-abbrev', ...range]).toString('utf8');
}

export function readRawChanges(raw: string): Change[] {
  const fields = raw.split('\0');
  const changes: Change[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', , blob = ''] = (fields[at] ?? '').split(' ');
    changes.push({ path: fields[at + 1] ?? '', mode, blob });
  }
  return changes;
}

/**
 * Puts the content folder as the pull request leaves it into a side folder: the content of the trusted branch,
 * with the changed files written over it as plain data. Links, other repositories, odd paths and too large files
 * are left out and named.
 */
export function layOut(repository: string, changes: readonly Change[], to: string): Problem[] {
  const problems: Problem[] = [];
  const refuse = (path: string, code: 'symbolic-link' | 'submodule' | 'path-outside') =>
    problems.push(problemAt(path, fileStart, code, { name: quoted(path) }));
  const refuseSize = (path: string, size: number, limit: number) =>
    problems.push(problemAt(path, fileStart, 'file-too-large', { size: size / 1e6, limit: limit / 1e6 }));
  cpSync(join(repository, 'content'), join(to, 'content'), { recursive: true });
  let sum = 0;
  let files = 0;
  for (const { path, mode, blob } of changes) {
    if (!path.startsWith('content/')) continue;
    if (!isPlainPath(path)) refuse(path, 'path-outside');
    else if (mode === '000000') rmSync(join(to, path), { force: true, recursive: true });
    else if (mode === '120000') refuse(path, 'symbolic-link');
    else if (mode === '160000') refuse(path, 'submodule');
    else {
      const size = Number(git(repository, ['cat-file', '-s', blob]).toString());
      sum += size;
      files += 1;
      if (size > largestFile) refuseSize(path, size, largestFile);
      else if (sum > largestSum || files > mostFiles) refuseSize(path, sum, largestSum);
      else {
        mkdirSync(dirname(join(to, path)), { recursive: true });
        writeFileSync(join(to, path), git(repository, ['cat-file', 'blob', blob]));
      }
    }
  }
  return problems;
}

/** No part of the path leads out, hides or turns the text around; the guard says more about names. */
const isPlainPath = (path: string): boolean =>
  path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git') &&
  !/[\\\p{C}]/u.test(path);

function git(repository: string, args: readonly string[]): Buffer {
  return execFileSync('git', ['-C', repository, ...args], { maxBuffer: 2 * largestFile + 1_000_000 });
}
