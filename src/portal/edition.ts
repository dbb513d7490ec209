import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { collectionNames } from '../schemas/collections.ts';
import { vocabularies } from '../schemas/vocabulary.ts';
import { portalName } from './item-citation.ts';
import type { Entry, Library } from './library.ts';
import { absolute, asset } from './site.ts';

/** Which state of the content a file shows: the same content has the same edition, whenever it is built. */
export interface Edition {
  /** Version of the program and revision of the content, as one semantic version. */
  readonly version: string;
  /** Twelve characters that stand for every word and number of the contributions and vocabularies. */
  readonly revision: string;
  /** The newest date on which a state of review was reached. */
  readonly date: string;
}

/** What stands at the head of every file of open data. */
export interface About {
  readonly title: string;
  readonly address: string;
  readonly version: string;
  readonly date: string;
  readonly licence: string;
  readonly citation: string;
  /** The list of all files. */
  readonly index: string;
}

/** The licence of the data as a whole; an entry that names another one keeps it. */
export const dataLicence = 'CC-BY-4.0';
/** Comparisons come from data sets of others: their terms stand in every row, not above all. */
const byRow = 'as each row states in licence and dataset_licence';

/** The licence of a file. */
export function licenceOf(path: string): string {
  if (path.startsWith('/api/evidence-rows.')) return byRow;
  return path.endsWith('.zip') ? `${dataLicence}; evidence-rows ${byRow}` : dataLicence;
}

export const dataLicenceAddress = 'https://creativecommons.org/licenses/by/4.0/';

const editions = new WeakMap<Library, Edition>();

export function editionOf(library: Library): Edition {
  const known = editions.get(library);
  if (known) return known;
  const made = makeEdition(library);
  editions.set(library, made);
  return made;
}

function makeEdition(library: Library): Edition {
  const entries = collectionNames.flatMap((name) => library.all(name) as readonly Entry[]);
  const hash = createHash('sha256').update(JSON.stringify(vocabularies));
  for (const line of entries
    .map(({ collection, slug, digest }) => `${collection}/${slug} ${digest}\n`)
    .sort())
    hash.update(line);
  const revision = hash.digest('hex').slice(0, 12);
  const dates = entries.flatMap(({ facts }) => ('review' in facts ? [fullDate(facts.review.date)] : []));
  const date = dates.sort().at(-1) ?? '1970-01-01';
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return { version: `${version}+${revision}`, revision, date };
}

/** A year or month as its first day. */
function fullDate(date: string): string {
  return `${date}-01-01`.slice(0, date.length === 7 ? 7 : 10) + (date.length === 7 ? '-01' : '');
}

/** Title, edition, licence and citation of one file. */
export function aboutFile(library: Library, path: string, title: string): About {
  const { version, date } = editionOf(library);
  const address = absolute(asset(path));
  const licence = licenceOf(path);
  return {
    title,
    address,
    version,
    date,
    licence,
    citation: `${portalName()} (${date.slice(0, 4)}). ${title} Version ${version}. ${address}. Licence: ${licence}.`,
    index: absolute(asset('/api/index.json')),
  };
}
