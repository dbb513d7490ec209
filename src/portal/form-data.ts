import alpha3 from 'countries-list/minimal/countries.2to3.min.json' with { type: 'json' };
import { worldLand } from '../charts/atlas.ts';
import { equalEarthPlan, graticuleLines, landRings } from '../charts/equal-earth.ts';
import { pathData } from '../charts/path.ts';
import { formWords } from '../contribute/catalogue.ts';
import type { FormName } from '../contribute/draft.ts';
import type { FormData, Option, Original, StoryHeading } from '../contribute/form-data.ts';
import { collectionOf, formPlan } from '../contribute/layout.ts';
import { problemWords } from '../guard/say-problem.ts';
import { countryName } from '../i18n/format.ts';
import { type Locale, localeFacts, locales, sourceLocale } from '../i18n/locales.ts';
import { sectionHeadings } from '../i18n/translate.ts';
import { collections, translatedCollections } from '../schemas/collections.ts';
import type { Collection } from '../schemas/shared.ts';
import { type VocabularyName, vocabularies } from '../schemas/vocabulary.ts';
import { parseUnit, sameDimension } from '../science/units.ts';
import { countryBoxes } from './country-boxes.ts';
import type { Entry, Library } from './library.ts';
import { pathOf } from './paths.ts';
import { repository } from './report.ts';
import { asset } from './site.ts';
import { titleOf } from './view.ts';

/** What the script of a form fetches when somebody begins to write. */
export function formData(form: FormName, locale: Locale, library: Library): FormData {
  const collection = form === 'translation' ? 'case-studies' : collectionOf(form);
  const plan = form === 'translation' ? undefined : formPlan(form);
  const isWritten = plan !== undefined;
  return {
    form,
    locale,
    collection,
    words: formWords(locale),
    problemWords: problemWords[locale],
    model: plan?.model ?? {
      key: '',
      kind: 'group',
      required: true,
      description: '',
      fields: [],
      instead: [],
    },
    parts: plan?.parts ?? [],
    story: isWritten ? headingsOf(collection, sourceLocale, locale) : [],
    vocabularies: isWritten ? vocabularyOptions(locale) : {},
    entries: isWritten ? entryOptions(library, locale) : {},
    libraryDois: isWritten ? libraryDois(library) : {},
    indicators: isWritten ? indicators() : {},
    boxes: form === 'case-study' ? countryBoxes() : {},
    map: form === 'case-study' ? worldPaths() : undefined,
    repository,
    originals: isWritten ? [] : originals(library, locale),
    headings: isWritten ? {} : allHeadings(locale),
  };
}

function headingsOf(collection: Collection, language: Locale, locale: Locale): StoryHeading[] {
  const { sections } = collections[collection];
  const labels = new Map(
    [...sectionHeadings(locale, collection, sections)].map(([label, id]) => [id, label]),
  );
  return [...sectionHeadings(language, collection, sections)].map(([heading, id]) => ({
    id,
    heading,
    label: labels.get(id) ?? heading,
  }));
}

function allHeadings(locale: Locale): FormData['headings'] {
  const entries = translatedCollections.map((collection) => {
    const byLanguage = locales.map(
      (language) => [language, headingsOf(collection, language, locale)] as const,
    );
    return [collection, Object.fromEntries(byLanguage)] as const;
  });
  return Object.fromEntries(entries);
}

function vocabularyOptions(locale: Locale): FormData['vocabularies'] {
  const names = Object.keys(vocabularies) as VocabularyName[];
  const options = names.map((name) => {
    const entries = Object.entries(vocabularies[name].entries).map(([id, entry]) => {
      const label = entry.label[locale] ?? entry.label.en ?? id;
      const english = entry.label.en;
      const unit = name === 'units' ? vocabularies.units.entries[id] : undefined;
      const others = [
        ...(english && english !== label ? [english] : []),
        ...(unit ? [unit.symbol, ...(unit.common ?? [])] : []),
      ];
      return {
        id,
        label: unit
          ? `${plainExponents(unit.symbol)} · ${label}`
          : name === 'ecosystems'
            ? `${id} ${label}`
            : label,
        ...(others.length > 0 ? { others } : {}),
      };
    });
    return [name, name === 'ecosystems' ? entries : sorted(entries, locale)] as const;
  });
  const countries = Object.entries(alpha3).map(([two, three]): Option => {
    const label = countryName(two, locale);
    const english = countryName(two, sourceLocale);
    return { id: three, label, ...(english !== label ? { others: [english] } : {}) };
  });
  return { ...Object.fromEntries(options), countries: sorted(countries, locale) };
}

/** Exponents as letters: t ha⁻¹. */
function plainExponents(symbol: string): string {
  return symbol.replaceAll(/\^(-?\d+)/g, (_, exponent: string) =>
    [...exponent].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '⁻').join(''),
  );
}

function sorted(options: readonly Option[], locale: Locale): Option[] {
  const { compare } = new Intl.Collator(localeFacts[locale].format);
  return options.toSorted((a, b) => compare(a.label, b.label));
}

const referred = ['management-models', 'protocols', 'policy-options', 'institutions', 'calculators'] as const;

function entryOptions(library: Library, locale: Locale): FormData['entries'] {
  const pages = referred.map(
    (collection) => [collection, library.all(collection).map((entry) => optionOf(entry, locale))] as const,
  );
  const references = library
    .all('references')
    .map(({ slug, facts }) => ({ id: slug, label: `${slug}: ${facts.title}` }));
  return { ...Object.fromEntries(pages), references };
}

function optionOf(entry: Entry, locale: Locale): Option {
  const { text } = titleOf(entry, locale);
  return {
    id: entry.slug,
    label: text,
    others: [titleOf(entry, sourceLocale).text].filter((other) => other !== text),
  };
}

function libraryDois(library: Library): FormData['libraryDois'] {
  return Object.fromEntries(
    library.all('references').flatMap(({ slug, facts }) => (facts.DOI ? [[slug, facts.DOI] as const] : [])),
  );
}

/** For each indicator the units of the list that measure it. */
function indicators(): FormData['indicators'] {
  const units = Object.keys(vocabularies.units.entries).flatMap((code) => {
    try {
      return [{ code, parsed: parseUnit(code) }];
    } catch {
      return [];
    }
  });
  const entries = Object.entries(vocabularies.indicators.entries).map(([id, indicator]) => {
    const own = indicator.units.map((unit) => parseUnit(unit));
    const fitting = units
      .filter(({ parsed }) => own.some((unit) => sameDimension(unit, parsed)))
      .map(({ code }) => code);
    return [id, { units: fitting, substances: indicator.substances ?? [] }] as const;
  });
  return Object.fromEntries(entries);
}

/** The world in the units of the map that a form draws (elements/contribution/world-map.ts). */
let sketch: Sketch | undefined;

interface Sketch {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly graticule: string;
}

/** A world to click on: land and graticule at the width that `drawMap` works in. */
export function worldSketch(): Sketch {
  if (sketch) return sketch;
  const plan = equalEarthPlan(720);
  sketch = {
    width: plan.width,
    height: plan.height,
    land: pathData(landRings(worldLand(), plan, 0.4), { closed: true }),
    graticule: pathData(graticuleLines(plan), { closed: false }),
  };
  return sketch;
}

function worldPaths(): FormData['map'] {
  const { land, graticule } = worldSketch();
  return { land, graticule };
}

function originals(library: Library, locale: Locale): Original[] {
  return translatedCollections.flatMap((collection) =>
    library.all(collection).map((entry) => ({
      collection,
      slug: entry.slug,
      title: titleOf(entry as Entry, locale).text,
      revision: entry.revision,
      file: asset(`${pathOf(entry as Entry)}index.mdx`),
      translations: Object.fromEntries(
        entry.translations.map(
          (one) => [one.locale, one.translates === entry.revision ? 'current' : 'outdated'] as const,
        ),
      ),
    })),
  );
}
