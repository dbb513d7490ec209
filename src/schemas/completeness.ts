import { z } from 'zod';
import { type CaseStudy, caseStudy } from './case-study.ts';

/** What makes a full case: each is asked of the facts, nobody types it. */
const criteria: readonly ((facts: CaseStudy) => boolean)[] = [
  (facts) => facts.area !== undefined,
  (facts) => (facts.degradation?.length ?? 0) > 0,
  (facts) => (facts.models?.length ?? 0) > 0,
  (facts) => (facts.protocols?.length ?? 0) > 0,
  (facts) => (facts.policies?.length ?? 0) > 0,
  (facts) => (facts.institutions?.length ?? 0) > 0,
  (facts) => facts.outcomes.some(({ role }) => role === 'effect'),
  (facts) =>
    facts.outcomes.some(
      ({ role, comparison, kind }) => role === 'effect' && (comparison !== undefined || kind !== 'absolute'),
    ),
  (facts) => facts.outcomes.some(({ role, method }) => role === 'effect' && method !== undefined),
  (facts) => facts.outcomes.some(({ low, spread }) => low !== undefined || spread !== undefined),
  (facts) => facts.outcomes.some(({ carbon }) => carbon !== undefined),
];

/** Keys that every valid case has; they count as filled. A place is three: name, country, point. */
const requiredKeys =
  Object.values(caseStudy.shape).filter((key) => !(key instanceof z.ZodOptional)).length + 2;

export interface Completeness {
  /** Share of the fields of a full case that are filled in, 0 to 1. */
  readonly share: number;
  readonly length: 'quick' | 'full';
}

/** How complete a case is: a quick case has the required facts; a full case also has a story and most of the rest. */
export function completenessOf(facts: CaseStudy, hasStory: boolean): Completeness {
  const met = criteria.filter((criterion) => criterion(facts)).length + (hasStory ? 1 : 0);
  const all = criteria.length + 1;
  return {
    share: (requiredKeys + met) / (requiredKeys + all),
    length: hasStory && met >= all * 0.6 ? 'full' : 'quick',
  };
}
