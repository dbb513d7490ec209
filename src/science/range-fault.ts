/** A number that is none, or that lies outside its range. */
export interface RangeFault {
  readonly code: 'not-a-number' | 'too-low' | 'too-high';
  /** Place of the number: `clay`, `year.3.rain` with rows counted from 0. */
  readonly argument: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** [smallest, largest], both allowed. */
export type Bounds = readonly [number, number];

/** Every value that is not a finite number within its bounds; `prefix` goes before the name (`year.3.`). */
export function rangeFaults<Name extends string>(
  values: Readonly<Record<Name, number>>,
  bounds: Readonly<Record<Name, Bounds>>,
  prefix = '',
): RangeFault[] {
  const faults: RangeFault[] = [];
  for (const name in bounds) {
    const value = values[name];
    const [min, max] = bounds[name];
    if (value >= min && value <= max) continue; // NaN fails both; infinities lie outside finite bounds
    const code = Number.isFinite(value) ? (value < min ? 'too-low' : 'too-high') : 'not-a-number';
    faults.push({ code, argument: `${prefix}${name}`, value, min, max });
  }
  return faults;
}

interface AnyFault {
  readonly code: string;
  readonly argument: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError that names every fault with its value and bounds; nothing is thrown where there is none. */
export function refuse(faults: readonly AnyFault[]): void {
  if (faults.length === 0) return;
  const texts = faults.map(
    ({ code, argument, value, min, max }) =>
      `${argument} is ${value} (${code}); it must lie within ${min} to ${max}`,
  );
  throw new RangeError(texts.join('; '));
}
