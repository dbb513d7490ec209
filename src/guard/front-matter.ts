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
import type { ProblemCode } from './codes.ts';
import { fileStart, type Place, type Problem, problemAt, quoted } from './problem.ts';

type Path = readonly PropertyKey[];

/** YAML that was read as plain data: no tags, no anchors, no merge keys, no duplicate keys. */
export interface Facts {
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** Line and column of the value at a path, or of its key. */
  place(path: Path, what?: 'key' | 'value'): Place;
}

export interface Parts {
  readonly yaml: string;
  /** The text below the front matter, with empty lines in place of it, so that line numbers stay true. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

const fence = '---';
/** Where js-yaml stops. */
const deepest = 100;
/** Facts of real contributions have up to 40 000 characters; the parser that knows places is slow beyond. */
const longest = 150_000;

/** Splits a contribution into front matter and text. */
export function splitFrontMatter(text: string, file: string): Parts {
  const fail = (problem: Problem): Parts => ({ yaml: '', body: '', problems: [problem] });
  const lines = text.split('\n');
  const first = lines[0] ?? '';
  if (first.trimEnd() !== fence) {
    const code = /^---\s*\S/.test(first) ? 'front-matter-language' : 'front-matter-missing';
    return fail(problemAt(file, fileStart, code, { found: quoted(first) }));
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
  if (end < 0) return fail(problemAt(file, fileStart, 'front-matter-open', {}));
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
  if (yaml.length > longest) {
    const values = { size: Math.ceil(yaml.length / 1e5) / 10, limit: longest / 1e6 };
    const problems = [problemAt(file, fileStart, 'file-too-large', values)];
    return { data: undefined, problems, place: () => fileStart };
  }
  const problems: Problem[] = [];
  let data: unknown;
  try {
    data = load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    problems.push(...whyUnread(error, yaml, file));
  }
  if (problems.length === 0 && /[&*!]/.test(yaml)) problems.push(...refuseReferences(places(), file));
  if (problems.length === 0 && /__proto__|constructor|prototype|\\[xuU]/.test(yaml))
    problems.push(...refuseReserved(places(), file));
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
  at(offset: number): Place;
}

function readPlaces(yaml: string): Placed {
  const counter = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const parse = (text: string) =>
    parseDocument(text, {
      lineCounter: counter,
      schema: 'core',
      version: '1.2',
      uniqueKeys: false, // the other parser says so, and faster
      prettyErrors: false,
      logLevel: 'silent',
    });
  try {
    return { document: parse(yaml), at };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { document: parse(''), at }; // nested so deep that the parser ran out of stack
  }
}

/** What stands in the way of reading a text as YAML. The first slip is enough: those after it follow from it. */
function whyUnread(error: unknown, yaml: string, file: string): Problem[] {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const reason = error instanceof YAMLException ? (error.reason ?? '') : '';
  const lines = yaml.split('\n');
  const lastLine = lines.findLastIndex((line) => line.trim() !== '') + 1;
  const line = Math.max(1, Math.min((mark?.line ?? 0) + 1, lastLine));
  const here = { line, column: line === (mark?.line ?? 0) + 1 ? (mark?.column ?? 0) + 1 : 1 };
  if (reason.includes('maxDepth')) return [problemAt(file, here, 'yaml-depth', { limit: deepest })];
  const found = (at: Place) => quoted(lines[at.line - 1] ?? '');
  if (reason.includes('duplicated mapping key')) {
    const key = /^([^:]*):/.exec((lines[line - 1] ?? '').slice(here.column - 1))?.[1];
    return [problemAt(file, here, 'yaml-duplicate-key', { key: quoted(key ?? found(here)) })];
  }
  if (reason.startsWith('unidentified alias'))
    return [problemAt(file, here, 'yaml-alias', { found: `*${reason.split('"')[1] ?? ''}` })];
  if (reason.startsWith('unknown') && reason.includes('tag'))
    return [problemAt(file, here, 'yaml-tag', { found: /![^\s>"]*/.exec(found(here))?.[0] ?? found(here) })];
  const opened = lines.slice(0, line).findIndex(opensQuote) + 1;
  if (opened > 0) {
    const place = { line: opened, column: (lines[opened - 1] ?? '').search(/["']/) + 1 };
    return [problemAt(file, place, 'yaml-quote', { found: found(place) })];
  }
  const bracket = openBracket(lines.slice(0, line));
  if (bracket) return [problemAt(file, bracket, 'yaml-syntax', { found: found(bracket) })];
  const placed =
    (lines[line - 1] ?? '').length < 2000 ? readPlaces(lines.slice(0, line + 1).join('\n')) : undefined;
  const [first] = placed?.document.errors ?? [];
  const from = first && placed ? placed.at(first.pos[0]) : here;
  const place = from.line <= lastLine ? from : here;
  const code = syntaxCode(first?.code, lines[place.line - 1] ?? '', reason);
  const deeper = code === 'yaml-colon' ? deeperKey(lines, place.line) : undefined;
  if (deeper) return [problemAt(file, deeper, 'yaml-indentation', { found: found(deeper) })];
  return [{ file, ...place, code, values: { found: found(place) } }];
}

/** Whether a value begins with a quote that does not end with its line, or goes on after its end. */
function opensQuote(line: string): boolean {
  const value = /^\s*(?:- )?(?:[\w.-]+:\s+)?(["'])(.*)$/.exec(line);
  if (!value) return false;
  const [, quote = '', rest = ''] = value;
  const inside = quote === '"' ? /^(?:[^"\\]|\\.)*"\s*(?:#.*|:.*)?$/ : /^(?:[^']|'')*'\s*(?:#.*|:.*)?$/;
  return !inside.test(rest);
}

/** A key below a value and deeper than it, which YAML takes for more of the value. */
function deeperKey(lines: readonly string[], line: number): Place | undefined {
  const above = lines[line - 1] ?? '';
  const below = lines[line] ?? '';
  const indent = below.search(/\S/);
  if (/^\s*(?:- )?[\w.-]+:.*:\s/.test(above) || !/^\s*[\w.-]+:(?:\s|$)/.test(below)) return undefined;
  return indent > above.search(/\S/) ? { line: line + 1, column: indent + 1 } : undefined;
}

/** The last bracket that begins a value and is not closed again. */
function openBracket(lines: readonly string[]): Place | undefined {
  let balance = 0;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    balance += (line.match(/[[{]/g)?.length ?? 0) - (line.match(/[\]}]/g)?.length ?? 0);
    if (balance > 0 && /^\s*(?:- )?[\w.-]+:\s+[[{]/.test(line))
      return { line: at + 1, column: line.search(/[[{]/) + 1 };
  }
  return undefined;
}

function syntaxCode(code: string | undefined, line: string, reason: string): ProblemCode {
  if (/^\s*\t/.test(line) || code === 'TAB_AS_INDENT') return 'yaml-tab';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || reason.includes('nested mappings')) return 'yaml-colon';
  if (code === 'BAD_SCALAR_START' || /:\s+[[{@%`]/.test(line)) return 'yaml-syntax';
  return code === 'BAD_INDENT' || reason.includes('indentation of a mapping entry')
    ? 'yaml-indentation'
    : 'yaml-syntax';
}

function refuseReferences({ document, at }: Placed, file: string): Problem[] {
  const problems: Problem[] = [];
  const report = (code: 'yaml-alias' | 'yaml-anchor' | 'yaml-tag', node: unknown, found: string) =>
    problems.push(problemAt(file, at(rangeStart(node) ?? 0), code, { found: quoted(found) }));
  visit(document, {
    Alias: (_, node) => {
      report('yaml-alias', node, `*${node.source}`);
    },
    Node: (_, node) => {
      const anchor = (node as { anchor?: string }).anchor;
      if (anchor) report('yaml-anchor', node, `&${anchor}`);
      if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) report('yaml-tag', node, node.tag);
    },
  });
  return problems;
}

/** Keys that JavaScript gives a meaning of its own. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

function refuseReserved({ document, at }: Placed, file: string): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      const name = isScalar(key) ? String(key.value) : '';
      if (reserved.has(name))
        problems.push(problemAt(file, at(rangeStart(key) ?? 0), 'reserved-key', { key: name }));
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
      const pair = node.items.find((item) => isNode(item.key) && String(item.key.toJSON()) === String(step));
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
