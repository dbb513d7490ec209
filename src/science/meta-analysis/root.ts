/**
 * Root of a continuous function by Brent (1973), Algorithms for Minimization without Derivatives, ch. 4, "zero":
 * inverse quadratic interpolation, the secant and bisection in turn.
 * @param f function with values of opposite sign (or 0) at `low` and `high`
 * @param tolerance width of the last bracket; 0 for all digits
 */
export function brentRoot(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let before = low;
  let fBefore = f(low);
  let best = high;
  let fBest = f(high);
  let other = before; // the far end of the bracket, where f has the other sign
  let fOther = fBefore;
  if (fBefore === 0) return low;
  if (fBefore > 0 === fBest > 0) {
    throw new RangeError(`f is ${fBefore} at ${low} and ${fBest} at ${high}; opposite signs are needed`);
  }
  for (let step = 0; step < 10_000; step += 1) {
    const last = best - before;
    if (Math.abs(fOther) < Math.abs(fBest)) {
      [before, best, other] = [best, other, best];
      [fBefore, fBest, fOther] = [fBest, fOther, fBest];
    }
    const near = 2 * Number.EPSILON * Math.abs(best) + tolerance / 2;
    const half = (other - best) / 2;
    if (Math.abs(half) <= near || fBest === 0) return best;
    let move = half;
    if (Math.abs(last) >= near && Math.abs(fBefore) > Math.abs(fBest)) {
      const guess = interpolation(before, fBefore, best, fBest, other, fOther);
      // Accepted where it stays within three quarters of the bracket and is less than half of the last move.
      const { p, q } = guess;
      if (p < 1.5 * half * q - Math.abs(near * q) / 2 && p < Math.abs((last * q) / 2)) move = p / q;
    }
    if (Math.abs(move) < near) move = move > 0 ? near : -near;
    before = best;
    fBefore = fBest;
    best += move;
    fBest = f(best);
    if (fBest > 0 === fOther > 0 && fBest !== 0) {
      other = before;
      fOther = fBefore;
    }
  }
  return best;
}

/** Step p/q, p >= 0, from `best`: the secant through two points or the inverse parabola through three. */
function interpolation(a: number, fa: number, b: number, fb: number, c: number, fc: number) {
  const bracket = c - b;
  const s = fb / fa;
  let p: number;
  let q: number;
  if (a === c) {
    p = bracket * s;
    q = 1 - s;
  } else {
    const r = fa / fc;
    const t = fb / fc;
    p = s * (bracket * r * (r - t) - (b - a) * (t - 1));
    q = (r - 1) * (t - 1) * (s - 1);
  }
  return p > 0 ? { p, q: -q } : { p: -p, q };
}
