import type { BodyNode } from '../../guard/body.ts';
import type { ValuesOf } from '../../guard/codes.ts';
import { certain, nearest } from '../../guard/nearest.ts';
import { type Problem, problemAt, quoted } from '../../guard/problem.ts';
import { citationsIn, malformedCitation, splitCitations } from '../../prose/citations.ts';
import type { Source } from '../../schemas/source.ts';
import { citedKeys } from '../../schemas/walk.ts';
import { atFact, type Corpus, type ReadContribution, type ReadFile, type Rule } from '../corpus.ts';
import { citedByNeutrality } from './neutrality.ts';

/** Every citation has a source, every source is cited, and no publication stands twice. */
export const citations: Rule = (corpus) => [
  ...corpus.contributions.flatMap((contribution) => [
    ...unknownSources(contribution, corpus),
    ...unusedSources(contribution),
  ]),
  ...unusedReferences(corpus),
  ...repeatedPublications(corpus),
];

/** More is not said of one run of text: nobody reads it. */
const mostPerText = 50;

function unknownSources(contribution: ReadContribution, corpus: Corpus): Problem[] {
  const { schema, main, translations, sources } = contribution;
  if (main.facts.data === undefined) return [];
  const shared = corpus.slugs('references');
  const known = (key: string) => sources.has(key) || shared.includes(key);
  const values = (id: string) => ({
    id: quoted(id),
    suggestion: nearest(id, [...sources.keys(), ...shared]),
  });
  const editOf = (key: string, mark = '') => {
    const meant = certain(key, [...sources.keys(), ...shared]);
    return meant === undefined ? undefined : { from: mark + key, to: mark + meant };
  };
  const inFacts = citedKeys(schema, main.record)
    .filter(({ key }) => !known(key))
    .map(({ key, path }) => atFact(main, path, 'unknown-source', values(key), 'value', editOf(key)));
  const inTexts = [main, ...translations].flatMap((file) =>
    textRuns(file).flatMap(({ text, line, column }) => {
      if (!text.includes('@')) return [];
      const place = (at: number) => placeIn(text, at, line, column);
      const cited = new Set(citationsIn(text));
      const unknown = [...text.matchAll(/@([a-z0-9-]+)/g)].flatMap(({ 1: key = '', index }) =>
        cited.has(key) && !known(key)
          ? [problemAt(file.file, place(index), 'unknown-source', values(key), editOf(key, '@'))]
          : [],
      );
      const malformed = [...text.matchAll(malformedCitation)]
        .filter(([found]) => splitCitations(found).some((run) => 'text' in run))
        .map((match) =>
          problemAt(file.file, place(match.index), 'citation-form', { found: quoted(match[0]) }),
        );
      return [...unknown, ...malformed].slice(0, mostPerText);
    }),
  );
  return [...inFacts, ...inTexts, ...inCompiled(contribution, known, values)];
}

/** Maintainers' compiled pages cite with a component. */
function inCompiled(
  { main, translations }: ReadContribution,
  known: (key: string) => boolean,
  values: (key: string) => ValuesOf<'unknown-source'>,
): Problem[] {
  return [main, ...translations]
    .filter(({ text }) => text === undefined)
    .flatMap(({ body, file }) =>
      citationsIn(body)
        .filter((key) => !known(key))
        .map((key) =>
          problemAt(file, placeIn(body, body.indexOf(`"${key}"`), 1, 1), 'unknown-source', values(key)),
        ),
    );
}

function unusedSources({ schema, main, translations, sources }: ReadContribution): Problem[] {
  if (main.record === undefined || main.text?.problems.length) return [];
  const cited = new Set([
    ...citedKeys(schema, main.record).map(({ key }) => key),
    ...[main, ...translations].flatMap(({ body }) => citationsIn(body)),
  ]);
  return [...sources.keys()].flatMap((key, index) =>
    cited.has(key) ? [] : [atFact(main, ['sources', index, 'id'], 'unused-source', { id: quoted(key) })],
  );
}

function unusedReferences(corpus: Corpus): Problem[] {
  const cited = new Set(
    corpus.contributions.flatMap(({ schema, main, translations }) => [
      ...citedKeys(schema, main.record).map(({ key }) => key),
      ...[main, ...translations].flatMap(({ body }) => citationsIn(body)),
    ]),
  );
  for (const key of citedByNeutrality(corpus)) cited.add(key);
  return corpus.contributions
    .filter(({ collection, slug }) => collection === 'references' && !cited.has(slug))
    .map(({ slug, main }) => atFact(main, [], 'unused-reference', { id: slug }));
}

/** The same DOI in two places belongs into the shared library, once; an id there is not used again. */
function repeatedPublications(corpus: Corpus): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, string>();
  const shared = new Set(corpus.slugs('references'));
  const ordered = [...corpus.contributions].sort(
    (a, b) => Number(b.collection === 'references') - Number(a.collection === 'references'),
  );
  for (const contribution of ordered) {
    const { collection, slug, main } = contribution;
    const own: [string, Source, (string | number)[]][] =
      collection === 'references'
        ? [[slug, (main.facts.data ?? {}) as Source, ['DOI']]]
        : [...contribution.sources.entries()].map(([key, source], index) => [
            key,
            source,
            ['sources', index, 'id'],
          ]);
    for (const [key, source, path] of own) {
      if (collection !== 'references' && shared.has(key)) {
        problems.push(atFact(main, path, 'source-in-library', { id: quoted(key) }));
        continue;
      }
      const doi = typeof source.DOI === 'string' ? source.DOI.toLowerCase() : undefined;
      if (!doi) continue;
      const where = first.get(doi);
      if (where !== undefined) {
        problems.push(atFact(main, path, 'duplicate-publication', { doi: quoted(doi), where }));
      } else first.set(doi, main.file);
    }
  }
  return problems;
}

interface PlacedText {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The texts of a tree outside of code, with their places. */
function textRuns(file: ReadFile): PlacedText[] {
  const collect = (node: BodyNode): PlacedText[] => {
    if (node.type === 'text') {
      const start = node.position?.start;
      return start ? [{ text: node.value, line: start.line, column: start.column }] : [];
    }
    if (node.type === 'element' && node.tagName === 'code') return [];
    return node.children.flatMap(collect);
  };
  return (file.text?.nodes ?? []).flatMap(collect);
}

function placeIn(text: string, at: number, line: number, column: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(at, 0)).split('\n');
  const last = before.at(-1) ?? '';
  return {
    line: line + before.length - 1,
    column: before.length > 1 ? last.length + 1 : column + last.length,
  };
}
