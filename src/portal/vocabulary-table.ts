import { writeCsv } from '../csv/write.ts';
import { locales } from '../i18n/locales.ts';
import { type VocabularyName, vocabularies } from '../schemas/vocabulary.ts';
import { type FieldFacts, text, yesNo } from './data-table.ts';

/** A vocabulary as a flat table: labels and definitions by language, crosswalk codes, all else that it holds. */
export function vocabularyCsv(name: VocabularyName): string {
  const rows = Object.entries(vocabularies[name].entries).map(([id, entry]) => ({ id, ...flatten(entry) }));
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const head = ['id', ...Object.keys(vocabularyFacts).filter((key) => key !== 'id' && keys.includes(key))];
  const unknown = keys.filter((key) => !head.includes(key));
  if (unknown.length > 0)
    throw new Error(`the vocabulary ${name} holds ${unknown.join(', ')}, which no column describes`);
  return writeCsv([
    head,
    ...rows.map((row: Readonly<Record<string, string>>) => head.map((key) => row[key])),
  ]);
}

/** Nested keys are joined by an underscore, lists by "; ". */
function flatten(value: object, before = ''): Record<string, string> {
  const cells = Object.entries(value).flatMap(([key, part]): [string, string][] => {
    const name = before + key;
    if (Array.isArray(part)) return [[name, part.join('; ')]];
    if (typeof part === 'object' && part !== null) return Object.entries(flatten(part, `${name}_`));
    return [[name, String(part)]];
  });
  return Object.fromEntries(cells);
}

const inLanguage = (key: string, what: string) =>
  Object.fromEntries(
    locales.map((locale) => [`${key}_${locale}`, text(`${what} in the language ${locale} (BCP 47).`)]),
  );

export const vocabularyFacts: Readonly<Record<string, FieldFacts>> = {
  id: text('Id of the entry, as contributions name it.'),
  ...inLanguage('label', 'Label'),
  ...inLanguage('definition', 'Definition'),
  type: text('The portal’s own group of the ecosystem.'),
  biome: text('Biome of the IUCN Global Ecosystem Typology.'),
  theme: text('Theme of the indicator.'),
  units: text('Units that fit the indicator, UCUM; several are separated by "; ".'),
  substances: text('Substances that the indicator may be a mass of; several are separated by "; ".'),
  pool: text('Carbon pool of the indicator.'),
  protocols: text('Ids of protocols that measure it; several are separated by "; ".'),
  calculators: text('Ids of calculators that work with it; several are separated by "; ".'),
  symbol: text('How the unit is printed.'),
  common: text('Other ways in which people write the unit; several are separated by "; ".'),
  depthRequired: yesNo('Whether a figure of this pool needs a depth range.'),
  crosswalk_ferm: text('Entry of the FERM registry that it corresponds to.'),
  crosswalk_fermCode: text('Code of that entry.'),
  crosswalk_wocat: text('Keyword of the WOCAT questionnaire that it corresponds to.'),
  crosswalk_wocat_measures: text('Codes of WOCAT measures; several are separated by "; ".'),
  crosswalk_wocat_group: text('WOCAT group of sustainable land management.'),
  crosswalk_restor: text('Intervention type of Restor.'),
};
