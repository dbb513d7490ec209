import type { z } from 'zod';
import { type Facts, readFacts, splitFrontMatter } from '../guard/front-matter.ts';
import type { Problem } from '../guard/problem.ts';
import { readSourceText } from '../guard/source-text.ts';
import { typingSlips } from '../guard/typing.ts';
import { explain } from './explain.ts';
import { keysAt } from './walk.ts';

/** A contribution's file read against its schema: the one way from bytes to a typed record. */
export interface ReadEntry<T = unknown> {
  /** Undefined where the facts do not fit the schema. */
  readonly record: T | undefined;
  readonly facts: Facts;
  /** The text below the front matter, at its true line numbers; empty for a YAML file. */
  readonly body: string;
  /** The file as text; empty where it could not be read. */
  readonly source: string;
  readonly problems: readonly Problem[];
}

/** `original` is the schema of the facts when the file is a translation: it tells facts from typing slips. */
export function readEntry<T>(
  schema: z.ZodType<T>,
  bytes: Uint8Array,
  file: string,
  original?: z.ZodType,
): ReadEntry<T> {
  const source = readSourceText(bytes, file);
  const parts = file.endsWith('.mdx')
    ? splitFrontMatter(source.text, file)
    : { yaml: source.text, body: '', problems: [] };
  const facts = readFacts(parts.yaml, file);
  const slips = typingSlips(parts.yaml, file);
  const slipped = new Set(slips.map(({ line }) => line));
  /** What follows from a slip of typing is not said of the same line again. */
  const unsaid = (found: readonly Problem[]) => found.filter(({ line }) => !slipped.has(line));
  const problems = [...source.problems, ...parts.problems, ...slips, ...unsaid(facts.problems)];
  if (facts.data === undefined || parts.problems.length > 0) {
    return { record: undefined, facts, body: parts.body, source: source.text, problems };
  }
  const parsed = schema.safeParse(facts.data);
  if (parsed.success) return { record: parsed.data, facts, body: parts.body, source: source.text, problems };
  problems.push(
    ...unsaid(
      explain(parsed.error.issues, facts, file, {
        keysAt: (path) => keysAt(schema, path),
        factsAt: (path) => (original ? keysAt(original, path) : []),
      }),
    ),
  );
  return { record: undefined, facts, body: parts.body, source: source.text, problems };
}
