export type Fields = Record<string, unknown>;

/** The value that keys lead to, or undefined where one of them is not there. */
export function valueAt(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Fields)[key]
        : undefined,
    record,
  );
}

/** Puts a value where keys lead; false where something that is no group of keys is in the way. */
export function setAt(record: Fields, [key = '', ...rest]: readonly string[], value: unknown): boolean {
  if (rest.length === 0) {
    record[key] = value;
    return true;
  }
  record[key] ??= {};
  const next = record[key];
  if (typeof next !== 'object' || next === null || Array.isArray(next)) return false;
  return setAt(next as Fields, rest, value);
}
