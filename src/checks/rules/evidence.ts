import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../guard/nearest.ts';
import { fileStart, type Problem, problemAt } from '../../guard/problem.ts';
import { rowsFile } from '../../schemas/evidence-set.ts';
import { type PlacedRow, readRows } from '../../schemas/read-rows.ts';
import type { Corpus, ReadContribution, Rule } from '../corpus.ts';

/** Every data set has its table; every row is sound, has an id of its own, and names sources and models that exist. */
export const evidence: Rule = (corpus) => {
  const seen = new Map<string, string>();
  return corpus.contributions
    .filter(({ collection }) => collection === 'evidence')
    .flatMap((contribution) => checkSet(contribution, corpus, seen));
};

function checkSet({ slug, main }: ReadContribution, corpus: Corpus, seen: Map<string, string>): Problem[] {
  const file = `evidence/${slug}/${rowsFile}`;
  const path = join(corpus.folder, file);
  if (!existsSync(path)) return [problemAt(file, fileStart, 'missing-file', { name: rowsFile })];
  const { placed, problems } = readRows(readFileSync(path), file);
  const cited = (main.facts.data as { cites?: unknown } | undefined)?.cites;
  const sources = Array.isArray(cited) ? cited.map(String) : [];
  return [...problems, ...placed.flatMap((row) => checkLinks(row, file, sources, corpus, seen))];
}

function checkLinks(
  { row, place }: PlacedRow,
  file: string,
  sources: readonly string[],
  corpus: Corpus,
  seen: Map<string, string>,
): Problem[] {
  const problems: Problem[] = [];
  if (seen.has(row.id)) problems.push(problemAt(file, place('id'), 'duplicate-id', { id: row.id }));
  seen.set(row.id, file);
  if (!sources.includes(row.source)) {
    const suggestion = nearest(row.source, sources);
    problems.push(problemAt(file, place('source'), 'unknown-source', { id: row.source, suggestion }));
  }
  if (row.model !== undefined && !corpus.has('management-models', row.model)) {
    const collection = 'management-models';
    const suggestion = nearest(row.model, corpus.slugs(collection));
    problems.push(
      problemAt(file, place('model'), 'dead-reference', { id: row.model, collection, suggestion }),
    );
  }
  return problems;
}
