/** The shared library stands on several pages, by the first letter of the id, so that none grows too heavy. */
export const referenceParts = ['a-f', 'g-l', 'm-z'] as const;

export type ReferencePart = (typeof referenceParts)[number];

/** The part a reference stands in; ids that begin with a digit stand in the first. */
export function referencePartOf(slug: string): ReferencePart {
  return referenceParts.findLast((part) => slug.slice(0, 1) >= part.slice(0, 1)) ?? referenceParts[0];
}

/** Address of a part within a language; the first is the list itself. */
export function referencePath(part: ReferencePart): string {
  return part === referenceParts[0] ? '/references/' : `/references/${part}/`;
}
