import { countryName } from '../i18n/format.ts';
import { type Locale, sourceLocale } from '../i18n/locales.ts';
import type { Message } from '../i18n/message.ts';
import { isMessageKey, type MessageKey, messageForms, messageKeys, translator } from '../i18n/translate.ts';
import { alpha2 } from '../schemas/place.ts';
import { labelOf, vocabularies } from '../schemas/vocabulary.ts';
import { type Answers, answersOf } from '../synthesis/all.ts';
import type { SynthesisRow } from '../synthesis/row.ts';
import { defaults } from '../synthesis/settings.ts';
import type { SetFacts, SynthesisWords } from '../synthesis/words.ts';
import { allRows, plainCitation } from './evidence-rows.ts';
import type { Entry, Library } from './library.ts';
import { pathOf } from './paths.ts';
import { absolute, activeLocales, asset, href } from './site.ts';
import { synthesisRow } from './synthesis-row.ts';
import { titleOf } from './view.ts';

/** What a browser needs to answer anew: the rows, and the words of one language. */
export interface SynthesisData {
  readonly locale: Locale;
  readonly rows: readonly SynthesisRow[];
  readonly messages: Readonly<Record<string, Message>>;
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly sets: Readonly<Record<string, SetFacts>>;
  readonly citations: Readonly<Record<string, string>>;
  readonly files: string;
}

const known = new WeakMap<Library, { rows: readonly SynthesisRow[]; answers: Answers }>();

/** All comparisons and what they answer under the default settings, worked out once. */
export function synthesisOf(library: Library): { rows: readonly SynthesisRow[]; answers: Answers } {
  const made = known.get(library);
  if (made) return made;
  const rows = allRows(library).map(({ row, set }) => synthesisRow(row, set.slug));
  const found = { rows, answers: answersOf(rows, defaults) };
  known.set(library, found);
  return found;
}

/** Folder of the files of an answer and of the words of the page. */
const folder = '/evidence/synthesis/';

export function synthesisData(library: Library, locale: Locale): SynthesisData {
  const { rows } = synthesisOf(library);
  const sets = library.all('evidence');
  const used = (name: keyof SynthesisRow) =>
    [...new Set(rows.map((row) => String(row[name])))].filter((id) => id !== '');
  const labels = (ids: readonly string[], label: (id: string) => string) =>
    Object.fromEntries(ids.map((id) => [id, label(id)]));
  const { indicators, interventions, ecosystems } = vocabularies;
  return {
    ...{ locale, rows, files: asset(folder) },
    messages: messageForms(locale, messageKeys.filter(saidAnew)),
    labels: {
      indicator: labels(used('indicator'), (id) => labelOf(indicators.entries[id], id, locale).text),
      intervention: labels(used('intervention'), (id) => labelOf(interventions.entries[id], id, locale).text),
      ecosystem: labels(
        used('ecosystem'),
        (id) => `${id} ${labelOf(ecosystems.entries[id], id, locale).text}`,
      ),
      country: labels(used('country'), (id) => countryName(alpha2(id), locale)),
      dataset: labels(used('dataset'), (id) => setTitle(library, id, locale)),
      model: labels(used('model'), (id) => modelTitle(library, id, locale)),
    },
    sets: Object.fromEntries(sets.map((set) => [set.slug, setFacts(set, locale)])),
    citations: Object.fromEntries(
      sets.flatMap((set) =>
        set.facts.cites.map((key) => [`${set.slug}/${key}`, plainCitation(library, set, key)] as const),
      ),
    ),
  };
}

/** The words that change with the rows; what the build alone says is left out. */
const saidAnew = (key: MessageKey) =>
  key.startsWith('synthesis.') &&
  !/^synthesis\.(?:title|lead|method|independent|rule|filter|recovery|model|link|without-script)/.test(key);

function setTitle(library: Library, id: string, locale: Locale): string {
  const set = library.get('evidence', id);
  return set ? titleOf(set as Entry, locale).text : id;
}

function modelTitle(library: Library, id: string, locale: Locale): string {
  const model = library.get('management-models', id);
  return model ? titleOf(model as Entry, locale).text : id;
}

function setFacts(set: Entry<'evidence'>, locale: Locale): SetFacts {
  const { dataLicence: licence, attribution, origin } = set.facts;
  return {
    title: titleOf(set as Entry, locale).text,
    address: href(locale, pathOf(set as Entry)),
    url: absolute(href(sourceLocale, pathOf(set as Entry))),
    ...{ licence, attribution, origin },
  };
}

/** The words of the answers in a language, for the build. */
export function synthesisWords(library: Library, locale: Locale): SynthesisWords {
  const t = translator(locale);
  const { labels, sets, citations, files } = synthesisData(library, locale);
  return {
    locale,
    say: (key, values) => {
      if (!isMessageKey(key)) throw new Error(`no message "${key}"`);
      return t(key, values);
    },
    label: (kind, id) => labels[kind]?.[id] ?? id,
    set: (id) => {
      const facts = sets[id];
      if (!facts) throw new Error(`content/evidence/${id} does not exist`);
      return facts;
    },
    citation: (dataset, source) => citations[`${dataset}/${source}`] ?? '',
    file: (name) => `${files}${name}`,
  };
}

/** `getStaticPaths` of the data of every language. */
export const synthesisDataPaths = () =>
  activeLocales.map((locale) => ({ params: { locale }, props: { locale } }));
