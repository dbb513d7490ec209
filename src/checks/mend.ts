import { decodedAs } from '../guard/encoding.ts';
import type { Problem } from '../guard/problem.ts';

/** What can be mended in one file without asking, and the problems that it answers. */
export interface Mended {
  readonly text: string;
  readonly answered: readonly Problem[];
}

/** Mends what is beyond doubt: encoding, line ends, tabs, and the edits that problems carry. The rest is not touched. */
export function mend(bytes: Uint8Array, problems: readonly Problem[]): Mended | undefined {
  const answered: Problem[] = [];
  const has = (code: Problem['code']) => {
    const found = problems.filter((problem) => problem.code === code);
    answered.push(...found);
    return found.length > 0;
  };
  if (has('encoding')) {
    const decoded = decodedAs(bytes);
    return decoded && { text: plainLines(decoded.text.replace(/^\ufeff/, '')), answered };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  if (has('byte-order-mark')) text = text.replace(/^\ufeff/, '');
  if (has('line-endings')) text = plainLines(text);
  const lines = text.split('\n');
  for (const problem of lastFirst(problems)) if (mendLine(lines, problem)) answered.push(problem);
  return answered.length === 0 ? undefined : { text: lines.join('\n'), answered };
}

const plainLines = (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');

/** From the end of a file to its beginning, so that an edit moves no place that is still to come. */
function lastFirst(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => b.line - a.line || b.column - a.column);
}

function mendLine(lines: string[], { code, line, column, edit }: Problem): boolean {
  const found = lines[line - 1];
  if (found === undefined) return false;
  if (code === 'yaml-tab') {
    const spaced = found.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '  '));
    lines[line - 1] = spaced;
    return spaced !== found;
  }
  if (!edit) return false;
  if (edit.to.includes('\n') && !/^\s*(?:- )?[\w-]+:\s/.test(found)) return false;
  const mended = replaceAt(found, column - 1, edit.from, edit.to);
  if (mended === undefined) return false;
  lines[line - 1] = mended;
  return true;
}

/** Replaces a whole value at a place, with its quotes where it has some; undefined where something else stands there. */
function replaceAt(line: string, at: number, from: string, to: string): string | undefined {
  const before = line.slice(0, at);
  const rest = line.slice(at);
  for (const quote of ['"', "'", '']) {
    const written = `${quote}${from}${quote}`;
    if (!rest.startsWith(written)) continue;
    const after = rest.slice(written.length);
    if (quote === '' && /^[\p{L}\p{N}_-]/u.test(after)) return undefined;
    return `${before}${inQuotes(to, quote)}${after}`;
  }
  return undefined;
}

/** A value in the quotes it had; a number needs none, and a percent sign, which YAML keeps for itself, some. */
function inQuotes(value: string, quote: string): string {
  const [first = '', ...rest] = value.split('\n');
  if (/^["'[{]|^-?[\d.]+$/.test(first)) return value;
  const needed = quote === '' && first.startsWith('%') ? '"' : quote;
  return [`${needed}${first}${needed}`, ...rest].join('\n');
}
