/** Bounds within which an internal rate is looked for. */
const lowest = -0.99;
const highest = 10;
/** Where programs begin to look for one; of several rates the nearest to it is reported first. */
export const usualGuess = 0.1;
const steps = 4000;

/** Changes of sign along a series, zeros left out. */
export function signChanges(values: readonly number[]): number {
  let changes = 0;
  let last = 0;
  for (const value of values) {
    if (value === 0) continue;
    if (last * value < 0) changes += 1;
    last = Math.sign(value);
  }
  return changes;
}

/**
 * Every rate from -0.99 to 10 at which the present value of a flow is 0, rising; none for a flow without a change
 * of sign. Two rates closer than 0.18 % of 1 + r may be taken for none.
 */
export function internalRates(flow: readonly number[]): readonly number[] {
  if (signChanges(flow) === 0) return [];
  const found: number[] = [];
  const at = (step: number) => {
    if (step === 0) return lowest;
    return step === steps ? highest : (1 + lowest) * ((1 + highest) / (1 + lowest)) ** (step / steps) - 1;
  };
  let low = lowest;
  let before = scaledValue(flow, low);
  if (before === 0) found.push(low);
  for (let step = 1; step <= steps; step += 1) {
    const high = at(step);
    const value = scaledValue(flow, high);
    if (value === 0) found.push(high);
    else if (before * value < 0) found.push(bisect(flow, low, high));
    low = high;
    before = value;
  }
  return found;
}

/**
 * Present value at a rate, or for rates below 0 its value at the end of the last year: the same sign, and no
 * number that grows beyond all bounds.
 */
function scaledValue(flow: readonly number[], rate: number): number {
  const factor = rate < 0 ? 1 + rate : 1 / (1 + rate);
  let sum = 0;
  for (let index = 0; index < flow.length; index += 1) {
    const year = rate < 0 ? index : flow.length - 1 - index;
    sum = sum * factor + (flow[year] ?? 0);
  }
  return sum;
}

/** Halves an interval at whose ends the value has unlike signs until no number lies between them. */
function bisect(flow: readonly number[], from: number, to: number): number {
  let low = from;
  let high = to;
  const sign = Math.sign(scaledValue(flow, low));
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    const value = scaledValue(flow, middle);
    if (value === 0) return middle;
    if (Math.sign(value) === sign) low = middle;
    else high = middle;
  }
}
