/**
 * Small dense matrices: an array of rows. Algorithms: Golub & Van Loan (2013), Matrix Computations, 4th ed.;
 * the matrix exponential by Higham (2005), SIAM J. Matrix Anal. Appl. 26:1179, doi:10.1137/04061101X.
 * No function changes its arguments. `as number` stands where an index is within bounds by construction.
 */

/** Rows of numbers, all of one length. */
export type MatrixLike = readonly ArrayLike<number>[];
export type Matrix = readonly Float64Array[];

/** Rows and columns. @throws RangeError where a row has another length or an entry is not finite */
function shape(a: MatrixLike, name: string): { rows: number; columns: number } {
  const columns = a[0]?.length ?? 0;
  for (const [i, row] of a.entries()) {
    if (row.length !== columns) {
      throw new RangeError(`${name}[${i}] has ${row.length} numbers; ${columns} are needed`);
    }
    for (let j = 0; j < columns; j += 1) {
      if (!Number.isFinite(row[j])) throw new RangeError(`${name}[${i}][${j}] is ${row[j]}, not finite`);
    }
  }
  return { rows: a.length, columns };
}

function square(a: MatrixLike, name: string): number {
  const { rows, columns } = shape(a, name);
  if (rows === 0 || rows !== columns) {
    throw new RangeError(`${name} has ${rows} rows and ${columns} columns; a square matrix is needed`);
  }
  return rows;
}

function copy(a: MatrixLike): Float64Array[] {
  return a.map((row) => Float64Array.from(row));
}

export function identity(n: number): Matrix {
  return Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
}

export function transpose(a: MatrixLike): Matrix {
  const { columns } = shape(a, 'a');
  return Array.from({ length: columns }, (_, j) => Float64Array.from(a, (row) => row[j] as number));
}

/** Matrix product a b. */
export function multiply(a: MatrixLike, b: MatrixLike): Matrix {
  const left = shape(a, 'a');
  const right = shape(b, 'b');
  if (left.columns !== right.rows) {
    throw new RangeError(`a has ${left.columns} columns and b ${right.rows} rows; they must be equal`);
  }
  return a.map((row) => {
    const out = new Float64Array(right.columns);
    for (let k = 0; k < left.columns; k += 1) {
      const factor = row[k] as number;
      const other = b[k] as ArrayLike<number>;
      for (let j = 0; j < right.columns; j += 1) out[j] = (out[j] as number) + factor * (other[j] as number);
    }
    return out;
  });
}

/** Solves a X = b for every column of b by Gaussian elimination with partial pivoting (Golub & Van Loan, alg. 3.4.1). */
function solveColumns(a: MatrixLike, b: MatrixLike): Float64Array[] {
  const n = square(a, 'a');
  const right = shape(b, 'b');
  if (right.rows !== n) throw new RangeError(`b has ${right.rows} rows; ${n} are needed`);
  const m = copy(a);
  const x = copy(b);
  const row = (rows: Float64Array[], i: number) => rows[i] as Float64Array;
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) {
      if (Math.abs(row(m, i)[k] as number) > Math.abs(row(m, pivot)[k] as number)) pivot = i;
    }
    [m[k], m[pivot]] = [row(m, pivot), row(m, k)];
    [x[k], x[pivot]] = [row(x, pivot), row(x, k)];
    const top = row(m, k);
    const head = top[k] as number;
    if (head === 0) throw new RangeError('a is singular');
    for (let i = k + 1; i < n; i += 1) {
      const factor = (row(m, i)[k] as number) / head;
      if (factor === 0) continue;
      subtract(row(m, i), factor, top, k);
      subtract(row(x, i), factor, row(x, k), 0);
    }
  }
  for (let k = n - 1; k >= 0; k -= 1) {
    const out = row(x, k);
    for (let i = k + 1; i < n; i += 1) subtract(out, row(m, k)[i] as number, row(x, i), 0);
    const head = row(m, k)[k] as number;
    for (let j = 0; j < out.length; j += 1) out[j] = (out[j] as number) / head;
  }
  return x;
}

/** target -= factor * source, from column `from` on. */
function subtract(target: Float64Array, factor: number, source: Float64Array, from: number): void {
  for (let j = from; j < target.length; j += 1) {
    target[j] = (target[j] as number) - factor * (source[j] as number);
  }
}

/**
 * x with a x = b.
 * @param a square matrix
 * @throws RangeError where shapes do not fit, an entry is not finite, or a is singular
 */
export function solve(a: MatrixLike, b: ArrayLike<number>): Float64Array {
  const columns = solveColumns(
    a,
    Array.from(b, (value) => [value]),
  );
  return Float64Array.from(columns, (row) => row[0] as number);
}

/** Inverse of a square matrix. @throws RangeError where it is singular */
export function inverse(a: MatrixLike): Matrix {
  return solveColumns(a, identity(a.length));
}

/**
 * Lower triangle L with L L' = a (Golub & Van Loan, alg. 4.2.1).
 * @param a symmetric, positive definite; only its lower triangle is read
 * @throws RangeError where it is not positive definite
 */
export function cholesky(a: MatrixLike): Matrix {
  const n = square(a, 'a');
  const lower = Array.from({ length: n }, () => new Float64Array(n));
  for (const [i, out] of lower.entries()) {
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] as Float64Array;
      let rest = a[i]?.[j] as number;
      for (let k = 0; k < j; k += 1) rest -= (out[k] as number) * (other[k] as number);
      if (i === j) {
        if (!(rest > 0)) throw new RangeError('a is not positive definite');
        out[i] = Math.sqrt(rest);
      } else out[j] = rest / (other[j] as number);
    }
  }
  return lower;
}

/** Sum of weighted matrices of one shape. */
function combine(terms: readonly (readonly [number, Matrix])[]): Matrix {
  const [first] = terms;
  if (!first) return [];
  return first[1].map((row, i) =>
    row.map((_, j) => terms.reduce((total, [factor, m]) => total + factor * (m[i]?.[j] as number), 0)),
  );
}

/** Coefficients of the Pade approximant [13/13] (Higham 2005, eq. 2.1 and table 2.3). */
const pade13 = Array.from({ length: 14 }, (_, j) => {
  let value = 1;
  for (let i = 1; i <= j; i += 1) value *= (13 - i + 1) / ((26 - i + 1) * i);
  return value;
});

/**
 * exp(a) of a square matrix by scaling and squaring with the Pade approximant of degree 13 (Higham 2005,
 * alg. 2.3 and eq. 2.11, without its lower degrees).
 */
export function matrixExponential(a: MatrixLike): Matrix {
  const n = square(a, 'a');
  const norm = Math.max(
    ...Array.from({ length: n }, (_, j) => a.reduce((t, r) => t + Math.abs(r[j] as number), 0)),
  );
  const halvings = Math.max(0, Math.ceil(Math.log2(norm / 5.371920351148152))); // theta_13, table 2.3
  const one = identity(n);
  const a1 = combine([[2 ** -halvings, copy(a)]]);
  const a2 = multiply(a1, a1);
  const a4 = multiply(a2, a2);
  const a6 = multiply(a2, a4);
  const b = (j: number) => pade13[j] as number;
  const high = (o: number) =>
    multiply(
      a6,
      combine([
        [b(12 + o), a6],
        [b(10 + o), a4],
        [b(8 + o), a2],
      ]),
    );
  const low = (o: number): Matrix =>
    combine([
      [1, high(o)],
      [b(6 + o), a6],
      [b(4 + o), a4],
      [b(2 + o), a2],
      [b(o), one],
    ]);
  const odd = multiply(a1, low(1));
  const even = low(0);
  let result: Matrix = solveColumns(
    combine([
      [1, even],
      [-1, odd],
    ]),
    combine([
      [1, even],
      [1, odd],
    ]),
  );
  for (let i = 0; i < halvings; i += 1) result = multiply(result, result);
  return result;
}
