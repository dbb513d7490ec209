import type { Text } from '../i18n/locales.ts';
import type { Kind, Quantity } from './record.ts';

/** One fact of one item, as it is printed and as a table for spreadsheets takes it. */
export interface Line {
  /** The fact without its language: two lines with one key say the same. */
  readonly key: string;
  /** A figure with its qualifier, sign and unit, before the words. */
  readonly amount?: { readonly number: string; readonly unit: string };
  readonly text?: Text;
  /** Address within the site, in the reader's language. */
  readonly path?: string;
  /** What must stand below: interval or its absence, design, depth, baseline. */
  readonly notes?: readonly Note[];
  /** Numbers of sources on the page of the item. */
  readonly sources?: readonly number[];
  readonly figure?: Figure;
}

/** Words that may stand in another language than those around them. */
export interface Note extends Text {
  readonly before?: string;
  readonly after?: string;
}

/** A figure as its record has it, for files that leave the site. */
export interface Figure extends Quantity {
  readonly unit: string;
  readonly substance?: string | undefined;
  readonly against?: string;
  readonly depth?: { readonly top: number; readonly bottom: number } | undefined;
  readonly pool?: string | undefined;
  readonly baseline?: string | undefined;
  readonly role?: string;
  readonly kind?: string;
  readonly design?: string | undefined;
  readonly spread?: string | undefined;
}

/** A criterion: what is known of each item, in the order of the items. An empty cell is not recorded. */
export interface Row {
  readonly id: string;
  readonly label: Text;
  readonly cells: readonly (readonly Line[])[];
  /** Links to where something is told: nothing in them can be the same or differ. */
  readonly links?: true;
  /** A sentence that must be read with the row. */
  readonly caution?: string;
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly rows: readonly Row[];
}

export interface Item {
  readonly id: string;
  readonly kind: Kind;
  readonly title: Text;
  readonly path: string;
}

export interface Comparison {
  readonly items: readonly Item[];
  readonly groups: readonly Group[];
}

/** Whether the items do not all say the same. Order says nothing; nothing recorded anywhere is no difference. */
export function differs({ cells, links }: Row): boolean {
  if (links) return false;
  const said = cells.map((lines) => JSON.stringify(lines.map(({ key }) => key).sort()));
  return new Set(said).size > 1;
}

/** Lines that only one item has, where the items have some in common: without that it would be all of them. */
export function ownKeys({ cells }: Row): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const key of cells.flatMap((lines) => [...new Set(lines.map((line) => line.key))]))
    counts.set(key, (counts.get(key) ?? 0) + 1);
  const own = [...counts].filter(([, count]) => count === 1).map(([key]) => key);
  return new Set(own.length < counts.size ? own : []);
}

/** Of how many items a criterion is recorded. */
export function recordedOf({ cells }: Row): number {
  return cells.filter((lines) => lines.length > 0).length;
}

export interface Tally {
  readonly rows: number;
  readonly different: number;
}

export function tallyOf({ groups }: Comparison): Tally {
  const rows = groups.flatMap((group) => group.rows).filter(({ links }) => !links);
  return { rows: rows.length, different: rows.filter(differs).length };
}

/** Where nothing is left of a group, the group goes too. */
export function onlyDifferent(comparison: Comparison): Comparison {
  const groups = comparison.groups.map((group) => ({ ...group, rows: group.rows.filter(differs) }));
  return { ...comparison, groups: groups.filter(({ rows }) => rows.length > 0) };
}
