import { localeFacts, locales } from '../i18n/locales.ts';
import { vocabularies } from '../schemas/vocabulary.ts';
import { type BookPlan, type Column, textSheet } from './book.ts';
import { exampleFor } from './examples.ts';

/** What stands on the first sheet: how the book is filled in and handed over. */
export function readMe({ sheets, main }: BookPlan): string[][] {
  return [
    ['How to fill in this book'],
    [`Sheets with facts: ${sheets.map(({ name }) => name).join(', ')}. Nothing on the others is read.`],
    [`Begin with one row on "${main.name}". Dark headers are needed; all others can wait.`],
    ['The sheet "columns" says what each column means, with its unit, what is allowed and an example.'],
    [
      'The first row of a sheet names the columns. Their order does not matter; columns you do not need can be deleted.',
    ],
    [
      `Rows on the other sheets name in "${main.name}" which slug they belong to. With one row on "${main.name}" this can stay empty.`,
    ],
    [
      'Numbers are plain: 12000 and 0.45, without thousands separators and units. The unit has its own column.',
    ],
    ['Dates and years are text: 1999, 2019-05, 1980~ for about 1980.'],
    ['Several values in one cell are parted by semicolons: overgrazing; fuelwood-harvest.'],
    ['Names of authors: Orth, Robert; Lefcheck, Jonathan. An organisation has no comma.'],
    [
      'Choices may be written by their id or by their name in any language of the portal (sheet "vocabularies").',
    ],
    ['Do not merge cells. Formulas are not computed: only the result that was saved is read.'],
    [`The story stands on "${textSheet}", one section a row, in Markdown. Cite as [@author-2020].`],
    [
      'To check and convert: npm run import -- this-file.xlsx. Everything that is wrong is said at once, cell by cell.',
    ],
  ];
}

/** The sheet that explains every column. */
export function explainColumns({ sheets }: BookPlan): string[][] {
  return [
    ['Sheet', 'Column', 'Meaning', 'Needed', 'Unit', 'Allowed', 'Example'],
    ...sheets.flatMap(({ name, columns }) =>
      columns.map((column) => [
        name,
        column.name,
        column.description,
        neededWords(column),
        unitWords(column),
        allowedWords(column),
        exampleFor(name, column),
      ]),
    ),
  ];
}

/** The entries of every vocabulary of a book with their names in all languages. */
export function vocabularyRows({ sheets }: BookPlan): string[][] {
  const columns = sheets.flatMap(({ columns }) => columns);
  const names = new Set(columns.flatMap(({ vocabulary, suggests }) => vocabulary ?? suggests ?? []));
  return [
    ['Vocabulary', 'Id', ...locales.map((locale) => localeFacts[locale].name)],
    ...[...names].flatMap((name) =>
      Object.entries(vocabularies[name].entries).map(([id, { label }]) => [
        name,
        id,
        ...locales.map((locale) => label[locale] ?? ''),
      ]),
    ),
  ];
}

function neededWords({ required, requiredWith }: Column): string {
  if (required) return 'yes';
  return requiredWith === undefined ? 'no' : `when any ${requiredWith} is filled in`;
}

/** The unit of a number: its own, or the one that stands in the column beside it. */
function unitWords({ name, kind, unit }: Column): string {
  if (kind !== 'number') return '';
  if (unit) return unit;
  const key = name.split('.').at(-1) ?? '';
  if (key === 'level') return 'share, 0 to 1';
  if (key === 'n') return 'number';
  return 'as in the column unit';
}

const longestList = 12;

function allowedWords({ kind, options, vocabulary, suggests, refersTo }: Column): string {
  const several = kind === 'list' ? '; several with semicolons' : '';
  if (vocabulary) {
    const { entries, version } = vocabularies[vocabulary];
    return `sheet lists, column ${vocabulary} (${Object.keys(entries).length}, version ${version}); or the name in any language (sheet vocabularies)${several}`;
  }
  if (suggests) return `UCUM; usual ones on sheet lists, column ${suggests}`;
  if (options.length > longestList)
    return `${options.slice(0, longestList).join(', ')} … (sheet lists)${several}`;
  if (options.length > 0) return options.join(', ') + several;
  if (refersTo) return `folder names in content/${refersTo}${several}`;
  if (kind === 'number') return 'a number with a point';
  if (kind === 'lines') return 'one a line (Alt+Enter)';
  if (kind === 'names') return 'Family, Given; Family, Given; Organisation';
  return kind === 'list' ? 'ids, with semicolons' : 'text';
}
