import type { Entry } from './library.ts';

/** Address of a contribution within a language. Terms and references share a page each. */
export function pathOf(entry: Entry): string {
  if (entry.collection === 'glossary' || entry.collection === 'references')
    return `/${entry.collection}/#${entry.slug}`;
  return `/${entry.collection}/${entry.slug}/`;
}
