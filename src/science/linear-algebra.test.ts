import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cholesky,
  identity,
  inverse,
  type Matrix,
  matrixExponential,
  multiply,
  solve,
  transpose,
} from './linear-algebra.ts';

const lists = (matrix: Matrix) => matrix.map((row) => Array.from(row));

function expectNear(got: Matrix, wanted: readonly ArrayLike<number>[], digits = 12): void {
  expect(got.length).toBe(wanted.length);
  for (const [i, row] of got.entries()) {
    for (const [j, value] of row.entries()) expect(value).toBeCloseTo(wanted[i]?.[j] ?? Number.NaN, digits);
  }
}

const entry = fc.double({ min: -3, max: 3, noNaN: true });
const square = fc
  .integer({ min: 1, max: 5 })
  .chain((n) => fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));
/** With 20 added to the diagonal: far from singular. */
const sound = square.map((a) => a.map((row, i) => row.map((x, j) => (i === j ? x + 20 : x))));

describe('solve', () => {
  it('2 x + y = 3, x + 3 y = 5', () => {
    expect(
      Array.from(
        solve(
          [
            [2, 1],
            [1, 3],
          ],
          [3, 5],
        ),
      ),
    ).toEqual([expect.closeTo(0.8, 15), expect.closeTo(1.4, 15)]);
  });

  it('exchanges rows where the first pivot is 0', () => {
    expect(
      Array.from(
        solve(
          [
            [0, 2],
            [1, 1],
          ],
          [4, 5],
        ),
      ),
    ).toEqual([3, 2]);
  });

  it('gives back the right side', () => {
    fc.assert(
      fc.property(sound, (a) => {
        const b = a.map((_, i) => i + 1);
        const x = solve(a, b);
        expectNear(
          multiply(
            a,
            Array.from(x, (v) => [v]),
          ),
          b.map((v) => [v]),
        );
        expectNear(multiply(a, inverse(a)), identity(a.length));
      }),
    );
  });

  it('refuses', () => {
    expect(() =>
      solve(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 1],
      ),
    ).toThrow('a is singular');
    expect(() => solve([[1, 2]], [1])).toThrow(/1 rows and 2 columns/);
    expect(() => solve([[1, 2], [2]], [1, 1])).toThrow(/a\[1\] has 1 numbers; 2/);
    expect(() =>
      solve(
        [
          [1, Number.NaN],
          [2, 1],
        ],
        [1, 1],
      ),
    ).toThrow(/a\[0\]\[1\] is NaN/);
    expect(() => solve([[1]], [1, 2])).toThrow(/b has 2 rows/);
    expect(() => multiply([[1, 2]], [[1]])).toThrow(/2 columns and b 1 rows/);
  });
});

describe('cholesky', () => {
  it("4 2 / 2 5 = L L' with L = 2 0 / 1 2", () => {
    expect(
      lists(
        cholesky([
          [4, 2],
          [2, 5],
        ]),
      ),
    ).toEqual([
      [2, 0],
      [1, 2],
    ]);
  });

  it('multiplies back', () => {
    fc.assert(
      fc.property(sound, (a) => {
        const symmetric = multiply(a, transpose(a));
        const lower = cholesky(symmetric);
        expectNear(multiply(lower, transpose(lower)), symmetric, 9);
      }),
    );
  });

  it('refuses what is not positive definite', () => {
    expect(() =>
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow('not positive definite');
  });
});

describe('matrixExponential', () => {
  it('of a diagonal, of a shift, of a rotation', () => {
    expectNear(
      matrixExponential([
        [1, 0],
        [0, -2],
      ]),
      [
        [Math.E, 0],
        [0, Math.exp(-2)],
      ],
      14,
    );
    expectNear(
      matrixExponential([
        [0, 1, 0],
        [0, 0, 1],
        [0, 0, 0],
      ]),
      [
        [1, 1, 0.5],
        [0, 1, 1],
        [0, 0, 1],
      ],
      14,
    );
    const angle = 30; // scaled and squared three times
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    expectNear(
      matrixExponential([
        [0, -angle],
        [angle, 0],
      ]),
      [
        [cos, -sin],
        [sin, cos],
      ],
      12,
    );
  });

  // Moler & Van Loan (2003), SIAM Rev. 45:3-49, section 3, example 2: the series loses all digits here.
  it('of -49 24 / -64 31', () => {
    expectNear(
      matrixExponential([
        [-49, 24],
        [-64, 31],
      ]),
      [
        [-0.735759, 0.551819],
        [-1.471518, 1.103638],
      ],
      6,
    );
  });

  it('exp(a) exp(-a) = 1, and exp(a)^2 = exp(2a)', () => {
    fc.assert(
      fc.property(square, (a) => {
        const scaled = (k: number) => a.map((row) => row.map((x) => (k * x) / 3));
        const e = matrixExponential(scaled(1));
        expectNear(multiply(e, matrixExponential(scaled(-1))), identity(a.length), 9);
        const size = Math.max(1, ...e.flatMap((row) => Array.from(row, Math.abs))) ** 2;
        const double = matrixExponential(scaled(2)).map((row) => row.map((x) => x / size));
        expectNear(
          double,
          multiply(e, e).map((row) => row.map((x) => x / size)),
          10,
        );
      }),
    );
  });
});
