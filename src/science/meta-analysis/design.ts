/**
 * The algebra of weighted regression that all models share, without a matrix of k by k: for weights w,
 * P = W - W X (X'WX)^-1 X'W enters only through traces and through P y = w (y - fitted). `as number` stands where
 * an index is within bounds by construction.
 */
import type { Matrix, MatrixLike } from '../linear-algebra.ts';

/** Moderators as orthonormal columns: P does not depend on the basis, and rounding errors stay small. */
export interface Design {
  /** Studies. */
  readonly k: number;
  /** Coefficients. */
  readonly p: number;
  readonly columns: readonly Float64Array[];
  /** Coefficients of the moderators as they were given = `back` times those of `columns`. */
  readonly back: Matrix;
}

/**
 * Orthonormal columns with the span of `rows` (Gram-Schmidt, each column twice: Golub & Van Loan 2013, 5.2.8).
 * @throws RangeError where a column depends on those before it
 */
export function designOf(rows: MatrixLike): Design {
  const k = rows.length;
  const p = rows[0]?.length ?? 0;
  const columns: Float64Array[] = [];
  const back: Float64Array[] = Array.from({ length: p }, () => new Float64Array(p));
  for (let j = 0; j < p; j += 1) {
    const column = Float64Array.from(rows, (row) => row[j] as number);
    const combination = new Float64Array(p);
    combination[j] = 1;
    const before = Math.sqrt(dot(column, column));
    for (const _ of ['once', 'twice']) {
      for (const [i, other] of columns.entries()) {
        const share = dot(column, other);
        for (let a = 0; a < k; a += 1) column[a] = (column[a] as number) - share * (other[a] as number);
        for (let a = 0; a < p; a += 1) {
          combination[a] = (combination[a] as number) - share * (back[a]?.[i] as number);
        }
      }
    }
    const length = Math.sqrt(dot(column, column));
    if (!(length > 1e-10 * before)) throw new RangeError(`moderator ${j} depends on those before it`);
    columns.push(column.map((value) => value / length));
    for (let a = 0; a < p; a += 1) (back[a] as Float64Array)[j] = (combination[a] as number) / length;
  }
  return { k, p, columns, back };
}

/** The design of a plain mean. */
export function meanDesign(k: number): Design {
  return designOf(Array.from({ length: k }, () => [1]));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** X' diag(factor) X, `factor` a function of the place of the study. */
function cross({ columns, k }: Design, factor: (i: number) => number): Matrix {
  const out = columns.map(() => new Float64Array(columns.length));
  for (let a = 0; a < columns.length; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const left = columns[a] as Float64Array;
      const right = columns[b] as Float64Array;
      let sum = 0;
      for (let i = 0; i < k; i += 1) sum += (left[i] as number) * (right[i] as number) * factor(i);
      (out[a] as Float64Array)[b] = sum;
      (out[b] as Float64Array)[a] = sum;
    }
  }
  return out;
}

/**
 * Inverse and ln of the determinant of a positive definite matrix by the sweep operator (Goodnight 1979, Am. Stat.
 * 33:149). X'WX is one wherever the columns are orthonormal and the weights above 0, so nothing needs checking here.
 */
function sweep(matrix: Matrix): { readonly inverse: Matrix; readonly logDeterminant: number } {
  const a = matrix.map((row) => row.slice());
  let logDeterminant = 0;
  for (const [k, top] of a.entries()) {
    const pivot = top[k] as number;
    logDeterminant += Math.log(pivot);
    for (let j = 0; j < top.length; j += 1) top[j] = (top[j] as number) / pivot;
    top[k] = 1 / pivot;
    for (const [i, row] of a.entries()) {
      if (i === k) continue;
      const factor = row[k] as number;
      row[k] = 0;
      for (let j = 0; j < row.length; j += 1) row[j] = (row[j] as number) - factor * (top[j] as number);
    }
  }
  return { inverse: a, logDeterminant };
}

function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => {
    const out = new Float64Array(row.length);
    for (let i = 0; i < row.length; i += 1) {
      const other = b[i] as Float64Array;
      for (let j = 0; j < out.length; j += 1)
        out[j] = (out[j] as number) + (row[i] as number) * (other[j] as number);
    }
    return out;
  });
}

/** Trace of a product of square matrices. */
function traceOf(a: Matrix, b: Matrix): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < a.length; j += 1) sum += (a[i]?.[j] as number) * (b[j]?.[i] as number);
  }
  return sum;
}

export interface Weighted {
  readonly w: Float64Array;
  /** (X'WX)^-1 in the orthonormal basis. */
  readonly inverse: Matrix;
  /** ln |X'WX| but for a constant of the basis. */
  readonly logDeterminant: number;
  /** Coefficients in the orthonormal basis. */
  readonly gamma: Float64Array;
  /** y - fitted. */
  readonly residuals: Float64Array;
  /** sum w r^2 */
  readonly q: number;
}

/** Weighted least squares with weights 1/(v + tau2). */
export function weigh(y: Float64Array, v: Float64Array, tau2: number, design: Design): Weighted {
  const { k, columns } = design;
  const w = new Float64Array(k);
  for (let i = 0; i < k; i += 1) w[i] = 1 / ((v[i] as number) + tau2);
  const { inverse, logDeterminant } = sweep(cross(design, (i) => w[i] as number));
  const right = new Float64Array(columns.length);
  const residuals = Float64Array.from(y);
  for (const [j, column] of columns.entries()) {
    let sum = 0;
    for (let i = 0; i < k; i += 1) sum += (column[i] as number) * (w[i] as number) * (y[i] as number);
    right[j] = sum;
  }
  const gamma = Float64Array.from(inverse, (row) => dot(row, right));
  for (const [j, column] of columns.entries()) {
    const factor = gamma[j] as number;
    for (let i = 0; i < k; i += 1) residuals[i] = (residuals[i] as number) - factor * (column[i] as number);
  }
  let q = 0;
  for (let i = 0; i < k; i += 1) q += (w[i] as number) * (residuals[i] as number) ** 2;
  return { w, inverse, logDeterminant, gamma, residuals, q };
}

export interface Traces {
  /** tr P */
  readonly p: number;
  /** tr PP */
  readonly pp: number;
}

/** Traces of P and PP; both are above 0 while no variance is less than 1e-8 of another. */
export function traces(design: Design, fit: Weighted): Traces {
  if (design.p === 1) return meanTraces(fit.w);
  const { w, inverse: a } = fit;
  let one = 0;
  let two = 0;
  for (let i = 0; i < w.length; i += 1) {
    const weight = w[i] as number;
    one += weight;
    two += weight * weight;
  }
  // With A = (X'WX)^-1: tr P = sum w - tr(A X'W^2 X), and so on for each power.
  const second = product(
    cross(design, (i) => (w[i] as number) ** 2),
    a,
  );
  const third = cross(design, (i) => (w[i] as number) ** 3);
  const p = one - trace(second);
  const pp = two - 2 * traceOf(third, a) + traceOf(second, second);
  // Where one weight outdoes all others the difference has no digits left: tr PP >= (tr P)^2/rank (Cauchy-Schwarz).
  return { p, pp: Math.max(pp, p ** 2 / (design.k - design.p)) };
}

/**
 * The traces for a plain mean as sums of positive terms, which keep their digits whatever the weights: with S = sum w,
 * tr P = sum w_i (S - w_i)/S, tr PP = sum w_i^2 ((S - w_i)^2 + sum_{j != i} w_j^2)/S^2.
 */
function meanTraces(w: Float64Array): Traces {
  const k = w.length;
  const above = new Float64Array(k); // sums over all that follow
  const squaresAbove = new Float64Array(k);
  for (let i = k - 2; i >= 0; i -= 1) {
    const next = w[i + 1] as number;
    above[i] = (above[i + 1] as number) + next;
    squaresAbove[i] = (squaresAbove[i + 1] as number) + next * next;
  }
  const total = (above[0] as number) + (w[0] as number);
  let p = 0;
  let pp = 0;
  let below = 0;
  let squaresBelow = 0;
  for (let i = 0; i < k; i += 1) {
    const weight = w[i] as number;
    const others = below + (above[i] as number);
    p += weight * others;
    pp += weight * weight * (others * others + squaresBelow + (squaresAbove[i] as number));
    below += weight;
    squaresBelow += weight * weight;
  }
  return { p: p / total, pp: pp / total / total };
}

function trace(matrix: Matrix): number {
  return matrix.reduce((sum, row, i) => sum + (row[i] as number), 0);
}

/** tr PVPV and tr PVP with V = diag(v), for the error of the Paule-Mandel estimate. */
export function varianceTraces(design: Design, { w, inverse: a }: Weighted, v: Float64Array) {
  const u = w.map((weight, i) => weight * (v[i] as number));
  const sums = w.reduce(
    ({ uu, uw }, weight, i) => ({ uu: uu + (u[i] as number) ** 2, uw: uw + (u[i] as number) * weight }),
    { uu: 0, uw: 0 },
  );
  const at = (list: Float64Array, i: number) => list[i] as number;
  const ww = product(
    cross(design, (i) => at(w, i) ** 2),
    a,
  );
  const uw = product(
    cross(design, (i) => at(u, i) * at(w, i)),
    a,
  );
  const uuw = cross(design, (i) => at(u, i) ** 2 * at(w, i));
  const uww = cross(design, (i) => at(u, i) * at(w, i) ** 2);
  return {
    pvpv: sums.uu - 2 * traceOf(uuw, a) + traceOf(uw, uw),
    pvp: sums.uw - 2 * traceOf(uww, a) + traceOf(uw, ww),
  };
}
