import { listAt } from './json-inputs.ts';
import { type JsonObject, Refusal } from './verifier.ts';

/** The text under a key. @throws Refusal where there is none */
export function textAt(object: JsonObject, key: string): string {
  const text = optionalTextAt(object, key);
  if (text === null) throw new Refusal(`${key} is missing`);
  return text;
}

/** The text under a key; null where the key is absent or null. @throws Refusal for anything else */
export function optionalTextAt(object: JsonObject, key: string): string | null {
  const value = object[key] ?? null;
  if (value !== null && typeof value !== 'string') throw new Refusal(`${key} is no text`);
  return value;
}

/** The texts under a key, one alone included; empty where the key is absent or null. @throws Refusal for others */
export function textsAt(object: JsonObject, key: string): readonly string[] {
  return listAt(object, key).map((value) => {
    if (typeof value !== 'string') throw new Refusal(`${key} holds ${JSON.stringify(value)}, no text`);
    return value;
  });
}

/** Yes or no under a key; `missing` where the key is absent or null. @throws Refusal for anything else */
export function flagAt(object: JsonObject, key: string, missing: boolean): boolean {
  const value = object[key] ?? null;
  if (value !== null && typeof value !== 'boolean') throw new Refusal(`${key} is neither true nor false`);
  return value ?? missing;
}

/** One of `choices` named in snake case or kebab case. @throws Refusal for any other name */
export function choiceOf<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  what: string,
): Choice {
  const id = name.toLowerCase().replace(/_/g, '-');
  const found = choices.find((choice) => choice === id);
  if (found === undefined) throw new Refusal(`"${name}" is no ${what}; known are ${choices.join(', ')}`);
  return found;
}
