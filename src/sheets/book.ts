import { sectionHeadings } from '../i18n/translate.ts';
import { collections } from '../schemas/collections.ts';
import type { Collection } from '../schemas/shared.ts';
import { type Field, type Part, partOf } from './fields.ts';

/** Collections that can be written in a spreadsheet, with the name of their first sheet. */
export const bookNames = {
  'case-studies': 'case',
  protocols: 'protocol',
  'management-models': 'model',
  'policy-options': 'policy',
} as const satisfies Partial<Record<Collection, string>>;

/** What a contributor calls one of them: in commands, addresses and file names. */
export const templateNames = {
  'case-studies': 'case-study',
  protocols: 'protocol',
  'management-models': 'management-model',
  'policy-options': 'policy-option',
} as const satisfies Record<keyof typeof bookNames, string>;

export type BookCollection = keyof typeof bookNames;
export const bookCollections = Object.keys(bookNames) as BookCollection[];

/** A column: a fact, the slug, the owner of a row, or a piece of the story. */
export interface Column extends Field {
  readonly of: 'fact' | 'slug' | 'owner' | 'section' | 'text';
}

/** One sheet: a part of the record, a row for each item. */
export interface SheetPlan {
  readonly name: string;
  readonly description: string;
  /** Undefined for the sheet of the story. */
  readonly part: Part | undefined;
  /** The lists that this list stands in, from the outermost. */
  readonly owners: readonly Part[];
  readonly columns: readonly Column[];
}

export interface BookPlan {
  readonly collection: BookCollection;
  readonly main: SheetPlan;
  readonly sheets: readonly SheetPlan[];
}

/** Sheets beside those with facts, which explain and are not read again. */
export const helpSheets = ['read me', 'columns', 'vocabularies', 'lists'] as const;
export const textSheet = 'text';

/** Excel keeps a sheet of the name history for itself. */
const otherNames: Readonly<Record<string, string>> = { history: 'versions' };

const plans = new Map<BookCollection, BookPlan>();

/** The sheets of a collection, made from its schema. */
export function planOf(collection: BookCollection): BookPlan {
  const known = plans.get(collection);
  if (known) return known;
  const record = partOf(collections[collection].schema);
  const name = bookNames[collection];
  const main: SheetPlan = {
    name,
    description: 'One row for each contribution.',
    part: record,
    owners: [],
    columns: [slugColumn, ...record.fields.map(factColumn)],
  };
  const plan = {
    collection,
    main,
    sheets: [main, ...record.parts.flatMap((part) => sheetsOf(part, [], name)), storySheet(collection, name)],
  };
  plans.set(collection, plan);
  return plan;
}

function sheetsOf(part: Part, owners: readonly Part[], main: string): SheetPlan[] {
  const sheet: SheetPlan = {
    name: otherNames[part.name] ?? part.name,
    description: part.description,
    part,
    owners,
    columns: [
      ownerColumn(main),
      ...owners.map((owner) => ownerColumn(owner.name)),
      ...part.fields.map(factColumn),
    ],
  };
  return [sheet, ...part.parts.flatMap((below) => sheetsOf(below, [...owners, part], main))];
}

function storySheet(collection: BookCollection, main: string): SheetPlan {
  const section = 'Heading of the section; leave out sections for which you have nothing to say.';
  const text =
    'The words of the section in Markdown, cited as [@author-2020]. An empty line parts paragraphs (Alt+Enter).';
  return {
    name: textSheet,
    description: 'The story, a section a row.',
    part: undefined,
    owners: [],
    columns: [
      ownerColumn(main),
      { ...free('section', section), of: 'section', kind: 'choice', options: headingsOf(collection) },
      { ...free('text', text), of: 'text' },
    ],
  };
}

const factColumn = (field: Field): Column => ({ ...field, of: 'fact' });

const free = (name: string, description: string): Field => ({
  name,
  kind: 'text',
  required: true,
  requiredWith: undefined,
  description,
  options: [],
  vocabulary: undefined,
  refersTo: undefined,
  suggests: undefined,
  unit: undefined,
});

const slugColumn: Column = {
  ...free(
    'slug',
    'Name of the folder and last part of the address: small letters, digits, hyphens. The other sheets name the row by it.',
  ),
  of: 'slug',
};

const ownerColumn = (name: string): Column => ({
  ...free(name, `Which ${name} the row belongs to. May stay empty where there is only one.`),
  required: false,
  of: 'owner',
});

/** The English headings of a story and the sections they mean. */
export function headingsOf(collection: BookCollection): string[] {
  return [...sectionHeadings('en', collection, collections[collection].sections).keys()];
}
