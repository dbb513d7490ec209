import { fileStart, problemAt } from '../../guard/problem.ts';
import type { Rule } from '../corpus.ts';

/** Words in a row that are compared. */
const length = 6;
/** One row of words in so many is kept, by its hash, so that a thousand texts are compared in an instant. */
const sampling = 8;
const fewestKept = 6;
const similar = 0.5;

/** Texts of which half stands in another contribution too: probably one project twice. */
export const nearCopies: Rule = ({ contributions }) => {
  const texts = contributions.flatMap(({ main }) => {
    const rows = main.text ? sampledRows(main.body) : new Set<number>();
    return rows.size >= fewestKept ? [{ file: main.file, rows }] : [];
  });
  const holders = new Map<number, number[]>();
  texts.forEach(({ rows }, at) => {
    for (const row of rows) {
      const others = holders.get(row);
      if (others) others.push(at);
      else holders.set(row, [at]);
    }
  });
  return texts.flatMap(({ file, rows }, at) => {
    const shared = new Map<number, number>();
    for (const row of rows) {
      const others = holders.get(row) ?? [];
      if (others.length > mostHolders) continue;
      for (const other of others) if (other !== at) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const [closest, count] = [...shared].sort((a, b) => b[1] - a[1])[0] ?? [];
    const where = closest === undefined ? undefined : texts[closest]?.file;
    if (where === undefined || count === undefined || count / rows.size < similar) return [];
    return [problemAt(file, fileStart, 'near-copy', { where, share: Math.round((count / rows.size) * 100) })];
  });
};

/** Rows of words that very many texts share are phrases of the template. */
const mostHolders = 50;

/** Hashes of the rows of words of a text, of which a part is kept that is the same part in every text. */
function sampledRows(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashOf);
  const rows = new Set<number>();
  for (let at = 0; at + length <= hashes.length; at += 1) {
    let row = 0;
    for (let index = at; index < at + length; index += 1)
      row = (Math.imul(row, 0x01000193) ^ (hashes[index] ?? 0)) >>> 0;
    row = Math.imul(row ^ (row >>> 15), 0x2c1b3c6d) >>> 0;
    if (row % sampling === 0) rows.add(row);
  }
  return rows;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
