import type { z } from 'zod';
import type { Facts } from '../guard/front-matter.ts';
import { nearest } from '../guard/nearest.ts';
import type { Problem } from '../guard/problem.ts';
import { vocabularies } from './vocabulary.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What Zod found, said for the person who wrote the file: place, value, what is allowed, what to do. */
export function explain(issues: readonly Issue[], facts: Facts, file: string, keys: Keys): Problem[] {
  return issues.flatMap((issue) => explainOne(issue, facts, file, keys));
}

interface Keys {
  /** The keys an object at a path may have. */
  keysAt(path: Path): readonly string[];
  /** For a translation: the keys its original has there. */
  factsAt(path: Path): readonly string[];
}

function explainOne(issue: Issue, facts: Facts, file: string, keys: Keys): Problem[] {
  const name = dotted(issue.path);
  const found = valueAt(facts.data, issue.path);
  const problem = (
    code: string,
    message: string,
    hint: string,
    path: Path = issue.path,
    what: 'key' | 'value' = 'value',
  ): Problem => ({
    file,
    ...facts.place(path, what),
    code,
    message,
    hint,
  });

  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = keys.keysAt(issue.path);
      if (keys.factsAt(issue.path).includes(key)) {
        return problem(
          'translation-fact',
          `"${dotted([...issue.path, key])}" is a fact; it stands in index.mdx only.`,
          'Delete it here: a translation holds words and nothing else.',
          [...issue.path, key],
          'key',
        );
      }
      const similar = nearest(key, known);
      return problem(
        'unknown-key',
        `"${dotted([...issue.path, key])}" is not a key of this file.`,
        similar ? `Did you mean "${similar}"?` : `Delete it, or use one of: ${known.join(', ')}.`,
        [...issue.path, key],
        'key',
      );
    });
  }
  if (found === undefined || isMissing(issue)) {
    const parent = found === undefined ? issue.path.slice(0, -1) : issue.path;
    return [problem('missing', `${name} is missing.`, missingHint(issue, name), parent, 'key')];
  }
  switch (issue.code) {
    case 'invalid_value':
      return [
        problem(
          'not-allowed',
          `${name} is ${quote(found)}, which is not one of the allowed values.`,
          choiceHint(found, issue.values.map(String)),
        ),
      ];
    case 'invalid_type':
      return [
        problem(
          'wrong-type',
          `${name} is ${quote(found)}; it ${issue.message.startsWith('must') ? issue.message : `must be ${typeName(issue.expected)}`}.`,
          typeHint(found, issue.expected),
        ),
      ];
    case 'invalid_format':
    case 'too_big':
    case 'too_small':
      return [
        problem('out-of-range', `${name} is ${quote(found)}: ${rangeMessage(issue)}.`, rangeHint(issue)),
      ];
    case 'invalid_union':
      return [
        problem(
          'wrong-type',
          `${name} is ${quote(found)}, which does not have an allowed form.`,
          'Compare it with the template.',
        ),
      ];
    case 'custom': {
      const kind: unknown = issue.params?.['kind'];
      return [
        problem(
          typeof kind === 'string' ? kind : 'inconsistent',
          `${name}: ${issue.message}.`,
          customHint(kind, found),
        ),
      ];
    }
    default:
      return [
        problem('invalid', `${name} is ${quote(found)}: ${issue.message}.`, 'Compare it with the template.'),
      ];
  }
}

function isMissing(issue: Issue): boolean {
  return issue.code === 'custom' && issue.params?.['kind'] === 'missing';
}

function missingHint(issue: Issue, name: string): string {
  if (issue.code === 'custom') return `${issue.message}.`;
  if (issue.code === 'invalid_value')
    return `Write ${name} with one of: ${shortList(issue.values.map(String))}.`;
  return `Write a line ${String(issue.path.at(-1) ?? name)}: … here.`;
}

function customHint(kind: unknown, found: unknown): string {
  if (kind !== 'unit' && kind !== 'unit-kind') return 'Change one of the two, or leave the key out.';
  const similar = typeof found === 'string' ? unitMeant(found) : undefined;
  if (similar) return `Did you mean ${similar}?`;
  return 'Units are UCUM: t/har is tonnes per hectare, t/(har.a) per hectare and year; the substance (C, CO2e) stands in its own key.';
}

/** The UCUM form of a unit that was written as people write it. */
export function unitMeant(text: string): string | undefined {
  const plain = (value: string) => value.toLowerCase().replaceAll(/[\s^]/g, '');
  for (const [code, unit] of Object.entries(vocabularies.units.entries)) {
    if (unit.common?.some((common) => plain(common) === plain(text))) return code;
  }
  return nearest(text, Object.keys(vocabularies.units.entries));
}

function choiceHint(found: unknown, allowed: readonly string[]): string {
  const similar = typeof found === 'string' ? nearest(found, allowed) : undefined;
  return similar ? `Did you mean ${similar}?` : `Write one of: ${shortList(allowed)}.`;
}

function shortList(values: readonly string[]): string {
  return values.length > 12
    ? `${values.slice(0, 12).join(', ')}, … (${values.length} in all)`
    : values.join(', ');
}

function typeName(expected: string): string {
  const names: Record<string, string> = {
    array: 'a list, each item after "- "',
    object: 'a group of keys, each on a line of its own',
    record: 'a group of keys, each on a line of its own',
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    int: 'a whole number',
  };
  return names[expected] ?? expected;
}

function typeHint(found: unknown, expected: string): string {
  if (expected === 'string' && typeof found === 'number') return `Put it in quotes: "${found}".`;
  if (expected === 'number' && typeof found === 'string') {
    const plain = /^[\s\d.,]+/.exec(found)?.[0].trim();
    return plain
      ? `Write digits only, with a point for decimals; the unit has its own key. Found ${quote(found)}.`
      : 'Write digits only, with a point for decimals.';
  }
  return 'Compare it with the template.';
}

function rangeMessage(issue: Issue): string {
  if (issue.code === 'too_small' && issue.origin === 'array')
    return `at least ${issue.minimum} ${Number(issue.minimum) === 1 ? 'item is' : 'items are'} needed`;
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `it is longer than ${issue.maximum} characters`;
  return issue.message.replace(/\.$/, '');
}

function rangeHint(issue: Issue): string {
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? 'Add an item.' : `The smallest allowed is ${issue.minimum}.`;
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? 'Shorten it.' : `The largest allowed is ${issue.maximum}.`;
  return 'Compare it with the template.';
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function dotted(path: Path): string {
  return path.map(String).join('.') || 'the file';
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
