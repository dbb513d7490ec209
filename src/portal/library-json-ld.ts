import { sourceLocale } from '../i18n/locales.ts';
import { aboutFile, dataLicenceAddress, editionOf } from './edition.ts';
import { type Citable, citedCollections } from './item-citation.ts';
import { contributionJsonLd, siteJsonLd } from './json-ld.ts';
import type { Entry, Library } from './library.ts';
import { citedSources } from './sources.ts';
import { viewOf } from './view.ts';

/** The whole library as one graph: each entry as on its English page, under the data set that they make up. */
export function libraryJsonLd(library: Library): object {
  const about = aboutFile(library, '/api/library.jsonld', 'The library as linked data.');
  const { version, date } = editionOf(library);
  const entries = citedCollections.flatMap((name) => library.all(name) as readonly Entry<Citable>[]);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Dataset',
        '@id': about.address,
        name: about.title,
        description: about.citation,
        creditText: about.citation,
        version,
        dateModified: date,
        license: dataLicenceAddress,
        url: about.index,
      },
      siteJsonLd(sourceLocale),
      ...entries.map((entry) =>
        contributionJsonLd(viewOf(entry, sourceLocale), citedSources(library, entry as Entry)),
      ),
    ],
  };
}
