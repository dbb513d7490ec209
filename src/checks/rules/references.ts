import { certain, nearest } from '../../guard/nearest.ts';
import { referencesOf } from '../../schemas/walk.ts';
import { atFact, type Rule } from '../corpus.ts';

/** Typed references lead to contributions that exist. */
export const references: Rule = (corpus) =>
  corpus.contributions.flatMap(({ schema, main }) =>
    referencesOf(schema, main.record)
      .filter(({ to, slug }) => !corpus.has(to, slug))
      .map(({ to, slug, path }) => {
        const suggestion = nearest(slug, corpus.slugs(to));
        const meant = certain(slug, corpus.slugs(to));
        const edit = meant === undefined ? undefined : { from: slug, to: meant };
        return atFact(main, path, 'dead-reference', { id: slug, collection: to, suggestion }, 'value', edit);
      }),
  );
