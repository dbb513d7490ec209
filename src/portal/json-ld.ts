import { type Locale, localeFacts, sourceLocale } from '../i18n/locales.ts';
import { isMessageKey, translateId, translator } from '../i18n/translate.ts';
import { alpha2 } from '../schemas/place.ts';
import type { Source, sourceTypes } from '../schemas/source.ts';
import { aboutFile, dataLicenceAddress } from './edition.ts';
import { type Citable, portalName } from './item-citation.ts';
import type { Entry, Library } from './library.ts';
import { pathOf } from './paths.ts';
import { absolute, asset, href } from './site.ts';
import { titleOf, type View } from './view.ts';

/** Descriptions of pages in the words of schema.org, for search engines and other readers of linked data. */

const licenceAddress: Readonly<Record<string, string>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** One data block of a page: all its descriptions in one graph. */
export function graphOf(parts: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': parts }).replaceAll('<', '\\u003c');
}

/** The portal itself, on its home page. */
export function siteJsonLd(locale: Locale): object {
  const t = translator(locale);
  const home = absolute(href(locale, '/'));
  return {
    '@type': 'WebSite',
    '@id': home,
    url: home,
    name: `${t('site.name')} ${t('site.subtitle')}`,
    description: t('site.description'),
    inLanguage: localeFacts[locale].tag,
    publisher: portal(),
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${absolute(href(locale, '/search/'))}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}

/** A contribution, by what it is: an article on a place, a method in steps, a program, or an article. */
export function contributionJsonLd(view: View<Citable>, sources: readonly Source[]): object {
  const common = commonOf(view, sources);
  if (isOf(view, 'case-studies'))
    return { '@type': 'ScholarlyArticle', headline: common.name, ...common, contentLocation: placeOf(view) };
  if (isOf(view, 'protocols')) return { '@type': 'HowTo', ...common, ...methodOf(view) };
  if (isOf(view, 'calculators')) {
    const program = { applicationCategory: 'EducationalApplication', operatingSystem: 'Any' };
    return { '@type': 'WebApplication', ...common, ...program };
  }
  if (isOf(view, 'evidence')) return { '@type': 'Dataset', ...common, ...filesOf(view) };
  return { '@type': 'Article', headline: common.name, ...common };
}

function isOf<Name extends Citable>(view: View<Citable>, name: Name): view is View<Name> & View<Citable> {
  return view.entry.collection === name;
}

function commonOf(view: View<Citable>, sources: readonly Source[]) {
  const { title, summary } = view.record;
  const { licence, review, authors } = view.entry.facts;
  const { locale, textLocale, entry } = view;
  const address = absolute(href(locale, pathOf(entry)));
  return {
    '@id': address,
    name: title.text,
    description: summary.text,
    url: address,
    inLanguage: localeFacts[textLocale].tag,
    license: licenceAddress[licence] ?? licence,
    author: authors?.map(personOf) ?? portal(),
    publisher: portal(),
    dateModified: review.date,
    creativeWorkStatus: review.state,
    isAccessibleForFree: true,
    ...(textLocale === sourceLocale
      ? {}
      : { translationOfWork: { '@id': absolute(href(sourceLocale, pathOf(entry))) } }),
    ...(sources.length > 0 ? { citation: sources.map(workOf) } : {}),
  };
}

function portal(): object {
  return {
    '@type': 'Organization',
    name: portalName(),
    url: absolute(href(sourceLocale, '/')),
    logo: absolute(asset('/icon.svg')),
  };
}

/** The table of a data set of comparisons. */
function filesOf({ entry }: View<'evidence'>): object {
  const contentUrl = absolute(asset(`${pathOf(entry as Entry)}rows.csv`));
  return { distribution: { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl } };
}

function personOf({ name, orcid }: { name: string; orcid?: string | undefined }): object {
  return { '@type': 'Person', name, ...(orcid ? { '@id': `https://orcid.org/${orcid}` } : {}) };
}

const workTypes: Readonly<Record<(typeof sourceTypes)[number], string>> = {
  'article-journal': 'ScholarlyArticle',
  'article-newspaper': 'NewsArticle',
  'article-magazine': 'Article',
  book: 'Book',
  chapter: 'Chapter',
  dataset: 'Dataset',
  document: 'CreativeWork',
  'paper-conference': 'ScholarlyArticle',
  report: 'Report',
  standard: 'CreativeWork',
  thesis: 'Thesis',
  webpage: 'WebPage',
};

function workOf({ type, title, issued, DOI, URL: address }: Source): object {
  const id = DOI ? `https://doi.org/${encodeURI(DOI)}` : address;
  return {
    '@type': workTypes[type],
    name: title,
    ...(issued ? { datePublished: issued } : {}),
    ...(id ? { '@id': id } : {}),
  };
}

function placeOf({ record }: View<'case-studies'>): object {
  const { name, countries, point } = record.place;
  return {
    '@type': 'Place',
    name: name.text,
    address: countries.map((code) => ({ '@type': 'PostalAddress', addressCountry: alpha2(code) })),
    geo: { '@type': 'GeoCoordinates', latitude: point.lat, longitude: point.lon },
  };
}

/** Steps keep the numbers they have on the page, where they run through all phases. */
function methodOf({ record, textLocale }: View<'protocols'>): object {
  const t = translator(textLocale);
  const numbered = record.steps.map((step, index) => ({ ...step, position: index + 1 }));
  const phases = [...new Set(numbered.map(({ phase }) => phase))];
  return {
    version: record.version,
    tool: record.equipment.map(({ item }) => ({ '@type': 'HowToTool', name: item.text })),
    step: phases.map((phase) => ({
      '@type': 'HowToSection',
      name: translateId(t, 'phase', phase),
      itemListElement: numbered
        .filter((step) => step.phase === phase)
        .map(({ position, text }) => ({ '@type': 'HowToStep', position, text: text.text })),
    })),
  };
}

/** The terms of the glossary with their addresses; the page itself holds the definitions. */
export function glossaryJsonLd(terms: readonly Entry<'glossary'>[], locale: Locale): object {
  const t = translator(locale);
  const address = absolute(href(locale, '/glossary/'));
  return {
    '@type': 'DefinedTermSet',
    '@id': address,
    url: address,
    name: t('collection.glossary'),
    description: t('intro.glossary'),
    inLanguage: localeFacts[locale].tag,
    hasDefinedTerm: terms.map((entry) => ({
      '@type': 'DefinedTerm',
      '@id': `${address}#${entry.slug}`,
      name: titleOf(entry, locale).text,
      ...(entry.facts.abbreviation ? { termCode: entry.facts.abbreviation } : {}),
    })),
  };
}

/** The page of effects: a data set with its table, of which no row is pooled with another. */
export function evidenceJsonLd(locale: Locale): object {
  return datasetPage('evidence', '/evidence/', '/evidence/effects.csv', locale);
}

/** The page of pooled answers: a data set with the rows it was made of. */
export function synthesisJsonLd(locale: Locale): object {
  return datasetPage('synthesis', '/evidence/synthesis/', '/api/evidence-rows.csv', locale);
}

/** The page on carbon neutrality: a data set with the emissions and the published removals that it compares. */
export function neutralityJsonLd(locale: Locale): object {
  const files = ['/api/emissions.csv', '/api/published-removals.csv'];
  return datasetPage('neutrality', '/evidence/neutrality/', files, locale);
}

/** A page that is a data set, with its tables. */
function datasetPage(
  name: 'evidence' | 'synthesis' | 'neutrality',
  path: string,
  tables: string | readonly string[],
  locale: Locale,
): object {
  const t = translator(locale);
  const address = absolute(href(locale, path));
  const download = (file: string) => ({
    '@type': 'DataDownload',
    encodingFormat: 'text/csv',
    contentUrl: absolute(asset(file)),
  });
  return {
    '@type': 'Dataset',
    '@id': address,
    url: address,
    name: t(`${name}.title`),
    description: t(`${name}.lead`),
    inLanguage: localeFacts[locale].tag,
    license: licenceAddress['CC-BY-4.0'],
    creator: portal(),
    isAccessibleForFree: true,
    distribution: typeof tables === 'string' ? download(tables) : tables.map(download),
  };
}

/** The page of the open data: a catalogue of which the archive is one form. */
export function dataJsonLd(library: Library, locale: Locale): object {
  const t = translator(locale);
  const address = absolute(href(locale, '/about/data/'));
  const about = aboutFile(library, '/api/index.json', 'Open data.');
  return {
    '@type': 'Dataset',
    '@id': address,
    url: address,
    name: `${portalName()}: ${t('nav.data')}`,
    description: t('data.lead'),
    inLanguage: localeFacts[locale].tag,
    license: dataLicenceAddress,
    version: about.version,
    dateModified: about.date,
    creditText: about.citation,
    creator: portal(),
    isAccessibleForFree: true,
    distribution: [
      ['application/json', '/api/index.json'],
      ['application/json', '/api/datapackage.json'],
      ['application/x-bibtex', '/api/library.bib'],
      ['application/geo+json', '/api/case-studies.geojson'],
    ].map(([encodingFormat, path = '']) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: absolute(asset(path)),
    })),
  };
}

/** One page of a list: its entries in their order. */
export function listJsonLd(
  list: {
    readonly path: string;
    readonly name: string;
    readonly description: string;
    readonly total: number;
  },
  entries: readonly Entry[],
  locale: Locale,
): object {
  const address = absolute(href(locale, list.path));
  return {
    '@type': 'CollectionPage',
    '@id': address,
    url: address,
    name: list.name,
    description: list.description,
    inLanguage: localeFacts[locale].tag,
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: list.total,
      itemListElement: entries.map((entry, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: titleOf(entry, locale).text,
        url: absolute(href(locale, pathOf(entry))),
      })),
    },
  };
}

/** Where a page stands, read from its address: home, its list, itself. */
export function breadcrumbJsonLd(path: string, title: string, locale: Locale): object {
  const t = translator(locale);
  const [folder = '', ...below] = path.split('/').filter((part) => part !== '');
  const list = `collection.${folder}`;
  const crumbs = [
    { name: t('nav.home'), path: '/' },
    ...(below.length > 0 && isMessageKey(list) ? [{ name: t(list), path: `/${folder}/` }] : []),
    { name: title, path },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.name,
      item: absolute(href(locale, crumb.path)),
    })),
  };
}
