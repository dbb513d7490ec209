import type { CslItem } from '../csl-item.ts';
import { authorsOf, type LinkedAgent, type LinkedEntry, type PublishedCase } from './published.ts';

const kinds: Readonly<Record<string, readonly [general: string, own: string]>> = {
  'case-studies': ['Text', 'Case study'],
  protocols: ['Text', 'Protocol'],
  'management-models': ['Text', 'Management model'],
  'policy-options': ['Text', 'Policy option'],
  'learning-paths': ['InteractiveResource', 'Learning path'],
  calculators: ['Software', 'Calculator'],
  evidence: ['Dataset', 'Data set of paired comparisons'],
};

const orcid = 'https://orcid.org/';
const rights: Readonly<Record<string, string>> = {
  'https://creativecommons.org/licenses/by/4.0/': 'CC-BY-4.0',
  'https://creativecommons.org/licenses/by-sa/4.0/': 'CC-BY-SA-4.0',
  'https://creativecommons.org/publicdomain/zero/1.0/': 'CC0-1.0',
};

/**
 * An entry in DataCite metadata 4, in the JSON form of its interface. No DOI has been registered: the identifier
 * is the address, and whoever deposits the entry puts the DOI in.
 */
export function dataCite(
  collection: string,
  entry: LinkedEntry,
  sources: readonly CslItem[],
  place?: PublishedCase['facts']['place'],
): object {
  const [resourceTypeGeneral, resourceType] = kinds[collection] ?? ['Other', collection];
  return {
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    identifiers: [{ identifier: entry['@id'], identifierType: 'URL' }],
    url: entry['@id'],
    creators: authorsOf(entry).map(creatorOf),
    titles: [{ title: entry.name, lang: 'en' }],
    publisher: { name: entry.publisher.name },
    publicationYear: Number(entry.dateModified.slice(0, 4)),
    types: { resourceTypeGeneral, resourceType },
    dates: [{ date: entry.dateModified, dateType: 'Updated' }],
    language: 'en',
    ...(entry.version ? { version: entry.version } : {}),
    rightsList: [
      {
        rightsUri: entry.license,
        rightsIdentifier: rights[entry.license] ?? entry.license,
        rightsIdentifierScheme: 'SPDX',
        schemeUri: 'https://spdx.org/licenses/',
      },
    ],
    descriptions: [{ description: entry.description, descriptionType: 'Abstract', lang: 'en' }],
    relatedIdentifiers: sources.flatMap(({ DOI, URL: address }) => {
      const [relatedIdentifier, relatedIdentifierType] = DOI ? [DOI, 'DOI'] : [address, 'URL'];
      return relatedIdentifier
        ? [{ relatedIdentifier, relatedIdentifierType, relationType: 'References' }]
        : [];
    }),
    ...(place
      ? {
          geoLocations: [
            {
              geoLocationPlace: place.name,
              geoLocationPoint: { pointLatitude: place.point.lat, pointLongitude: place.point.lon },
            },
          ],
        }
      : {}),
  };
}

function creatorOf(agent: LinkedAgent) {
  const id = agent['@id'];
  return {
    name: agent.name,
    nameType: agent['@type'] === 'Person' ? 'Personal' : 'Organizational',
    ...(id?.startsWith(orcid)
      ? {
          nameIdentifiers: [
            { nameIdentifier: id, nameIdentifierScheme: 'ORCID', schemeUri: 'https://orcid.org' },
          ],
        }
      : {}),
  };
}
