import { nearest } from '../guard/nearest.ts';
import { type BookPlan, type Column, headingsOf, helpSheets, type SheetPlan } from './book.ts';
import { type CellValue, fromCell, isEmpty } from './cells.ts';
import type { Part } from './fields.ts';
import { type Fields, setAt, valueAt } from './paths.ts';
import { type SheetProblem, type Spot, sheetProblem } from './sheet-problem.ts';
import { joinStory, type StorySection } from './story.ts';

/** A sheet as a file holds it: rows of cells, the first of them the header. */
export interface CellSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** A contribution as it was filled in; its facts are not checked yet. */
export interface FilledContribution {
  readonly slug: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The sections of its story, each with its place. */
  readonly sections: readonly (StorySection & { readonly spot: Spot })[];
  readonly spot: Spot;
  /** The cell of a fact; the row, where the fact has none. */
  spotOf(path: readonly PropertyKey[]): Spot;
}

export interface ReadBook {
  readonly contributions: readonly FilledContribution[];
  readonly problems: readonly SheetProblem[];
}

/** A row of a sheet, with its cells by column. */
interface Row {
  readonly sheet: string;
  readonly line: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly cells: ReadonlyMap<Column, CellValue>;
}

/** An item being put together, with the row it came from. */
interface Item {
  readonly record: Fields;
  readonly row: Row;
}

/** The contributions of a filled book, with everything that is wrong about its form. */
export function readSheets(plan: BookPlan, sheets: readonly CellSheet[]): ReadBook {
  const problems: SheetProblem[] = [];
  const found = matchSheets(plan, sheets, problems);
  const rows = new Map(plan.sheets.map((sheet) => [sheet, rowsOf(sheet, found.get(sheet), problems)]));
  const drafts = new Map<string, Draft>();
  for (const row of rows.get(plan.main) ?? []) {
    const slug = textOf(row, plan.main.columns[0]);
    const spot = spotIn(row, 'slug');
    if (slug === '') problems.push(sheetProblem(spot, 'missing-key', { key: 'slug', name: 'slug' }));
    else if (drafts.has(slug)) problems.push(sheetProblem(spot, 'duplicate-id', { id: slug }));
    drafts.set(slug, {
      slug,
      main: { record: recordOf(plan.main, row, problems), row },
      items: new Map(),
      sections: [],
    });
  }
  if (found.has(plan.main) && drafts.size === 0)
    problems.push(
      sheetProblem({ sheet: plan.main.name, line: 2, column: 1 }, 'sheet-empty', { name: plan.main.name }),
    );
  for (const sheet of plan.sheets.slice(1)) {
    for (const row of rows.get(sheet) ?? []) addRow(plan, sheet, row, drafts, problems);
  }
  return { contributions: [...drafts.values()].map((draft) => finish(plan, draft)), problems };
}

interface Draft {
  readonly slug: string;
  readonly main: Item;
  /** Items of every list, by the name of its part and their place in the record. */
  readonly items: Map<string, { readonly path: readonly PropertyKey[]; readonly item: Item }[]>;
  readonly sections: (StorySection & { readonly spot: Spot })[];
}

function matchSheets(
  { sheets: plans, main }: BookPlan,
  sheets: readonly CellSheet[],
  problems: SheetProblem[],
): Map<SheetPlan, CellSheet> {
  const found = new Map<SheetPlan, CellSheet>();
  const allowed = plans.map(({ name }) => name);
  for (const sheet of sheets) {
    const name = sheet.name.trim().toLowerCase();
    if ((helpSheets as readonly string[]).includes(name)) continue;
    const plan = plans.find((one) => one.name.toLowerCase() === name);
    if (plan && !found.has(plan)) found.set(plan, sheet);
    else if (sheet.rows.some((row) => row.some((cell) => !isEmpty(cell))))
      problems.push(
        sheetProblem({ sheet: sheet.name, line: 1, column: 1 }, 'sheet-unknown', {
          name: sheet.name,
          allowed: allowed.join(', '),
          suggestion: nearest(name, allowed),
        }),
      );
  }
  if (!found.has(main))
    problems.push(
      sheetProblem({ sheet: main.name, line: 1, column: 1 }, 'sheet-missing', { name: main.name }),
    );
  return found;
}

/** The filled rows of a sheet, their cells by the columns that its header names. */
function rowsOf(plan: SheetPlan, sheet: CellSheet | undefined, problems: SheetProblem[]): Row[] {
  const [header = [], ...lines] = sheet?.rows ?? [];
  const columns = new Map<string, number>();
  const allowed = plan.columns.map(({ name }) => name);
  const width = Math.max(header.length, ...lines.map((cells) => cells.length));
  for (let index = 0; index < width; index += 1) {
    const name = String(header[index] ?? '').trim();
    const spot = { sheet: plan.name, line: 1, column: index + 1 };
    const known = allowed.find((one) => one.toLowerCase() === name.toLowerCase());
    if (known !== undefined && !columns.has(known)) columns.set(known, index);
    else if (known !== undefined) problems.push(sheetProblem(spot, 'column-twice', { name: known }));
    else if (name !== '')
      problems.push(
        sheetProblem(spot, 'column-unknown', {
          name,
          allowed: allowed.join(', '),
          suggestion: nearest(name, allowed),
        }),
      );
    else {
      const line = lines.findIndex((cells) => !isEmpty(cells[index]));
      if (line >= 0)
        problems.push(
          sheetProblem({ ...spot, line: line + 2 }, 'column-unnamed', {
            found: String(lines[line]?.[index]),
          }),
        );
    }
  }
  return lines.flatMap((cells, index) =>
    cells.every(isEmpty)
      ? []
      : [
          {
            sheet: plan.name,
            line: index + 2,
            columns,
            cells: new Map(
              plan.columns.flatMap((column) => {
                const at = columns.get(column.name);
                return at === undefined ? [] : [[column, cells[at] ?? null] as const];
              }),
            ),
          },
        ],
  );
}

/** The facts of one row; keys without a value are left out. */
function recordOf(plan: SheetPlan, row: Row, problems: SheetProblem[]): Fields {
  const record: Fields = {};
  for (const [column, cell] of row.cells) {
    if (column.of !== 'fact') continue;
    if (cell instanceof Date) {
      const found = cell.toISOString().slice(0, 10);
      problems.push(sheetProblem(spotIn(row, column.name), 'excel-date', { key: column.name, found }));
      continue;
    }
    const value = fromCell(column, cell);
    if (value === undefined) continue;
    const path = column.name.split('.');
    if (typeof valueAt(record, path) === 'object' || !setAt(record, path, value))
      problems.push(sheetProblem(spotIn(row, column.name), 'either-or', { key: column.name }));
  }
  // A required list that nobody filled in is an empty one: outcomes: [].
  for (const list of plan.part?.parts ?? []) {
    const path = keysBelow(list, plan.part);
    if (list.required && valueAt(record, path) === undefined) setAt(record, path, []);
  }
  return record;
}

function addRow(
  plan: BookPlan,
  sheet: SheetPlan,
  row: Row,
  drafts: ReadonlyMap<string, Draft>,
  problems: SheetProblem[],
): void {
  const owners = sheet.columns.filter(({ of }) => of === 'owner');
  const [mainColumn, ...above] = owners;
  const slug = ownerOf(row, mainColumn, [...drafts.keys()], problems);
  const draft = slug === undefined ? undefined : drafts.get(slug);
  if (!draft) return;
  if (!sheet.part) {
    const [heading, text] = ['section', 'text'].map((name) =>
      textOf(
        row,
        sheet.columns.find((column) => column.name === name),
      ),
    );
    const spot = spotIn(row, 'text');
    checkHeading(plan, heading ?? '', spotIn(row, 'section'), problems);
    draft.sections.push({ heading: heading ?? '', text: text ?? '', spot });
    return;
  }
  let owner: { path: readonly PropertyKey[]; item: Item } = { path: [], item: draft.main };
  for (const [index, column] of above.entries()) {
    const part = sheet.owners[index];
    const candidates = draft.items.get(part?.name ?? '') ?? [];
    const ids = candidates.map(({ item }) => String(item.record['id'] ?? ''));
    const id = ownerOf(row, column, ids, problems);
    const next = candidates[ids.indexOf(id ?? '')];
    if (!next) return;
    owner = next;
  }
  const keys = keysBelow(sheet.part, sheet.owners.at(-1));
  const item: Item = { record: recordOf(sheet, row, problems), row };
  const list = valueAt(owner.item.record, keys);
  const items = Array.isArray(list) ? (list as Fields[]) : [];
  if (items.length === 0) setAt(owner.item.record, keys, items);
  const path = [...owner.path, ...keys, items.length];
  items.push(item.record);
  const listed = draft.items.get(sheet.part.name) ?? [];
  listed.push({ path, item });
  draft.items.set(sheet.part.name, listed);
}

/** What a row belongs to: the one it names, or the only one there is. */
function ownerOf(
  row: Row,
  column: Column | undefined,
  known: readonly string[],
  problems: SheetProblem[],
): string | undefined {
  const name = textOf(row, column);
  const columnName = column?.name ?? '';
  if (name === '' && known.length === 1) return known[0];
  if (known.includes(name)) return name;
  const allowed = known.join(', ');
  const spot = spotIn(row, columnName);
  if (name === '') problems.push(sheetProblem(spot, 'row-without-owner', { column: columnName, allowed }));
  else
    problems.push(
      sheetProblem(spot, 'row-of-nobody', {
        column: columnName,
        found: name,
        allowed,
        suggestion: nearest(name, known),
      }),
    );
  return undefined;
}

function checkHeading({ collection }: BookPlan, heading: string, spot: Spot, problems: SheetProblem[]): void {
  const allowed = headingsOf(collection);
  if (heading === '' || allowed.includes(heading)) return;
  problems.push(
    sheetProblem(spot, 'heading-unknown', {
      found: heading,
      allowed: allowed.join('; '),
      suggestion: nearest(heading, allowed),
    }),
  );
}

function finish(plan: BookPlan, { slug, main, items, sections }: Draft): FilledContribution {
  const placed = [{ path: [] as readonly PropertyKey[], item: main }, ...[...items.values()].flat()];
  return {
    slug,
    facts: main.record,
    body: joinStory(sections),
    sections,
    spot: { sheet: plan.main.name, line: main.row.line, column: 1 },
    spotOf: (path) => {
      const owners = placed.filter((one) => one.path.every((key, index) => key === path[index]));
      const { path: start, item } = owners.reduce((deepest, one) =>
        one.path.length > deepest.path.length ? one : deepest,
      );
      return spotIn(
        item.row,
        path
          .slice(start.length)
          .filter((key) => typeof key !== 'number')
          .join('.'),
      );
    },
  };
}

/** The cell of a key in a row: of the key itself, or of the first column below or above it. */
function spotIn({ sheet, line, columns }: Row, name: string): Spot {
  for (let at = name; at !== ''; at = at.split('.').slice(0, -1).join('.')) {
    const column = columns.get(at) ?? [...columns].find(([one]) => one.startsWith(`${at}.`))?.[1];
    if (column !== undefined) return { sheet, line, column: column + 1 };
  }
  return { sheet, line, column: 1 };
}

function textOf(row: Row, column: Column | undefined): string {
  const cell = column && row.cells.get(column);
  if (cell === undefined || cell === null) return '';
  return (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))
    .replaceAll(/\r\n?/g, '\n')
    .trim();
}

function keysBelow(part: Part, owner: Part | undefined): string[] {
  const above = owner?.name ?? '';
  return (above === '' ? part.name : part.name.slice(above.length + 1)).split('.');
}
