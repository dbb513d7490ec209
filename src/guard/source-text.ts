import { decodedAs, garbledWord, utf16 } from './encoding.ts';
import { fileStart, type Problem, problemAt, quoted } from './problem.ts';

/** A text file as it must be before anything reads its meaning: UTF-8, LF, no invisible characters. */
export interface SourceText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** The longest text of the portal has 33 000 bytes. */
const longestFile = 200_000;

/** Characters that reorder text: what a reader sees is not what the file holds. */
const bidirectional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const everyBidirectional = new RegExp(bidirectional, 'gu');
/** Characters that nobody sees: control, zero-width and tag characters; joiners of letters and emoji are words. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]/u;

export function readSourceText(bytes: Uint8Array, file: string): SourceText {
  if (bytes.length > longestFile) {
    const megabytes = (size: number) => Math.ceil(size / 1e5) / 10;
    const values = { size: megabytes(bytes.length), limit: megabytes(longestFile) };
    return { text: '', problems: [problemAt(file, fileStart, 'file-too-large', values)] };
  }
  const problems: Problem[] = [];
  let text: string;
  try {
    if (utf16(bytes)) throw new TypeError('UTF-16'); // zeros between ASCII letters would pass for UTF-8
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const place = { line: lineOfBadByte(bytes), column: 1 };
    const encoding = decodedAs(bytes)?.encoding;
    const problem = encoding
      ? problemAt(file, place, 'encoding', { encoding })
      : problemAt(file, place, 'encoding-unknown', {});
    return { text: '', problems: [problem] };
  }
  if (text.startsWith('\ufeff')) {
    problems.push(problemAt(file, fileStart, 'byte-order-mark', {}));
    text = text.slice(1);
  }
  if (text.includes('\r')) {
    const line = text.slice(0, text.indexOf('\r')).split('\n').length;
    problems.push(problemAt(file, { line, column: 1 }, 'line-endings', {}));
    text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  }
  problems.push(...badCharacters(text, file));
  return { text, problems };
}

/** Characters that hide or turn text, and what is left of those that were lost. */
export function badCharacters(text: string, file: string): Problem[] {
  if (!/[^\n\t -~]/.test(text)) return [];
  const hidden = bidirectional.test(text) || invisible.test(text) ? hiddenCharacters(text, file) : [];
  return /[\ufffdÂÃ]|â€/.test(text) ? [...hidden, ...lostCharacters(text, file)] : hidden;
}

function lostCharacters(text: string, file: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const lost = line.indexOf('\ufffd');
    const word = garbledWord(line);
    return [
      ...(lost >= 0
        ? [
            problemAt(file, { line: index + 1, column: lost + 1 }, 'lost-character', {
              found: quoted(wordAt(line, lost)),
            }),
          ]
        : []),
      ...(word
        ? [
            problemAt(file, { line: index + 1, column: word.at + 1 }, 'mojibake', {
              found: quoted(word.found),
              suggestion: word.meant,
            }),
          ]
        : []),
    ];
  });
}

function wordAt(line: string, at: number): string {
  const start = line.slice(0, at).search(/\S*$/);
  return /^\S*/.exec(line.slice(start))?.[0] ?? '';
}

function hiddenCharacters(text: string, file: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const turning = bidirectional.exec(line);
    const unseen = invisible.exec(turning ? line.replaceAll(everyBidirectional, ' ') : line);
    const problem = (code: 'bidi-character' | 'invisible-character', found: RegExpExecArray) =>
      problemAt(file, { line: index + 1, column: found.index + 1 }, code, { character: codePoint(found[0]) });
    return [
      ...(turning ? [problem('bidi-character', turning)] : []),
      ...(unseen ? [problem('invisible-character', unseen)] : []),
    ];
  });
}

/** A character by its number, for one that cannot be shown: U+202E. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 10) continue;
    try {
      decoder.decode(bytes.subarray(start, at));
    } catch {
      return line;
    }
    line += 1;
    start = at + 1;
  }
  return 1;
}
