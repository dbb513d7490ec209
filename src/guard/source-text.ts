import type { Problem } from './problem.ts';

/** A text file as it must be before anything reads its meaning: UTF-8, LF, no invisible characters. */
export interface SourceText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

const longestFile = 400_000;

/** Characters that hide or reorder text: control, bidirectional and zero-width ones. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/u;

export function readSourceText(bytes: Uint8Array, file: string): SourceText {
  const problems: Problem[] = [];
  const report = (line: number, column: number, code: string, message: string, hint: string) =>
    problems.push({ file, line, column, code, message, hint });

  if (bytes.length > longestFile) {
    report(
      1,
      1,
      'file-too-large',
      `The file has ${bytes.length} bytes; a text may have ${longestFile}.`,
      'Move tables into a CSV beside it.',
    );
    return { text: '', problems };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const line = lineOfBadByte(bytes);
    report(
      line,
      1,
      'encoding',
      'The file is not UTF-8 text.',
      'Save it again as "UTF-8" (in Notepad: Save as, Encoding: UTF-8).',
    );
    return { text: '', problems };
  }
  if (text.startsWith('\ufeff')) {
    report(
      1,
      1,
      'byte-order-mark',
      'The file begins with a byte order mark, which no reader sees.',
      'Save it as "UTF-8" rather than "UTF-8 with BOM".',
    );
    text = text.slice(1);
  }
  if (text.includes('\r')) {
    const line = text.slice(0, text.indexOf('\r')).split('\n').length;
    report(line, 1, 'line-endings', 'The lines end in CR LF (Windows).', 'Save it with LF line endings.');
    text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  }
  text.split('\n').forEach((line, index) => {
    const found = invisible.exec(line);
    if (!found) return;
    const code = found[0].codePointAt(0) ?? 0;
    report(
      index + 1,
      found.index + 1,
      'invisible-character',
      `An invisible character stands here (U+${code.toString(16).toUpperCase().padStart(4, '0')}).`,
      'Delete the line and type it again; such characters come from copying.',
    );
  });
  return { text, problems };
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
