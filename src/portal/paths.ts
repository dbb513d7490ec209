import type { Entry } from './library.ts';
import { referencePartOf, referencePath } from './reference-parts.ts';

/** Address of a contribution within a language. Terms and references share a page each. */
export function pathOf(entry: Entry): string {
  if (entry.collection === 'glossary') return `/glossary/#${entry.slug}`;
  if (entry.collection === 'references') return `${referencePath(referencePartOf(entry.slug))}#${entry.slug}`;
  return `/${entry.collection}/${entry.slug}/`;
}
