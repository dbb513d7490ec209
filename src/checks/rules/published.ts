import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../guard/nearest.ts';
import { type Problem, problemAt, quoted } from '../../guard/problem.ts';
import { isPlainFile } from '../../schemas/content-files.ts';
import { readEntry } from '../../schemas/read-entry.ts';
import type { Collection } from '../../schemas/shared.ts';
import { addressed, publishedFile, tombstones, tombstonesFile } from '../../schemas/tombstone.ts';
import type { Corpus, Rule } from '../corpus.ts';

/** An address that was once published keeps its entry or gets a tombstone; a tombstone stands where nothing else is. */
export const published: Rule = (corpus) => {
  const { folder } = corpus;
  const text = isPlainFile(join(folder, publishedFile))
    ? readFileSync(join(folder, publishedFile), 'utf8')
    : '';
  const lines = text.split(/\r?\n/);
  if (!isPlainFile(join(folder, tombstonesFile))) return gone(lines, corpus, new Set());
  const file = readEntry(tombstones, readFileSync(join(folder, tombstonesFile)), tombstonesFile);
  if (!file.record) return [...file.problems];
  const removed = file.record.tombstones;
  const wrong = removed.flatMap(({ was, instead }, index): Problem[] => {
    const at = (key: string) => file.facts.place(['tombstones', index, key], 'value');
    return [
      ...(stands(corpus, was)
        ? [problemAt(tombstonesFile, at('was'), 'tombstone-alive', { name: quoted(was) })]
        : []),
      ...(instead !== undefined && !stands(corpus, instead)
        ? [
            problemAt(tombstonesFile, at('instead'), 'tombstone-instead', {
              found: quoted(instead),
              suggestion: nearest(instead, all(corpus)),
            }),
          ]
        : []),
    ];
  });
  return [...file.problems, ...wrong, ...gone(lines, corpus, new Set(removed.map(({ was }) => was)))];
};

function gone(lines: readonly string[], corpus: Corpus, removed: ReadonlySet<string>): Problem[] {
  return lines.flatMap((line, index) => {
    const name = line.trim();
    if (name === '' || removed.has(name) || stands(corpus, name)) return [];
    return [
      problemAt(publishedFile, { line: index + 1, column: 1 }, 'published-gone', { name: quoted(name) }),
    ];
  });
}

function stands(corpus: Corpus, address: string): boolean {
  const [collection = '', slug = ''] = address.split('/');
  return addressed.some((name) => name === collection) && corpus.has(collection as Collection, slug);
}

function all(corpus: Corpus): string[] {
  return addressed.flatMap((name) => corpus.slugs(name).map((slug) => `${name}/${slug}`));
}
