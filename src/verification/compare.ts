import type { Allowance, Json, JsonObject } from './verifier.ts';

/** The worst of a comparison, and all that does not hold. */
export interface Comparison {
  /** Numbers compared. */
  readonly numbers: number;
  /** Largest |got - expected| / |expected| of numbers that are not 0. */
  readonly largestRelative: number;
  /** Where `got` is not what was expected: path, what was found and what is allowed. */
  readonly failures: readonly string[];
}

type Path = readonly string[];
type AllowanceOf = (path: Path) => Allowance | 'ignore' | undefined;

/** One value compared: what does not hold, and how far a number is off. */
interface Leaf {
  readonly failure: string | null;
  /** null for what is no number, or is expected to be no larger than the tolerance. */
  readonly relative: number | null;
  readonly isNumber: boolean;
}

/**
 * Compares what was got with what was expected, leaf by leaf; keys of `got` that are not expected are not looked
 * at. Numbers pass within the allowance of their path; all else must be equal, null included.
 */
export function compare(got: unknown, expected: Json, tolerance: JsonObject, own?: AllowanceOf): Comparison {
  const leaves = [...compareAt(got, expected, [], (path) => own?.(path) ?? allowanceAt(path, tolerance))];
  return {
    numbers: leaves.filter(({ isNumber }) => isNumber).length,
    largestRelative: leaves.reduce((largest, { relative }) => Math.max(largest, relative ?? 0), 0),
    failures: leaves.flatMap(({ failure }) => (failure === null ? [] : [failure])),
  };
}

type AllowedAt = (path: Path) => Allowance | 'ignore';

function* compareAt(found: unknown, wanted: Json, path: Path, allowedAt: AllowedAt): Generator<Leaf> {
  // The references write a list of one entry as the entry alone.
  if (isList(found) && found.length === 1 && !Array.isArray(wanted)) {
    yield* compareAt(found[0], wanted, path, allowedAt);
  } else if (Array.isArray(wanted)) {
    const list = isList(found) ? found : found !== undefined && wanted.length === 1 ? [found] : null;
    if (list?.length !== wanted.length) {
      const given = list === null ? shown(found) : `${list.length}`;
      if (allowedAt(path) !== 'ignore')
        yield other(path, `${wanted.length} entries were expected, found ${given}`);
      return;
    }
    for (const [index, one] of wanted.entries())
      yield* compareAt(list[index], one, [...path, String(index)], allowedAt);
  } else if (typeof wanted === 'object' && wanted !== null) {
    const entries: Readonly<Record<string, unknown>> = typeof found === 'object' ? { ...found } : {};
    for (const [key, one] of Object.entries(wanted))
      yield* compareAt(entries[key], one, [...path, key], allowedAt);
  } else {
    const allowed = allowedAt(path);
    if (allowed === 'ignore') return;
    if (typeof wanted === 'number') yield compareNumber(found, wanted, path, allowed);
    else yield other(path, found === wanted ? null : `expected ${shown(wanted)}, found ${shown(found)}`);
  }
}

function compareNumber(found: unknown, wanted: number, path: Path, { rel, abs }: Allowance): Leaf {
  if (typeof found !== 'number' || !Number.isFinite(found))
    return { ...other(path, `expected ${wanted}, found ${shown(found)}`), isNumber: true };
  const difference = Math.abs(found - wanted);
  const holds = difference <= Math.max(abs, rel * Math.abs(wanted));
  return {
    failure: holds
      ? null
      : `${placeOf(path)}: expected ${wanted}, found ${found}; allowed are rel ${rel}, abs ${abs}`,
    // A relative difference says nothing where the number itself is no larger than the tolerance.
    relative: Math.abs(wanted) <= abs ? null : difference / Math.abs(wanted),
    isNumber: true,
  };
}

function other(path: Path, text: string | null): Leaf {
  return { failure: text === null ? null : `${placeOf(path)}: ${text}`, relative: null, isNumber: false };
}

function placeOf(path: Path): string {
  return path.join('.') || 'result';
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? String(value);
}

/**
 * The allowance that `tolerance` states for a path. Objects name a part of the result and hold its tolerance;
 * `rel` and `abs` hold for all of a part; `<part>_rel`, `<part>_abs`, `rel_<part>`, `abs_<part>` override them for
 * every key on the path that is the part or has it among the words of its name (`ci_rel`: `ci95_t`; `years_abs`:
 * `years_to_natural_stock`). Nothing stated means equal.
 */
export function allowanceAt(path: readonly string[], tolerance: JsonObject): Allowance {
  const [head, ...rest] = path;
  const part = head === undefined ? undefined : tolerance[head];
  if (isObject(part)) return allowanceAt(rest, part);
  const named = Object.entries(tolerance).flatMap(([key, value]) => {
    const match = /^(?:(?<first>rel|abs)_(?<after>.+)|(?<before>.+)_(?<last>rel|abs))$/.exec(key)?.groups;
    const name = match?.['after'] ?? match?.['before'];
    if (typeof value !== 'number' || name === undefined) return [];
    if (!path.some((step) => names(step, name))) return [];
    return [{ kind: match?.['first'] ?? match?.['last'], value }];
  });
  const of = (kind: 'rel' | 'abs') => {
    const own = named.filter((one) => one.kind === kind).map(({ value }) => value);
    if (named.length > 0) return Math.max(0, ...own);
    const general = tolerance[kind];
    return typeof general === 'number' ? general : 0;
  };
  return { rel: of('rel'), abs: of('abs') };
}

/** Whether a key is the part or has it among its words: `ci` in `ci95_t`, `years` in `years_to_natural_stock`. */
function names(key: string, part: string): boolean {
  return new RegExp(`(?:^|_)${part}(?:$|_|\\d)`, 'i').test(key);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
