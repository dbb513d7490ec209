import { caseGroups } from './cases.ts';
import { modelGroups } from './models.ts';
import { protocolGroups } from './protocols.ts';
import { type AnyRecord, type Kind, kinds, type RecordOf } from './record.ts';
import type { Comparison, Group } from './table.ts';
import { type CompareWords, textOf } from './words.ts';

const groupsOf: {
  readonly [Name in Kind]: (items: readonly RecordOf[Name][], words: CompareWords) => Group[];
} = {
  cases: caseGroups,
  protocols: protocolGroups,
  models: modelGroups,
};

/** Items of one kind side by side, on the criteria of their kind. */
export function compare<Name extends Kind>(
  kind: Name,
  records: readonly RecordOf[Name][],
  words: CompareWords,
): Comparison {
  const items = (records as readonly AnyRecord[]).map(({ id, title }) => ({
    ...{ id, kind },
    title: textOf(title, words.locale),
    path: words.href(`/${kinds[kind]}/${id}/`),
  }));
  return { items, groups: groupsOf[kind](records, words) };
}
