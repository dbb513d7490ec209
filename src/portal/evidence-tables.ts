import { z } from 'zod';
import { writeCsv } from '../csv/write.ts';
import { sourceLocale } from '../i18n/locales.ts';
import { evidenceRow } from '../schemas/evidence-row.ts';
import { type FieldFacts, integer, text } from './data-table.ts';
import { rowsOf } from './evidence-rows.ts';
import type { Entry, Library } from './library.ts';
import { pathOf } from './paths.ts';
import { absolute, href } from './site.ts';

/** Columns of the table of data sets. */
export const setFacts: Readonly<Record<string, FieldFacts>> = {
  id: text('Short name of the data set; it never changes.'),
  title_en: text('Title in English.'),
  address: text('Address of the page of the data set.'),
  rows_count: integer('Number of comparisons.'),
  origin: text('computed = worked out from the published data; printed = they stand in the source.'),
  dataset_licence: text('Licence of the data, as their publisher states it.'),
  attribution: text('Who is named wherever the data are used.'),
  cites: text('Keys of the sources to cite; several are separated by "; ".'),
  review: text('State of review: compiled, submitted or reviewed.'),
  review_date: text('When that state was reached, ISO 8601.'),
  licence: text('SPDX identifier of the licence of the words about the data set.'),
};

export function setsCsv(library: Library): string {
  const rows = library.all('evidence').map((set) => {
    const { facts, slug } = set;
    return [
      slug,
      facts.title,
      absolute(href(sourceLocale, pathOf(set as Entry))),
      rowsOf(set).length,
      facts.origin,
      facts.dataLicence,
      facts.attribution,
      facts.cites.join('; '),
      facts.review.state,
      facts.review.date,
      facts.licence,
    ];
  });
  return writeCsv([Object.keys(setFacts), ...rows]);
}

const typed: Readonly<Record<string, FieldFacts['type']>> = { number: 'number', integer: 'integer' };

interface Property {
  readonly type?: string;
  readonly description?: string;
  readonly unit?: string;
}

/** Columns of the comparisons: their meaning stands in their schema; those of the data set follow. */
export const rowFacts: Readonly<Record<string, FieldFacts>> = {
  ...Object.fromEntries(
    Object.entries(z.toJSONSchema(evidenceRow, { unrepresentable: 'any' }).properties ?? {}).map(
      ([name, property]) => {
        const { type, description, unit } = property as Property;
        const facts: FieldFacts = {
          type: typed[type ?? ''] ?? 'string',
          description: description ?? `${name} of the comparison.`,
          ...(unit ? { unit } : {}),
        };
        return [name, facts];
      },
    ),
  ),
  dataset: text('Id of the data set.'),
  dataset_licence: text('Licence of the data set, as its publisher states it.'),
  attribution: text('Who is named wherever the row is used.'),
  citation: text('The source in words.'),
  address: text('Address of the comparison on the page of its data set.'),
};
