/**
 * Seeded random numbers. The same seed gives the same bits on every machine: only 32-bit integer arithmetic,
 * + - * / and square roots are used, which IEEE 754 and ECMAScript fix to the last bit.
 *
 * Uniform: xoshiro128** 1.1 (Blackman & Vigna 2021, ACM Trans. Math. Softw. 47:36, doi:10.1145/3460772,
 * fig. 1 and table 2), its state filled by SplitMix64 (Steele, Lea & Flood 2014, OOPSLA,
 * doi:10.1145/2660193.2660195, fig. 16), as the authors of xoshiro recommend.
 * Normal: inversion of one uniform number of 52 bits (`normalQuantile`), so it never exceeds 8.13 in size.
 */
import { normalQuantile } from './normal-quantile.ts';

export interface Random {
  /** Uniform on [0, 1), a multiple of 2^-53. */
  next(): number;
  /** Standard normal. */
  normal(): number;
}

type State = readonly [number, number, number, number];

const mask64 = (1n << 64n) - 1n;

/** The first `count` outputs of SplitMix64, each 64 bits. */
export function splitMix64(seed: bigint, count: number): bigint[] {
  let state = seed & mask64;
  return Array.from({ length: count }, () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask64;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask64;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask64;
    return z ^ (z >> 31n);
  });
}

/** xoshiro128**: a function that gives the next unsigned integer of 32 bits. The state may not be all 0. */
export function xoshiro128(state: State): () => number {
  let [a, b, c, d] = state;
  return () => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

/** The largest seed: every integer from 0 to this one gives a stream of its own. */
export const largestSeed = Number.MAX_SAFE_INTEGER;

/**
 * A stream of random numbers.
 * @param seed integer from 0 to 2^53 - 1
 * @throws RangeError for any other seed
 */
export function randomSource(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed is ${seed}; an integer from 0 to ${largestSeed} is needed`);
  }
  const [first = 0n, second = 0n] = splitMix64(BigInt(seed), 2);
  const low = (x: bigint) => Number(x & 0xffffffffn);
  const high = (x: bigint) => Number(x >> 32n);
  const bits = xoshiro128([low(first), high(first), low(second), high(second)]);
  return {
    next() {
      const upper = bits() >>> 5; // 27 bits
      return (upper * 0x4000000 + (bits() >>> 6)) / 2 ** 53;
    },
    normal() {
      const upper = bits() >>> 6; // 26 bits
      return normalQuantile((upper * 0x4000000 + (bits() >>> 6) + 0.5) / 0x10000000000000);
    },
  };
}
