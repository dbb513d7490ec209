import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../guard/nearest.ts';
import { type Problem, problemAt, quoted } from '../../guard/problem.ts';
import { isPlainFile } from '../../schemas/content-files.ts';
import { neutrality, neutralityFile } from '../../schemas/neutrality.ts';
import { type ReadEntry, readEntry } from '../../schemas/read-entry.ts';
import { citedKeys } from '../../schemas/walk.ts';
import type { Corpus, Rule } from '../corpus.ts';

/** The figures that removals are held against fit their schema, and each has its source in the shared library. */
export const neutralityFigures: Rule = (corpus) => {
  const file = read(corpus);
  if (!file) return [];
  const shared = corpus.slugs('references');
  const unknown = citedKeys(neutrality, file.record).flatMap(({ key, path }): Problem[] =>
    shared.includes(key)
      ? []
      : [
          problemAt(neutralityFile, file.facts.place(path, 'value'), 'unknown-source', {
            id: quoted(key),
            suggestion: nearest(key, shared),
          }),
        ],
  );
  return [...file.problems, ...unknown];
};

/** Keys of sources that the file cites. */
export function citedByNeutrality(corpus: Corpus): readonly string[] {
  return citedKeys(neutrality, read(corpus)?.record).map(({ key }) => key);
}

function read({ folder }: Corpus): ReadEntry | undefined {
  const path = join(folder, neutralityFile);
  return isPlainFile(path) ? readEntry(neutrality, readFileSync(path), neutralityFile) : undefined;
}
