import type { z } from 'zod';
import { isProblemCode, type ProblemCode, type ValuesOf } from '../guard/codes.ts';
import type { Facts } from '../guard/front-matter.ts';
import { certain, nearest } from '../guard/nearest.ts';
import { type Edit, type Problem, problemAt, quoted } from '../guard/problem.ts';
import { certainNumber, type Meant, meant } from './meant.ts';
import { certainUnit, substanceIn } from './unit-meant.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** More is not said of one file: nobody reads it. */
const mostIssues = 200;

/** What Zod found, as problems with the place, the value and what is allowed. */
export function explain(issues: readonly Issue[], facts: Facts, file: string, keys: Keys): Problem[] {
  return issues
    .slice(0, mostIssues)
    .flatMap((issue) => explainOne(issue, facts, file, keys).slice(0, mostIssues));
}

interface Keys {
  /** The keys an object at a path may have. */
  keysAt(path: Path): readonly string[];
  /** For a translation: the keys its original has there. */
  factsAt(path: Path): readonly string[];
}

function explainOne(issue: Issue, facts: Facts, file: string, keys: Keys): Problem[] {
  const key = dotted(issue.path);
  const value = valueAt(facts.data, issue.path);
  const found = quoted(value);
  const at = <Code extends ProblemCode>(code: Code, values: ValuesOf<Code>, edit?: Edit): Problem[] => [
    problemAt(file, facts.place(issue.path), code, values, edit),
  ];

  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, mostIssues).map((name) => unknownKey(name, issue.path, facts, file, keys));
  }
  if (issue.code === 'custom') return [customProblem(issue, facts, file, found)];
  if (value === undefined) {
    const place = facts.place(issue.path.slice(0, -1), 'key');
    const name = String(issue.path.at(-1) ?? key);
    if (issue.code !== 'invalid_value') return [problemAt(file, place, 'missing-key', { key, name })];
    const allowed = shortList(issue.values.map(String));
    return [problemAt(file, place, 'missing-choice', { key, name, allowed })];
  }
  if (isProblemCode(issue.message)) {
    const code = issue.message;
    const suggestion = suggested(code, value);
    const edit = suggestion && safeForms.has(code) ? editTo(String(value), suggestion) : undefined;
    return [
      {
        file,
        ...facts.place(issue.path),
        code,
        values: { key, found, ...(suggestion ? { suggestion } : {}) },
        ...(edit ? { edit } : {}),
      },
    ];
  }
  switch (issue.code) {
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const text = typeof value === 'string' ? value : undefined;
      return at(
        'not-allowed',
        { key, found, allowed: shortList(allowed), suggestion: text && nearest(text, allowed) },
        text === undefined ? undefined : editTo(text, certain(text, allowed)),
      );
    }
    case 'invalid_type':
      return [wrongType(issue, value, key, facts, file)];
    case 'invalid_union':
      return at('wrong-form', { key, found });
    case 'too_small':
      return issue.origin === 'array'
        ? at('too-few', { key, limit: Number(issue.minimum) })
        : issue.origin === 'string'
          ? at('empty', { key })
          : at('too-small', { key, found, limit: Number(issue.minimum) });
    case 'too_big':
      return issue.origin === 'string'
        ? at('too-long', { key, length: String(value).length, limit: Number(issue.maximum) })
        : at('too-large', { key, found, limit: Number(issue.maximum) });
    default:
      return at('invalid', { key, found });
  }
}

function unknownKey(name: string, path: Path, facts: Facts, file: string, keys: Keys): Problem {
  const key = quoted(dotted([...path, name]));
  const place = facts.place([...path, name], 'key');
  if (keys.factsAt(path).includes(name)) return problemAt(file, place, 'translation-fact', { key });
  const known = keys.keysAt(path);
  return problemAt(
    file,
    place,
    'unknown-key',
    { key, allowed: known.join(', '), suggestion: nearest(name, known) },
    editTo(name, certain(name, unusedIn(facts, path, known))),
  );
}

/** A refusal of our own: its code and values come with it (issue.ts), or its message is the code. */
function customProblem(
  issue: Issue & { code: 'custom' },
  facts: Facts,
  file: string,
  found: string,
): Problem {
  const { problem, values } = (issue.params ?? {}) as { problem?: string; values?: Problem['values'] };
  const missing = valueAt(facts.data, issue.path) === undefined;
  const path = missing ? issue.path.slice(0, -1) : issue.path;
  const place = facts.place(path, missing ? 'key' : 'value');
  const code = problem ?? issue.message;
  if (!isProblemCode(code)) return problemAt(file, place, 'invalid', { key: dotted(issue.path), found });
  const given = Object.entries(values ?? { key: dotted(issue.path), found });
  const edit = code === 'unit' || code === 'unit-substance' ? unitEdit(issue.path, facts) : undefined;
  return {
    ...(edit ? { edit } : {}),
    file,
    ...place,
    code,
    values: Object.fromEntries(
      given
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, typeof value === 'string' ? quoted(value) : value]),
    ),
  };
}

function wrongType(
  issue: Issue & { code: 'invalid_type' },
  value: unknown,
  key: string,
  facts: Facts,
  file: string,
): Problem {
  const place = facts.place(issue.path);
  const found = quoted(value);
  switch (issue.expected) {
    case 'number':
    case 'int': {
      const number = typeof value === 'string' ? meant.number(value) : undefined;
      if (number !== undefined)
        return problemAt(
          file,
          place,
          'number-format',
          { key, found, suggestion: number },
          certainNumber(String(value)) ? { from: String(value), to: number } : undefined,
        );
      return typeof value === 'number'
        ? problemAt(file, place, 'not-a-whole-number', { key, found })
        : problemAt(file, place, 'not-a-number', { key, found });
    }
    case 'array':
      return problemAt(file, place, 'not-a-list', { key, found });
    case 'object':
    case 'record':
      return problemAt(file, place, 'not-a-group', { key, found });
    case 'boolean': {
      const suggestion = /^(?:yes|y|on)$/i.test(found)
        ? 'true'
        : /^(?:no|n|off)$/i.test(found)
          ? 'false'
          : undefined;
      return problemAt(file, place, 'not-true-or-false', { key, found, suggestion });
    }
    default: {
      const date =
        typeof value === 'number' && /date|issued|reviewBy|started|ended/i.test(key)
          ? meant.excelDate(value)
          : undefined;
      if (date) return problemAt(file, place, 'excel-date', { key, found, suggestion: date });
      const plain = typeof value === 'number' || typeof value === 'boolean';
      const year =
        typeof value === 'number' && /^\d{4}$/.test(found) ? editTo(found, `"${found}"`) : undefined;
      return problemAt(
        file,
        place,
        'not-text',
        { key, found, suggestion: plain ? `"${found}"` : undefined },
        year,
      );
    }
  }
}

/** What was probably meant by a value that has the wrong form. */
function suggested(code: ProblemCode, value: unknown): string | undefined {
  const means: Partial<Record<ProblemCode, Meant>> = {
    'bad-id': meant.id,
    'bad-date': meant.date,
    'bad-doi': meant.doi,
    'bad-address': meant.address,
    'bad-orcid': meant.orcid,
    'bad-version': meant.version,
    'coordinate-format': meant.degrees,
    'confidence-level': meant.level,
  };
  return means[code]?.(String(value));
}

/** A unit as UCUM writes it; the substance that stood in it gets a line of its own where it has none. */
function unitEdit(path: Path, facts: Facts): Edit | undefined {
  const found = String(valueAt(facts.data, path));
  const unit = certainUnit(found);
  const substance = substanceIn(found);
  if (unit === undefined || substance === undefined) return editTo(found, unit);
  const parent = path.slice(0, -1);
  const present = valueAt(facts.data, [...parent, 'substance']);
  if (present === substance) return editTo(found, unit);
  if (present !== undefined || path.at(-1) !== 'unit') return undefined;
  const indent = ' '.repeat(facts.place(path, 'key').column - 1);
  return editTo(found, `${unit}\n${indent}substance: ${substance}`);
}

/** Forms of which only one reading is possible. */
const safeForms: ReadonlySet<ProblemCode> = new Set(['bad-doi', 'bad-orcid', 'coordinate-format']);

function editTo(from: string, to: string | undefined): Edit | undefined {
  return to === undefined || to === from ? undefined : { from, to };
}

/** The keys that are not there yet, among which a misspelt one is looked for. */
function unusedIn(facts: Facts, path: Path, known: readonly string[]): readonly string[] {
  const group = valueAt(facts.data, path);
  return known.filter((name) => typeof group !== 'object' || group === null || !Object.hasOwn(group, name));
}

function shortList(values: readonly string[]): string {
  return values.length > 12 ? `${values.slice(0, 12).join(', ')}, … (${values.length})` : values.join(', ');
}

export function dotted(path: Path): string {
  return path.map(String).join('.') || 'index.mdx';
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
