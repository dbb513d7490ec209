/**
 * Rank correlation between inputs whose distributions stay as they are: Iman & Conover (1982), Commun. Stat.
 * Simul. Comput. 11:311-334, doi:10.1080/03610918208812265, with van der Waerden scores and their correction
 * for the correlation that the scores have by chance (their matrix S, section 4).
 */
import { cholesky, type Matrix, type MatrixLike, multiply, solve, transpose } from './linear-algebra.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Random } from './random.ts';

/** Correlation of normal scores whose ranks correlate by `rank` (Pearson 1907: rho = 2 sin(pi rank/6)). */
export function scoreCorrelation(rank: number): number {
  if (!(rank >= -1 && rank <= 1))
    throw new RangeError(`rank is ${rank}; a correlation from -1 to 1 is needed`);
  return 2 * Math.sin((Math.PI * rank) / 6);
}

/** Normal scores in random order, standardised. */
function scores(n: number, random: Random): Float64Array {
  const column = Float64Array.from({ length: n }, (_, i) => normalQuantile((i + 1) / (n + 1)));
  for (let i = n - 1; i > 0; i -= 1) {
    const j = Math.floor(random.next() * (i + 1));
    [column[i], column[j]] = [column[j] as number, column[i] as number]; // i and j are below n
  }
  const scale = Math.sqrt(column.reduce((total, z) => total + z * z, 0) / n);
  return column.map((z) => z / scale);
}

function correlations(columns: readonly Float64Array[]): Matrix {
  return columns.map((a) =>
    Float64Array.from(columns, (b) => a.reduce((t, z, i) => t + z * (b[i] as number), 0) / a.length),
  );
}

/** Place of each value in ascending order, 0 first; equal values take places next to each other. */
function places(values: Float64Array): Uint32Array {
  const sorted = values.slice().sort();
  const taken = new Uint32Array(values.length);
  return Uint32Array.from(values, (value) => {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    const place = low + (taken[low] as number);
    taken[low] = (taken[low] as number) + 1;
    return place;
  });
}

/**
 * The same columns, each re-ordered so that their rank correlations are near `rank`.
 * @param columns samples of one length, independent of each other
 * @param rank symmetric matrix of Spearman correlations, 1 on its diagonal
 * @throws RangeError where `rank` is no correlation matrix of normal scores (not positive definite)
 */
export function rankCorrelated(
  columns: readonly Float64Array[],
  rank: MatrixLike,
  random: Random,
): Float64Array[] {
  const n = columns[0]?.length ?? 0;
  if (columns.length < 2) return columns.map((column) => column.slice());
  const target = rank.map((row) => Float64Array.from(row, scoreCorrelation));
  for (const [i, row] of target.entries()) row[i] = 1;
  let wanted: Matrix;
  try {
    wanted = cholesky(target);
  } catch {
    throw new RangeError('correlation is not positive definite: these pairs cannot hold together');
  }
  const raw = columns.map(() => scores(n, random));
  const actual = cholesky(correlations(raw));
  // R* = R (P Q^-1)': rows of the mixing matrix P Q^-1, by solving with Q transposed.
  const qTransposed = transpose(actual);
  const mixing = wanted.map((row) => solve(qTransposed, row));
  const mixed = multiply(mixing, raw);
  return columns.map((column, j) => {
    const sorted = column.slice().sort();
    return Float64Array.from(places(mixed[j] as Float64Array), (place) => sorted[place] as number);
  });
}
