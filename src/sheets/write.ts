import type { BookPlan, Column, SheetPlan } from './book.ts';
import { toCell } from './cells.ts';
import { type Fields, valueAt } from './paths.ts';
import { splitStory } from './story.ts';

/** A contribution as it is written: its facts and its story. */
export interface Contribution {
  readonly slug: string;
  readonly facts: Readonly<Fields>;
  readonly body: string;
}

export type Cell = string | number | boolean | null;

export interface FilledSheet {
  readonly plan: SheetPlan;
  /** Without the row of headers. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Contributions as rows of every sheet. */
export function fillSheets({ sheets }: BookPlan, contributions: readonly Contribution[]): FilledSheet[] {
  return sheets.map((plan) => ({
    plan,
    rows: contributions.flatMap((one) => rowsOf(plan, one)),
  }));
}

function rowsOf(plan: SheetPlan, { slug, facts, body }: Contribution): Cell[][] {
  const { part, owners, columns } = plan;
  if (!part)
    return splitStory(body).map(({ heading, text }) =>
      columns.map(({ of }) => (of === 'owner' ? slug : of === 'section' ? heading : text)),
    );
  if (part.name === '') return [columns.map((column) => cellOf(column, facts, [slug]))];
  return itemsOf(
    facts,
    [...owners, part].map(({ name }) => name),
  ).map(({ item, ids }) => {
    const keys = [slug, ...ids];
    let owner = 0;
    return columns.map((column) => cellOf(column, item, column.of === 'owner' ? keys.slice(owner++) : []));
  });
}

function cellOf(column: Column, record: Fields, keys: readonly string[]): Cell {
  if (column.of !== 'fact') return keys[0] ?? null;
  const value = valueAt(record, column.name.split('.'));
  // A word may stand where other records have a group of keys.
  return typeof value === 'object' && !Array.isArray(value) ? null : toCell(column, value);
}

interface Item {
  readonly item: Fields;
  /** Ids of the items it stands in. */
  readonly ids: readonly string[];
}

/** The items of a list, or of the lists within the items of a list. */
function itemsOf(record: Fields, lists: readonly string[]): Item[] {
  return lists.reduce<Item[]>(
    (owners, list, index) =>
      owners.flatMap(({ item, ids }) => {
        const above = lists[index - 1];
        const keys = (above === undefined ? list : list.slice(above.length + 1)).split('.');
        const items = valueAt(item, keys);
        const own = index === 0 ? ids : [...ids, String(item['id'])];
        return Array.isArray(items) ? items.map((one: Fields) => ({ item: one, ids: own })) : [];
      }),
    [{ item: record, ids: [] }],
  );
}
