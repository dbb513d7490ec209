import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { checkContent } from '../checks/check-content.ts';
import { mend } from '../checks/mend.ts';
import type { Problem } from '../guard/problem.ts';

/** A file that was changed: what it said before and after, as a unified difference. */
export interface MendedFile {
  readonly file: string;
  readonly difference: string;
  readonly answered: readonly Problem[];
}

/** A slip can hide others, so the check runs again after each round. */
const mostRounds = 4;

/**
 * Mends the files of a content folder as far as that is beyond doubt, and checks again. A file is replaced only
 * as a whole, and stays as it was where mending it would leave more problems than before.
 */
export async function mendFiles(
  folder: string,
  isWanted: (file: string) => boolean,
): Promise<{ readonly problems: readonly Problem[]; readonly mended: readonly MendedFile[] }> {
  const originals = new Map<string, Uint8Array>();
  const answered = new Map<string, Problem[]>();
  const given = new Set<string>();
  let problems = await checkContent(folder);
  for (let round = 0; round < mostRounds; round += 1) {
    const changed = new Map<string, Uint8Array>();
    for (const [file, own] of byFile(problems)) {
      if (!isWanted(file) || given.has(file) || !isPlainFile(join(folder, file))) continue;
      const bytes = readFileSync(join(folder, file));
      const result = mend(bytes, own);
      if (!result) continue;
      changed.set(file, bytes);
      originals.set(file, originals.get(file) ?? bytes);
      answered.set(file, [...(answered.get(file) ?? []), ...result.answered]);
      replaceFile(join(folder, file), result.text);
    }
    if (changed.size === 0) break;
    const after = await checkContent(folder);
    for (const [file, bytes] of changed) {
      if (!isWorse(file, problems, after)) continue;
      replaceFile(join(folder, file), bytes);
      given.add(file);
    }
    problems = [...changed.keys()].some((file) => given.has(file)) ? await checkContent(folder) : after;
  }
  const mended = [...originals].flatMap(([file, bytes]) => {
    const now = readFileSync(join(folder, file));
    if (now.equals(bytes)) return [];
    return [{ file, difference: differenceOf(file, bytes, now), answered: answered.get(file) ?? [] }];
  });
  return { problems, mended };
}

function byFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) files.set(problem.file, [...(files.get(problem.file) ?? []), problem]);
  return files;
}

/** Only what stands there itself is written: no link leads out of the folder. */
function isPlainFile(path: string): boolean {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  return facts?.isFile() === true && facts.nlink === 1;
}

/** A file that could not be read at all may show more problems once it can. */
function isWorse(file: string, before: readonly Problem[], after: readonly Problem[]): boolean {
  const count = (problems: readonly Problem[]) => problems.filter((problem) => problem.file === file);
  const hid = (problem: Problem) =>
    /^(?:encoding|yaml-|front-matter|full-width|odd-space)/.test(problem.code);
  return count(before).some(hid) ? false : count(after).length > count(before).length;
}

function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode: lstatSync(path).mode });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Bytes that are not UTF-8 are shown as the signs for lost letters that readers saw. */
function differenceOf(file: string, before: Uint8Array, after: Uint8Array): string {
  const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const old = text(before);
  const plain = old.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const patch = createTwoFilesPatch(file, file, visible(plain), text(after), '', '', { context: 1 });
  const lines = patch.split('\n').slice(1);
  if (plain !== old) lines.splice(2, 0, '# CR LF -> LF');
  return lines.join('\n');
}

/** Marks that nobody sees are printed as signs. */
function visible(text: string): string {
  return text.replaceAll('\ufeff', '<BOM>').replaceAll('\t', '→').replaceAll('\0', '␀');
}
