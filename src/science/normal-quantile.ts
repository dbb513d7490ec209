/**
 * Quantile of the standard normal distribution: algorithm AS 241 (PPND16) of Wichura (1988), Applied
 * Statistics 37:477-484, doi:10.2307/2347330; relative error about 1e-16.
 */

const central = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
} as const;
const near = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
} as const;
const far = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
} as const;

type Polynomial = readonly [number, number, number, number, number, number, number, number];

function horner(c: Polynomial, x: number): number {
  return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
}

const word = new DataView(new ArrayBuffer(8));

/**
 * Natural logarithm of a normal number above 0 by + - * / alone: the last bit of Math.log is free to differ
 * between browsers, and random numbers must not. With x = 2^k m, m from sqrt(1/2) to sqrt(2), and
 * s = (m - 1)/(m + 1): ln x = k ln 2 + 2 (s + s^3/3 + s^5/5 + ...), |s| < 0.172.
 */
export function portableLog(x: number): number {
  word.setFloat64(0, x);
  const head = word.getUint32(0);
  let exponent = (head >>> 20) - 1023;
  word.setUint32(0, (head & 0xfffff) | 0x3ff00000); // same digits, 1 <= m < 2
  let m = word.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    exponent += 1;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let series = 0;
  for (let power = 21; power >= 1; power -= 2) series = series * square + 1 / power;
  return exponent * 1.9082149292705877e-10 + (2 * s * series + exponent * 0.6931471803691238);
}

/**
 * z with P(Z <= z) = p for a standard normal Z.
 * @param p probability from 0 to 1; 0 and 1 give the infinities
 * @throws RangeError where p is outside [0, 1]
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}; a probability from 0 to 1 is needed`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(central.above, r)) / horner(central.below, r);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  // Below the smallest normal number portableLog does not hold; no random number comes near.
  const r = Math.sqrt(-(tail < 1e-300 ? Math.log(tail) : portableLog(tail)));
  const z =
    r <= 5
      ? horner(near.above, r - 1.6) / horner(near.below, r - 1.6)
      : horner(far.above, r - 5) / horner(far.below, r - 5);
  return q < 0 ? -z : z;
}
