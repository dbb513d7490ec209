import { vocabularies } from '../schemas/vocabulary.ts';
import type { Entry } from './library.ts';

/** What a case can be found by: ids, the same in every language. */
export function caseFilters({ facts }: Entry<'case-studies'>): Record<string, string[]> {
  const types = facts.ecosystems.map((code) => vocabularies.ecosystems.entries[code]?.type ?? 'other');
  return { ecosystem: [...new Set(types)], country: facts.place.countries, model: facts.models ?? [] };
}
