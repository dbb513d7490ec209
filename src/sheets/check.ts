import type { z } from 'zod';
import { readBody } from '../guard/read-body.ts';
import { collections } from '../schemas/collections.ts';
import { explain } from '../schemas/explain.ts';
import { slugPattern } from '../schemas/shared.ts';
import { keysAt } from '../schemas/walk.ts';
import type { BookPlan } from './book.ts';
import { type CellSheet, type FilledContribution, readSheets } from './read.ts';
import { type SheetProblem, sheetProblem } from './sheet-problem.ts';

export interface CheckedBook {
  readonly contributions: readonly (FilledContribution & { readonly record: object | undefined })[];
  readonly problems: readonly SheetProblem[];
}

/** A filled book read against the schema and the guard: the same sentences as the check, cell by cell. */
export function checkBook(plan: BookPlan, sheets: readonly CellSheet[]): CheckedBook {
  const { contributions, problems } = readSheets(plan, sheets);
  const schema: z.ZodType = collections[plan.collection].schema;
  const found: SheetProblem[] = [...problems];
  const checked = contributions.map((contribution) => {
    const { slug, facts, spot } = contribution;
    if (slug !== '' && !slugPattern.test(slug)) found.push(sheetProblem(spot, 'slug', { name: slug }));
    const parsed = schema.safeParse(facts);
    if (!parsed.success)
      for (const issue of parsed.error.issues.flatMap(withinGroup))
        found.push(...explained(issue, contribution, schema));
    found.push(...storyProblems(contribution));
    return { ...contribution, record: parsed.success ? (parsed.data as object) : undefined };
  });
  return { contributions: checked, problems: bySheet(plan, found) };
}

/** Where a group of keys stands that may be a word too: what is wrong within the group. */
function withinGroup(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const group = issue.errors.find(
    (branch) => branch.length > 0 && branch.every(({ path }) => path.length > 0),
  );
  return group?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

/** A finding of the schema at the cell it belongs to. */
function explained(
  issue: z.core.$ZodIssue,
  { facts, spotOf }: FilledContribution,
  schema: z.ZodType,
): SheetProblem[] {
  const spot = spotOf(issue.path);
  const problems = explain([issue], { data: facts, problems: [], place: () => spot }, spot.sheet, {
    keysAt: (path) => keysAt(schema, path),
    factsAt: () => [],
  });
  return problems.map((problem) => ({ ...problem, sheet: spot.sheet }));
}

/** What the guard finds in a story, at the cell of the section. */
function storyProblems({ sections }: FilledContribution): SheetProblem[] {
  return sections.flatMap(({ text, spot }) =>
    readBody(text, spot.sheet).problems.map((problem) => ({ ...problem, ...spot, file: spot.sheet })),
  );
}

/** In the order of the sheets, row by row; each said once. */
function bySheet({ sheets }: BookPlan, problems: readonly SheetProblem[]): SheetProblem[] {
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  const position = (name: string) => order.get(name) ?? -1;
  return [...unique.values()].sort(
    (a, b) => position(a.sheet) - position(b.sheet) || a.line - b.line || a.column - b.column,
  );
}
