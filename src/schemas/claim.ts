import type { CaseStudy } from './case-study.ts';

const removalWords = /\b(removals?|removed|additional(?:ity)?|sequest\w+)\b/i;

/** The word by which a summary claims a removal of carbon although no effect on carbon has a baseline. */
export function claimedRemoval({ summary, outcomes }: CaseStudy): string | undefined {
  const word = removalWords.exec(summary)?.[0];
  const effects = outcomes.filter(({ carbon, role }) => carbon && role === 'effect');
  return effects.some(({ carbon }) => carbon?.baseline !== 'none') ? undefined : word;
}
