import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CitationRecord } from '../portal/citations.ts';
import { dataCite } from '../portal/formats/datacite.ts';
import { passportOf } from '../portal/formats/passport.ts';
import type { LinkedEntry, Published, PublishedCase, Records } from '../portal/formats/published.ts';
import { type CrateFile, roCrate } from '../portal/formats/ro-crate.ts';
import { translatedCollections } from '../schemas/collections.ts';
import type { Institution } from '../schemas/institution.ts';
import { caseFigureFiles, writeFigureFiles } from './figure-files.ts';

/** Writes the descriptions of every entry for other systems beside its page, from the open data of a site. */
export async function writeItemFiles(site: string): Promise<void> {
  const read = <Content>(name: string) =>
    JSON.parse(readFileSync(join(site, 'api', name), 'utf8')) as Content;
  const graph = read<{ '@graph': readonly LinkedEntry[] }>('library.jsonld')['@graph'];
  const cases = read<Records<PublishedCase>>('case-studies.json');
  const institutions = new Map(
    read<Records<Published<Institution>>>('institutions.json').records.map(({ id, facts }) => [
      id,
      facts.name,
    ]),
  );
  await writeFigureFiles(site, cases.records);
  const byId = new Map(cases.records.map((record) => [record.id, record]));
  for (const { id, sources } of read<Records<CitationRecord>>('citations.json').records) {
    const [collection = '', slug = ''] = id.split('/');
    const linked = graph.find((node) => node['@id'].endsWith(`/${id}/`));
    if (!linked) throw new Error(`/api/library.jsonld does not describe ${id}`);
    const published = collection === 'case-studies' ? byId.get(slug) : undefined;
    mkdirSync(join(site, id), { recursive: true });
    const write = (name: string, content: object) =>
      writeFileSync(join(site, id, name), `${JSON.stringify(content, null, 1)}\n`);
    write('item.jsonld', { '@context': 'https://schema.org', ...linked });
    write('datacite.json', dataCite(collection, linked, sources, published?.facts.place));
    if (published)
      write('passport.json', {
        about: aboutPassport(cases, published),
        ...passportOf(published, institutions),
      });
    write('ro-crate-metadata.json', roCrate(linked, filesOf(collection, sources.length > 0, published)));
  }
}

function aboutPassport({ about }: Records<PublishedCase>, { address, facts }: PublishedCase) {
  return {
    ...about,
    title: `Passport: ${facts.title}`,
    address: `${address}passport.json`,
    licence: facts.licence,
    citation: `${facts.title}. ${address}`,
  };
}

const bibtex = 'application/x-bibtex';
const csl = 'application/vnd.citationstyles.csl+json';

/** The files that stand beside the page of an entry. */
function filesOf(collection: string, cites: boolean, published: PublishedCase | undefined): CrateFile[] {
  const written = translatedCollections.some((name) => name === collection);
  return [
    { name: 'index.html', mediaType: 'text/html', title: 'The page' },
    ...(written
      ? [{ name: 'index.mdx', mediaType: 'text/markdown', title: 'The contribution as it was handed in' }]
      : []),
    { name: 'item.jsonld', mediaType: 'application/ld+json', title: 'The entry in the words of schema.org' },
    { name: 'datacite.json', mediaType: 'application/json', title: 'The entry in DataCite metadata' },
    { name: 'cite.bib', mediaType: bibtex, title: 'Its citation in BibTeX' },
    { name: 'cite.ris', mediaType: 'application/x-research-info-systems', title: 'Its citation in RIS' },
    { name: 'cite.json', mediaType: csl, title: 'Its citation in CSL-JSON' },
    ...(cites
      ? [
          { name: 'sources.bib', mediaType: bibtex, title: 'Its sources in BibTeX' },
          { name: 'sources.json', mediaType: csl, title: 'Its sources in CSL-JSON' },
        ]
      : []),
    ...(collection === 'evidence'
      ? [{ name: 'rows.csv', mediaType: 'text/csv', title: 'Its comparisons, one a row' }]
      : []),
    ...(published
      ? [
          { name: 'outcomes.csv', mediaType: 'text/csv', title: 'Its outcomes, one a row' },
          {
            name: 'passport.json',
            mediaType: 'application/json',
            title: 'The case in fields of FERM, WOCAT and Restor',
          },
          ...caseFigureFiles(published),
        ]
      : []),
  ];
}
