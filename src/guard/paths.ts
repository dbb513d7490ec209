import { fileStart, type Problem, problemAt, quoted } from './problem.ts';
import { codePoint } from './source-text.ts';

/** Names that devices have on Windows; a file of such a name cannot be checked out there. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const longestPath = 200;

/** What is wrong with a path itself, whatever stands there: each part of it, by its characters alone. */
export function pathProblems(path: string): Problem[] {
  const name = quoted(path);
  const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\ufffd]/u.exec(
    path,
  )?.[0];
  if (hidden !== undefined)
    return [problemAt(path, fileStart, 'path-character', { name, character: codePoint(hidden) })];
  const parts = path.split('/');
  if (/^(?:[/~]|[a-z]:)|\\/i.test(path) || parts.some((part) => part === '..' || part === '.' || part === ''))
    return [problemAt(path, fileStart, 'path-outside', { name })];
  if (parts.some(isOfGit)) return [problemAt(path, fileStart, 'submodule', { name })];
  const unstorable = parts.some((part) => devices.test(part) || /[. ]$|^ |[<>:"|?*]/.test(part));
  return unstorable || path.length > longestPath
    ? [problemAt(path, fileStart, 'reserved-name', { name })]
    : [];
}

/** `.git` and what git reads for itself, as file systems see it: capitals, the short name of Windows. */
function isOfGit(part: string): boolean {
  return /^(?:\.git(?:modules|attributes|ignore|keep)?|git~\d+)$/i.test(
    part.normalize('NFKC').replace(/[. ]+$/, ''),
  );
}

/** A name as file systems compare it that know neither capitals nor forms of accents. */
export function foldedName(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}
