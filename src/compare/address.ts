import { type Kind, kindNames } from './record.ts';

/** So many stand side by side: more columns can no longer be read together. */
export const mostItems = 5;

/** What an address asks for, and what of it cannot be done; nothing is swallowed. */
export interface Asked {
  readonly kind: Kind;
  readonly ids: readonly string[];
  /** Asked for beyond the limit. */
  readonly surplus: readonly string[];
  /** Words that can be the id of nothing. */
  readonly malformed: readonly string[];
  /** Other kinds that the address names too. */
  readonly mixed: readonly Kind[];
  readonly onlyDifferences: boolean;
}

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A longer word in an address is no id and need not be repeated in full. */
const longest = 80;

export function readAddress(query: URLSearchParams): Asked {
  const named = kindNames.filter((kind) => wordsOf(query, kind).length > 0);
  const [kind = 'cases', ...mixed] = named;
  const words = wordsOf(query, kind);
  const sound = words.filter((word) => slug.test(word) && word.length <= longest);
  return {
    kind,
    ids: sound.slice(0, mostItems),
    surplus: sound.slice(mostItems),
    malformed: words
      .filter((word) => !sound.includes(word))
      .map((word) => (word.length > longest ? `${word.slice(0, longest)}…` : word)),
    mixed,
    onlyDifferences: query.get('only') === 'differences',
  };
}

/** The words of a kind, each once; a form writes the name several times, a link once with commas. */
function wordsOf(query: URLSearchParams, kind: Kind): readonly string[] {
  const words = query.getAll(kind).flatMap((value) => value.split(','));
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}

/** The query that brings a comparison back; commas stay as they are, so that it can be read. */
export function writeAddress({
  kind,
  ids,
  onlyDifferences,
}: Pick<Asked, 'kind' | 'ids' | 'onlyDifferences'>): string {
  if (ids.length === 0) return '';
  return `?${kind}=${ids.join(',')}${onlyDifferences ? '&only=differences' : ''}`;
}
