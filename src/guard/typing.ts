import type { ProblemCode } from './codes.ts';
import { type Edit, type Problem, quoted } from './problem.ts';
import { codePoint } from './source-text.ts';

/** Slips of typing in facts, which YAML reads without complaint or refuses without saying why. */

interface Slip {
  readonly code: ProblemCode;
  readonly column: number;
  readonly values: Readonly<Record<string, string>>;
  readonly edit: Edit;
}

/** Something that a slip may have is looked for before each line is. */
const suspicious = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\u2018-\u201f\u00ab\u00bb\uff01-\uff5e]/;

/** Reads the facts of a file, their line numbers as in the file. Text blocks (`|`, `>`) are left alone. */
export function typingSlips(yaml: string, file: string): Problem[] {
  if (!suspicious.test(yaml)) return [];
  let blockIndent = -1;
  return yaml.split('\n').flatMap((line, index) => {
    const indent = line.search(/\S/);
    if (blockIndent >= 0 && (indent < 0 || indent > blockIndent)) return [];
    blockIndent = /:\s+[|>][+-]?\d?\s*$/.test(line) ? indent : -1;
    if (!suspicious.test(line)) return [];
    const slip = fullWidth(line) ?? smartQuotes(line) ?? oddSpace(line);
    if (!slip) return [];
    const { code, column, values, edit } = slip;
    return [{ file, line: index + 1, column, code, values, edit }];
  });
}

/** `value：４１` and `[a，b]`: structure typed in full width. Full-width signs within words are words. */
function fullWidth(line: string): Slip | undefined {
  const colon = /^\s*(?:- )?[\w-]+：\s*/.exec(line);
  const flow = /^\s*(?:- )?[\w-]+[:：]\s*[[［{｛]/.test(line);
  const number = /^\s*(?:- )?[\w-]+[:：]\s*[-－]?[\d０-９．，.]*[０-９．][\d０-９．，.]*\s*$/.test(line);
  if (!colon && !number && !(flow && /[，：［］｛｝]/.test(outsideQuotes(line)))) return undefined;
  const start = line.search(/\S/);
  const from = line.slice(start);
  const half = (text: string) => text.replaceAll(/[！-～]/g, (sign) => sign.normalize('NFKC'));
  const plain = flow
    ? mapOutsideQuotes(from, (text) => half(text).replaceAll(/([,:])(?=\S)/g, '$1 '))
    : number
      ? half(from)
      : from;
  const to = plain.replace(/^((?:- )?[\w-]+)[:：]\s*/, '$1: ');
  return { code: 'full-width', column: start + 1, values: { found: quoted(from) }, edit: { from, to } };
}

const pairs: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['”', '”'],
  ['‘', '’'],
  ['’', '’'],
  ['«', '»'],
  ['＂', '＂'],
];

/** `title: “A valley”`: the whole value in curly quotes. */
function smartQuotes(line: string): Slip | undefined {
  const before = /^\s*(?:- )?(?:[\w-]+:\s+)?(?:- )?/.exec(line)?.[0] ?? '';
  const value = line.slice(before.length).trimEnd();
  if (/^[[{]/.test(value) && /[“”„＂]/.test(outsideQuotes(value))) {
    const to = mapOutsideQuotes(value, (text) => text.replaceAll(/[“”„＂]/g, '"'));
    return {
      code: 'smart-quote',
      column: before.length + 1,
      values: { found: quoted(value) },
      edit: { from: value, to },
    };
  }
  const inside = value.slice(1, -1);
  const curly = pairs.some(
    ([open, close]) => value.length > 1 && value.startsWith(open) && value.endsWith(close),
  );
  if (!curly || /[“”„«»＂]/.test(inside)) return undefined;
  const to = `"${inside.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return {
    code: 'smart-quote',
    column: before.length + 1,
    values: { found: quoted(value) },
    edit: { from: value, to },
  };
}

/** A space that YAML takes for a letter: at the ends of a value, or as indentation. */
function oddSpace(line: string): Slip | undefined {
  const odd = '\u00a0\u2000-\u200a\u202f\u205f\u3000';
  const found = new RegExp(`^[ ]*[${odd}]|:[ ]*[${odd}]|[${odd}][ ]*$`).exec(line);
  if (!found) return undefined;
  const character = new RegExp(`[${odd}]`).exec(found[0])?.[0] ?? '';
  const trailing = line.slice(found.index).trim() === '';
  const from = line.slice(found.index);
  const to = trailing
    ? ''
    : from.replace(
        new RegExp(`^([ :]*)[${odd}]+`),
        (_, lead: string) => `${lead}${lead.endsWith(' ') ? '' : ' '}`,
      );
  return {
    code: 'odd-space',
    column: found.index + 1,
    values: { character: codePoint(character) },
    edit: { from, to },
  };
}

function outsideQuotes(line: string): string {
  return line.replaceAll(/"[^"]*"|'[^']*'/g, '');
}

function mapOutsideQuotes(line: string, change: (text: string) => string): string {
  return line
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
