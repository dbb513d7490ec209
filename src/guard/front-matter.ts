import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Problem } from './problem.ts';

type Path = readonly PropertyKey[];

/** YAML that was read as plain data: no tags, no anchors, no merge keys, no duplicate keys. */
export interface Facts {
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** Line and column of the value at a path, or of its key. */
  place(path: Path, what?: 'key' | 'value'): { line: number; column: number };
}

export interface Parts {
  readonly yaml: string;
  /** The text below the front matter, with empty lines in place of it, so that line numbers stay true. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

const fence = '---';

/** Splits a contribution into front matter and text. */
export function splitFrontMatter(text: string, file: string): Parts {
  const fail = (line: number, message: string, hint: string): Parts => ({
    yaml: '',
    body: '',
    problems: [{ file, line, column: 1, code: 'front-matter', message, hint }],
  });
  const lines = text.split('\n');
  const first = lines[0] ?? '';
  if (first.trimEnd() !== fence) {
    const tag = /^---\s*(\S+)/.exec(first)?.[1];
    return tag
      ? fail(
          1,
          `The first line is "${first.trim()}"; front matter is YAML and nothing else.`,
          'Write only --- in the first line.',
        )
      : fail(
          1,
          `The file begins with "${first.slice(0, 40)}" instead of ---.`,
          'Begin the file with a line --- and end the facts with another.',
        );
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
  if (end < 0) return fail(1, 'The front matter has no end.', 'Write a line --- after the last fact.');
  return {
    yaml: `\n${lines.slice(1, end).join('\n')}\n`,
    body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n'),
    problems: [],
  };
}

/**
 * Reads YAML whose first line is line 1 of the file. One parser gives the data, because it is fast; a second,
 * slower one keeps the place of every key and is asked only when something has to be said about one.
 */
export function readFacts(yaml: string, file: string): Facts {
  let placed: Placed | undefined;
  const places = () => {
    placed ??= readPlaces(yaml);
    return placed;
  };
  const problems: Problem[] = [];
  let data: unknown;
  try {
    data = load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    problems.push(...syntaxProblems(places(), file));
    if (problems.length === 0) problems.push(firstProblem(error, file));
  }
  if (problems.length === 0 && /[&*!]/.test(yaml)) problems.push(...refuseReferences(places(), file));
  return {
    data: problems.length === 0 ? data : undefined,
    problems,
    place: (path, what = 'value') => {
      const { document, at } = places();
      return at(offsetOf(document, path, what));
    },
  };
}

interface Placed {
  readonly document: Document;
  at(offset: number): { line: number; column: number };
}

function readPlaces(yaml: string): Placed {
  const counter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: counter,
    schema: 'core',
    version: '1.2',
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return { document, at };
}

function syntaxProblems({ document, at }: Placed, file: string): Problem[] {
  return [...document.errors, ...document.warnings].map((error) => ({
    file,
    ...at(error.pos[0]),
    code: 'yaml',
    message: yamlMessage(error.code, error.message),
    hint: yamlHint(error.code),
  }));
}

function firstProblem(error: unknown, file: string): Problem {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const message = yamlMessage('', error instanceof YAMLException ? error.reason : String(error));
  return {
    file,
    line: (mark?.line ?? 0) + 1,
    column: (mark?.column ?? 0) + 1,
    code: 'yaml',
    message,
    hint: yamlHint(''),
  };
}

function refuseReferences({ document, at }: Placed, file: string): Problem[] {
  const problems: Problem[] = [];
  const report = (offset: number, message: string, hint: string) =>
    problems.push({ file, ...at(offset), code: 'yaml', message, hint });
  visit(document, {
    Alias: (_, node) =>
      report(
        node.range?.[0] ?? 0,
        `"*${node.source}" refers to another place of the file.`,
        'Write the value out; put text that begins with * in quotes.',
      ),
    Node: (_, node) => {
      const anchor = (node as { anchor?: string }).anchor;
      if (anchor)
        report(
          node.range?.[0] ?? 0,
          `"&${anchor}" names a value for use elsewhere.`,
          'Write the value out; put text that begins with & in quotes.',
        );
      if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) {
        report(
          node.range?.[0] ?? 0,
          `"${node.tag}" is a type tag.`,
          'Remove the tag; put text that begins with ! in quotes.',
        );
      }
    },
  });
  return problems;
}

function offsetOf(document: Document, path: Path, what: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node) ?? 0;
  path.forEach((step, index) => {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!isPair(pair)) {
        node = undefined;
        return;
      }
      const keyOffset = rangeStart(pair.key) ?? offset;
      const valueOffset = rangeStart(pair.value);
      offset =
        last && what === 'value' && valueOffset !== undefined && isScalar(pair.value)
          ? valueOffset
          : keyOffset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = rangeStart(node) ?? offset;
    } else {
      node = undefined;
    }
  });
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function yamlMessage(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This key stands twice.';
  if (code === 'TAB_AS_INDENT') return 'A tab is used to indent.';
  if (code === 'BAD_INDENT') return 'The indentation does not fit the lines above.';
  return `This is not valid YAML: ${message.split('\n')[0] ?? ''}.`.replace('..', '.');
}

function yamlHint(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two.';
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces, two for each level.';
  return 'Check the indentation and the line above; put text with ": " or "#" in quotes.';
}
