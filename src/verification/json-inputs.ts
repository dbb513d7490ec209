import { type Json, type JsonObject, Refusal } from './verifier.ts';

/** The number under a key; NaN, which science refuses by name, where there is none. */
export function numberAt(object: JsonObject, key: string): number {
  return optionalNumberAt(object, key) ?? Number.NaN;
}

/** The number under a key; null where the key is absent or null. @throws Refusal for anything else */
export function optionalNumberAt(object: JsonObject, key: string): number | null {
  const value = object[key] ?? null;
  if (value !== null && typeof value !== 'number')
    throw new Refusal(`${key} is ${shown(value)}, not a number`);
  return value;
}

/** The list under a key, one entry alone included; empty where the key is absent or null. */
export function listAt(object: JsonObject, key: string): readonly Json[] {
  const value = object[key] ?? null;
  if (value === null) return [];
  return isList(value) ? value : [value];
}

/** The numbers under a key; NaN for entries that are null. @throws Refusal for anything else in the list */
export function numbersAt(object: JsonObject, key: string): readonly number[] {
  return listAt(object, key).map((value, index) => {
    if (value !== null && typeof value !== 'number')
      throw new Refusal(`${key}[${index}] is ${shown(value)}, not a number`);
    return value ?? Number.NaN;
  });
}

/** The objects under a key, one alone included. @throws Refusal for anything else in the list */
export function objectsAt(object: JsonObject, key: string): readonly JsonObject[] {
  return listAt(object, key).map((value, index) => asObject(value, `${key}[${index}]`));
}

/** The object under a key; null where the key is absent or null. @throws Refusal for anything else */
export function objectAt(object: JsonObject, key: string): JsonObject | null {
  const value = object[key] ?? null;
  return value === null ? null : asObject(value, key);
}

function asObject(value: Json, name: string): JsonObject {
  if (typeof value !== 'object' || value === null || isList(value))
    throw new Refusal(`${name} is ${shown(value)}, not an object`);
  return value;
}

/** `expected` with a list of checkpoints turned into an object, each under the value of its `key`. */
export function byKey(expected: JsonObject, list: string, key: string): Json {
  if (expected[list] === undefined) return expected;
  const entries = objectsAt(expected, list).map((one) => [String(one[key]), one]);
  return { ...expected, [list]: Object.fromEntries(entries) };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function shown(value: Json): string {
  return JSON.stringify(value).slice(0, 60);
}
