import type { z } from 'zod';
import type { BodyNode } from '../guard/body.ts';
import type { ProblemCode } from '../guard/codes.ts';
import { confusableIn } from '../guard/confusable.ts';
import type { Facts } from '../guard/front-matter.ts';
import { nearest } from '../guard/nearest.ts';
import { fileStart, type Problem, problemAt, quoted } from '../guard/problem.ts';
import { codePoint, readSourceText } from '../guard/source-text.ts';
import { citationsIn, malformedCitation, splitCitations } from '../prose/citations.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import { claimedRemoval } from '../schemas/claim.ts';
import { collections } from '../schemas/collections.ts';
import { explain } from '../schemas/explain.ts';
import { slugPattern } from '../schemas/shared.ts';
import { citedKeys, keysAt, referencesOf } from '../schemas/walk.ts';
import type { Draft } from './draft.ts';
import { factsOf, formPath } from './facts.ts';
import type { Path } from './field.ts';
import type { FormData } from './form-data.ts';
import { collectionOf, formPlan, type WrittenForm } from './layout.ts';
import { readText } from './text.ts';
import { isRows, type Value } from './values.ts';

/** A problem of the check and the field it belongs to: a path of the values, of the story, or the folder's name. */
export interface Finding {
  readonly path: Path;
  readonly problem: Problem;
  /** Nothing stands there yet: said when somebody asks, not while they are still writing. */
  readonly missing: boolean;
}

/** What of the rest of the site the check must know. */
export type Known = Pick<FormData, 'entries' | 'libraryDois' | 'story'>;

/** Everything that the check would say of what a form holds, field by field, with the very schema and guard. */
export async function checkDraft(form: WrittenForm, draft: Draft, known: Known): Promise<Finding[]> {
  const collection = collectionOf(form);
  const schema: z.ZodType = collections[collection].schema;
  const { model } = formPlan(form);
  const facts = factsOf(model, draft.values);
  const file = 'index.mdx';
  const at = (path: readonly PropertyKey[]) => formPath(draft.values, path);
  const parsed = schema.safeParse(facts);
  const found: Finding[] = [
    ...slugFindings(draft),
    ...(parsed.success
      ? []
      : parsed.error.issues.flatMap((issue) => issueFindings(issue, facts, schema, file, at))),
    ...hiddenFindings(draft.values, file),
    ...(await storyFindings(draft.story, known, file)),
    ...sourceFindings({ facts, draft, schema, known, file, at, record: parsed.data }),
    ...(await equationFindings(facts, file, at)),
  ];
  if (form === 'case-study' && parsed.success) {
    const word = claimedRemoval(parsed.data as CaseStudy);
    if (word !== undefined)
      found.push(finding(['summary'], problemAt(file, fileStart, 'claim', { found: word })));
  }
  return unique(found);
}

const missingCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'missing-key',
  'missing-choice',
  'too-few',
  'empty',
  'no-figure',
  'missing-depth',
  'missing-substance',
  'missing-carbon',
  'missing-gwp',
  'missing-step-sources',
  'interval-half',
  'spread-half',
  'spread-empty',
  'unused-source',
]);

function finding(path: Path, problem: Problem): Finding {
  return { path, problem, missing: missingCodes.has(problem.code) };
}

/** The same words at the same field are said once. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ path, problem }) => {
    const key = JSON.stringify([path, problem.code, problem.values]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function slugFindings({ slug }: Draft): Finding[] {
  const name = slug.trim();
  return name === '' || slugPattern.test(name)
    ? []
    : [finding(['slug'], problemAt('index.mdx', fileStart, 'slug', { name: quoted(name) }))];
}

/** A form has no lines: every problem stands at the beginning of the file, and its path says where. */
function placeless(data: unknown): Facts {
  return { data, problems: [], place: () => fileStart };
}

export function issueFindings(
  issue: z.core.$ZodIssue,
  facts: unknown,
  schema: z.ZodType,
  file: string,
  at: (path: readonly PropertyKey[]) => Path,
): Finding[] {
  const keys = { keysAt: (path: readonly PropertyKey[]) => keysAt(schema, path), factsAt: () => [] };
  return explain([issue], placeless(facts), file, keys).map((problem) => finding(at(issue.path), problem));
}

/** Characters that nobody sees, in whatever field they were pasted. */
function hiddenFindings(value: Value, file: string, path: Path = []): Finding[] {
  if (typeof value === 'string') return sourceProblems(value, file).map((problem) => finding(path, problem));
  const parts = isRows(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([key, part]) => hiddenFindings(part, file, [...path, key]));
}

/** Characters that nobody sees, and letters that look like others. */
function sourceProblems(text: string, file: string): readonly Problem[] {
  const plain = text.replaceAll('\r\n', '\n');
  const alike = plain.split('\n').flatMap((line) => confusableIn(line) ?? []);
  return [
    ...readSourceText(new TextEncoder().encode(plain), file).problems,
    ...alike.map(({ word, character }) =>
      problemAt(file, fileStart, 'confusable', { found: quoted(word), character: codePoint(character) }),
    ),
  ];
}

async function storyFindings(story: Draft['story'], known: Known, file: string): Promise<Finding[]> {
  const all = await Promise.all(
    known.story.map(async ({ id }) => {
      const text = story[id] ?? '';
      if (text.trim() === '') return [];
      const problems = await textProblems(
        text,
        known.story.map(({ heading }) => heading),
        file,
      );
      return problems.map((problem) => finding(['story', id], problem));
    }),
  );
  return all.flat();
}

/** What the guard and the rules say of one section of a text. */
export async function textProblems(
  text: string,
  headings: readonly string[],
  file: string,
): Promise<Problem[]> {
  const { nodes, problems } = readText(text.replaceAll('\r\n', '\n'), file);
  const all = nodes.flatMap(within);
  const titles = all.flatMap((node) =>
    node.type === 'element' && node.tagName === 'h2' ? [plainText(node)] : [],
  );
  const malformed = textRuns(nodes).flatMap((run) =>
    [...run.matchAll(malformedCitation)]
      .filter(([match]) => splitCitations(match).some((part) => 'text' in part))
      .map(([match]) => problemAt(file, fileStart, 'citation-form', { found: quoted(match) })),
  );
  const tex = all.flatMap((node) => (node.type === 'element' && isMath(node) ? [plainText(node)] : []));
  return [
    ...sourceProblems(text, file),
    ...problems,
    ...titles.map((found) =>
      problemAt(file, fileStart, 'heading-unknown', { found: quoted(found), allowed: headings.join('; ') }),
    ),
    ...malformed,
    ...(await texProblems(tex, file)),
  ];
}

const within = (node: BodyNode): BodyNode[] => [
  node,
  ...(node.type === 'text' ? [] : node.children.flatMap(within)),
];
const plainText = (node: BodyNode): string =>
  node.type === 'text' ? node.value : node.children.map(plainText).join('');

function isMath({ tagName, properties }: Extract<BodyNode, { type: 'element' }>): boolean {
  const classes = properties['className'];
  return tagName === 'code' && Array.isArray(classes) && classes.includes('language-math');
}

/** The texts of a tree outside of code. */
function textRuns(nodes: readonly BodyNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node.value];
    return node.type === 'element' && node.tagName === 'code' ? [] : textRuns(node.children);
  });
}

/** The program that sets equations is heavy: it comes when there is one. */
async function texProblems(all: readonly string[], file: string): Promise<Problem[]> {
  if (all.length === 0) return [];
  const { equation } = await import('../prose/equation.ts');
  return all.flatMap((tex) => {
    try {
      equation(tex, true);
      return [];
    } catch (error) {
      const detail =
        error instanceof Error ? error.message.replace('KaTeX parse error: ', '') : String(error);
      return [problemAt(file, fileStart, 'equation', { found: quoted(tex), detail: quoted(detail) })];
    }
  });
}

interface Sourced {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly draft: Draft;
  readonly schema: z.ZodType;
  readonly known: Known;
  readonly file: string;
  readonly record: unknown;
  at(path: readonly PropertyKey[]): Path;
}

/** Citations have sources, sources are cited and stand once, references lead somewhere. */
function sourceFindings({ facts, draft, schema, known, file, record, at }: Sourced): Finding[] {
  const own = (Array.isArray(facts['sources']) ? facts['sources'] : []) as readonly {
    id?: unknown;
    DOI?: unknown;
  }[];
  const ids = own.map(({ id }) => String(id));
  const shared = known.entries['references'] ?? [];
  const isKnown = (key: string) => ids.includes(key) || shared.some(({ id }) => id === key);
  const unknown = (key: string) =>
    problemAt(file, fileStart, 'unknown-source', {
      id: quoted(key),
      suggestion: nearest(key, [...ids, ...shared.map(({ id }) => id)]),
    });
  const cited = citedKeys(schema, facts);
  const inStory = known.story.flatMap(({ id }) =>
    citationsIn(draft.story[id] ?? '').map((key) => ({ id, key })),
  );
  const used = new Set([...cited, ...inStory].map(({ key }) => key));
  const library = new Map(Object.entries(known.libraryDois).map(([id, doi]) => [doi.toLowerCase(), id]));
  return [
    ...cited.filter(({ key }) => !isKnown(key)).map(({ key, path }) => finding(at(path), unknown(key))),
    ...inStory.filter(({ key }) => !isKnown(key)).map(({ id, key }) => finding(['story', id], unknown(key))),
    ...ids.flatMap((id, index) =>
      used.has(id)
        ? []
        : [
            finding(
              at(['sources', index, 'id']),
              problemAt(file, fileStart, 'unused-source', { id: quoted(id) }),
            ),
          ],
    ),
    ...own.flatMap(({ id, DOI }, index) => {
      if (shared.some((entry) => entry.id === id))
        return [
          finding(
            at(['sources', index, 'id']),
            problemAt(file, fileStart, 'source-in-library', { id: String(id) }),
          ),
        ];
      const doi = typeof DOI === 'string' ? DOI.toLowerCase() : '';
      const twin = library.get(doi);
      if (twin === undefined) return [];
      const where = `references/${twin}.yaml`;
      return [
        finding(
          at(['sources', index, 'DOI']),
          problemAt(file, fileStart, 'duplicate-publication', { doi, where }),
        ),
      ];
    }),
    ...referencesOf(schema, record ?? facts).flatMap(({ to, slug, path }) => {
      const there = known.entries[to]?.map(({ id }) => id) ?? [];
      if (there.includes(slug)) return [];
      const values = { id: quoted(slug), collection: to, suggestion: nearest(slug, there) };
      return [finding(at(path), problemAt(file, fileStart, 'dead-reference', values))];
    }),
  ];
}

async function equationFindings(
  facts: Readonly<Record<string, unknown>>,
  file: string,
  at: (path: readonly PropertyKey[]) => Path,
): Promise<Finding[]> {
  const all = (Array.isArray(facts['equations']) ? facts['equations'] : []) as readonly {
    tex?: unknown;
    symbols?: unknown;
  }[];
  const texts = all.flatMap(({ tex, symbols }, index) => [
    { tex, path: ['equations', index, 'tex'] },
    ...(Array.isArray(symbols) ? symbols : []).map((symbol: { tex?: unknown }, place) => ({
      tex: symbol.tex,
      path: ['equations', index, 'symbols', place, 'tex'],
    })),
  ]);
  const found = await Promise.all(
    texts.map(async ({ tex, path }) =>
      typeof tex === 'string'
        ? (await texProblems([tex], file)).map((problem) => finding(at(path), problem))
        : [],
    ),
  );
  return found.flat();
}
