import { csvParseRows } from 'd3-dsv';

/** What a column of a table of open data holds, in the terms of Frictionless Table Schema. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly description: string;
  /** UCUM code, where the column has one unit. */
  readonly unit?: string;
}

/** Type, meaning and unit of a column, by its name. */
export type FieldFacts = Omit<Field, 'name'>;

export const text = (description: string): FieldFacts => ({ type: 'string', description });
export const integer = (description: string): FieldFacts => ({ type: 'integer', description });
export const yesNo = (description: string): FieldFacts => ({ type: 'boolean', description });
export const number = (description: string, unit?: string): FieldFacts => ({
  type: 'number',
  description,
  ...(unit ? { unit } : {}),
});

/** The fields of a table from its header; a column that nobody described stops the build. */
export function fieldsOf(csv: string, known: Readonly<Record<string, FieldFacts>>): Field[] {
  const [header = []] = csvParseRows(csv.slice(0, csv.indexOf('\r\n')));
  return header.map((name) => {
    const facts = known[name];
    if (!facts) throw new Error(`the column ${name} of a published table has no description`);
    return { name, ...facts };
  });
}
