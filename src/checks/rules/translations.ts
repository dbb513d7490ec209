import { nearest } from '../../guard/nearest.ts';
import { type Problem, quoted } from '../../guard/problem.ts';
import { localize } from '../../schemas/words.ts';
import { atFact, type ReadContribution, type ReadFile, type Rule } from '../corpus.ts';

type Fields = Record<string, unknown>;

/** Translations hold all the words and no facts, name only what exists, and follow the present original. */
export const translations: Rule = ({ contributions }) =>
  contributions.flatMap((contribution) =>
    contribution.translations.flatMap((file) => [
      ...stale(contribution, file),
      ...incomplete(contribution, file),
      ...strangers(contribution, file),
    ]),
  );

function stale({ revision }: ReadContribution, file: ReadFile): Problem[] {
  const followed = (file.record as Fields | undefined)?.['translates'];
  if (revision === undefined || followed === undefined || followed === revision) return [];
  return [atFact(file, ['translates'], 'stale-translation', { was: quoted(followed), now: revision })];
}

function incomplete({ schema, main }: ReadContribution, file: ReadFile): Problem[] {
  if (main.record === undefined || file.record === undefined) return [];
  const { missing } = localize(schema, main.record, file.record as Fields, file.locale, 'en');
  return missing.map((path) =>
    atFact(file, path.split('.').slice(0, -1), 'untranslated', { key: path }, 'key'),
  );
}

/** Ids of list items that the original does not have. */
function strangers({ main }: ReadContribution, file: ReadFile): Problem[] {
  if (file.record === undefined || main.facts.data === undefined) return [];
  const problems: Problem[] = [];
  const compare = (words: unknown, facts: unknown, path: readonly string[]): void => {
    if (typeof words !== 'object' || words === null) return;
    for (const [key, value] of Object.entries(words)) {
      const here = [...path, key];
      if (Array.isArray(facts)) {
        const item: unknown = facts.find(
          (candidate: unknown) => (candidate as Fields | null)?.['id'] === key,
        );
        if (item === undefined)
          problems.push(
            atFact(
              file,
              here,
              'unknown-id',
              { key: quoted(here.join('.')), suggestion: nearest(key, idsOf(facts)) },
              'key',
            ),
          );
        else compare(value, item, here);
      } else compare(value, (facts as Fields | undefined)?.[key], here);
    }
  };
  const { translates: _, translation: __, ...words } = file.record as Fields;
  compare(words, main.facts.data, []);
  return problems;
}

function idsOf(items: readonly unknown[]): string[] {
  return items.flatMap((item) => {
    const id = (item as Fields | null)?.['id'];
    return typeof id === 'string' ? [id] : [];
  });
}
