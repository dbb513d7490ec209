import { writeCsv } from '../csv/write.ts';
import { locales } from '../i18n/locales.ts';
import { type VocabularyName, vocabularies } from '../schemas/vocabulary.ts';
import { listFacts, outcomeFacts } from './column-facts.ts';
import { type FieldFacts, text } from './data-table.ts';
import { evidenceCsv } from './evidence-csv.ts';
import { rowsCsv } from './evidence-rows.ts';
import { rowFacts, setFacts, setsCsv } from './evidence-tables.ts';
import { factorFacts, factorsCsv, factorTables } from './factor-tables.ts';
import type { Entry, Library } from './library.ts';
import { listCsv } from './list-csv.ts';
import { listed } from './list-paths.ts';
import { emissionFacts, emissionsCsv, removalFacts, removalsCsv } from './neutrality-tables.ts';
import { outcomeColumns } from './outcomes-csv.ts';
import { pathOf } from './paths.ts';
import { absolute, href } from './site.ts';
import { vocabularyCsv, vocabularyFacts } from './vocabulary-table.ts';

/** A published table: the same file for every language, and what its columns mean. */
export interface OpenTable {
  /** Below /api/, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly facts: Readonly<Record<string, FieldFacts>>;
  csv(library: Library): string | Promise<string>;
}

const vocabularyNames = Object.keys(vocabularies) as VocabularyName[];

/** Every table of the open data. */
export async function openTables(): Promise<readonly OpenTable[]> {
  const factors = await factorTables();
  return [
    ...listed.map((name) => ({
      name,
      title: `The facts of the collection ${name}, one entry a row.`,
      facts: listFacts,
      csv: (library: Library) => listCsv(library, name),
    })),
    {
      name: 'glossary',
      title: 'The terms of the glossary, one a row.',
      facts: glossaryFacts,
      csv: glossaryCsv,
    },
    {
      name: 'references',
      title: 'The shared references, one a row.',
      facts: referenceFacts,
      csv: referencesCsv,
    },
    {
      name: 'outcomes',
      title: 'All outcomes of all case studies, one a row.',
      facts: outcomeFacts,
      csv: allOutcomesCsv,
    },
    {
      name: 'evidence',
      title: 'Data sets of paired comparisons, one a row.',
      facts: setFacts,
      csv: setsCsv,
    },
    {
      name: 'evidence-rows',
      title: 'Paired comparisons of all data sets, one a row, each with its data set, licence and citation.',
      facts: rowFacts,
      csv: (library) => rowsCsv(library),
    },
    {
      name: 'effects',
      title: 'Effects with a figure, of all case studies, one figure a row.',
      facts: outcomeFacts,
      csv: (library) => evidenceCsv(library, 'effects'),
    },
    {
      name: 'emissions',
      title: 'Emissions that removals are held against, one figure a row, each with its source.',
      facts: emissionFacts,
      csv: emissionsCsv,
    },
    {
      name: 'published-removals',
      title: 'Published removals of restored land beside those computed again, one estimate a row.',
      facts: removalFacts,
      csv: removalsCsv,
    },
    ...vocabularyNames.map((name) => ({
      name: `vocabularies/${name}`,
      title: `Controlled vocabulary: ${vocabularies[name].title}.`,
      facts: vocabularyFacts,
      csv: () => vocabularyCsv(name),
    })),
    ...factors.map(({ table }) => ({
      name: `factors/${table.id}`,
      title: `Factors: ${table.title}, set ${table.version}, each with its source, place and status.`,
      facts: factorFacts,
      csv: () => factorsCsv(table),
    })),
  ];
}

const addressOf = (entry: Entry) => absolute(href('en', pathOf(entry)));
const together = (parts: readonly string[] | undefined) => parts?.join('; ');

const inLanguages = (key: string, what: string) =>
  Object.fromEntries(
    locales.map((locale) => [`${key}_${locale}`, text(`${what} in the language ${locale} (BCP 47).`)]),
  );

const glossaryFacts: Readonly<Record<string, FieldFacts>> = {
  id: text('Short name of the term; it never changes.'),
  address: text('Address of the term.'),
  abbreviation: text('Abbreviation.'),
  aliases_en: text('Other English spellings; several are separated by "; ".'),
  ...inLanguages('term', 'The term'),
  ...inLanguages('definition', 'Definition'),
  basis: text(
    'follows-source = follows a definition that was read; source-uses-term = the source only uses the term; own-words = no source.',
  ),
  sources: text('Keys of the sources; several are separated by "; ".'),
  see_also: text('Ids of related terms; several are separated by "; ".'),
};

function glossaryCsv(library: Library): string {
  const rows = library.all('glossary').map((entry) => {
    const { term, definition, abbreviation, aliases, basis, sources, seeAlso } = entry.facts;
    return [
      entry.slug,
      addressOf(entry as Entry),
      abbreviation,
      together(aliases),
      ...locales.map((locale) => term[locale]),
      ...locales.map((locale) => definition[locale]),
      basis,
      together(sources),
      together(seeAlso),
    ];
  });
  return writeCsv([Object.keys(glossaryFacts), ...rows]);
}

const referenceFacts: Readonly<Record<string, FieldFacts>> = {
  id: text('Key by which contributions cite it.'),
  address: text('Address of the reference on the portal.'),
  type: text('Kind of publication, CSL 1.0.'),
  title: text('Title; a description in square brackets where it could not be seen.'),
  authors: text('Authors in order; several are separated by "; ".'),
  issued: text('Year or date of publication, ISO 8601.'),
  container_title: text('Journal, book or site it appeared in.'),
  publisher: text('Publisher.'),
  volume: text('Volume.'),
  issue: text('Issue.'),
  page: text('Pages or article number.'),
  doi: text('DOI without https://doi.org/.'),
  url: text('Address, where there is no DOI.'),
  incomplete: text('What the copy that was read did not show.'),
};

function referencesCsv(library: Library): string {
  const rows = library.all('references').map((entry) => {
    const { facts } = entry;
    const authors = facts.author?.map((one) =>
      'literal' in one ? one.literal : [one.family, one.given].filter(Boolean).join(', '),
    );
    return [
      entry.slug,
      addressOf(entry as Entry),
      facts.type,
      facts.title,
      together(authors),
      facts.issued,
      facts['container-title'],
      facts.publisher,
      facts.volume,
      facts.issue,
      facts.page,
      facts.DOI,
      facts.URL,
      facts.incomplete,
    ];
  });
  return writeCsv([Object.keys(referenceFacts), ...rows]);
}

function allOutcomesCsv(library: Library): string {
  const rows = library
    .all('case-studies')
    .flatMap((entry) =>
      entry.facts.outcomes.map((outcome) => [
        entry.slug,
        `${addressOf(entry as Entry)}#outcome-${outcome.id}`,
        ...Object.values(outcomeColumns).map((column) =>
          column(outcome, (key) => library.source(entry as Entry, key)?.DOI),
        ),
      ]),
    );
  return writeCsv([['case', 'address', ...Object.keys(outcomeColumns)], ...rows]);
}
