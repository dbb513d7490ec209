/** A person as citations write one: family name, initials. */
const person = /([^,;&]+),\s*(?:\p{Lu}\p{Ll}?\.[\s-]*)+/gu;
/** What stands before the year; without one, the first words that end like a sentence. */
const dated = /^(.*?)\s*\((\d{4})\)/;
const undated = /^(.*?\p{Ll}{2})\.(?:\s|$)/u;

/** Author and year of a citation: one or two are named, of more the first. */
export function shortCitation(citation: string): string {
  const [, authors = citation, year = ''] = dated.exec(citation) ?? undated.exec(citation) ?? [];
  const people = [...authors.matchAll(person)].map(([, name = '']) => name.trim().replace(/^and\s+/, ''));
  const [first = authors, second] = people;
  const isSeveral = people.length > 2 || /\bet al\b/.test(authors);
  const named = isSeveral ? `${first} et al.` : second === undefined ? first : `${first} & ${second}`;
  return `${named} ${year}`.trim();
}
