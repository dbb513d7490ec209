import { readFileSync } from 'node:fs';
import type { Entry, Library } from '../../src/portal/library.ts';
import type { FactsOf } from '../../src/portal/stored.ts';
import { collections } from '../../src/schemas/collections.ts';
import { readEntry } from '../../src/schemas/read-entry.ts';

export type Case = Entry<'case-studies'>;

/** A case of the shipped content, with some of its facts changed. */
export function caseOf(slug: string, changes: Partial<FactsOf['case-studies']> = {}): Case {
  const file = `content/case-studies/${slug}/index.mdx`;
  const { record } = readEntry(collections['case-studies'].schema, readFileSync(file), file);
  if (!record) throw new Error(`${file} is not sound`);
  const facts = { ...record, ...changes } as FactsOf['case-studies'];
  return { collection: 'case-studies', slug, facts, revision: '', digest: '', cited: [], translations: [] };
}

/** A library of nothing but cases. */
export function libraryOf(cases: readonly Case[]): Library {
  const nothing = () => undefined;
  return {
    all: (name: string) => (name === 'case-studies' ? cases : []) as never,
    get: nothing as never,
    linked: () => [],
    source: nothing,
    citing: () => [],
  };
}
