import { type EcosystemType, ecosystemTypes } from '../charts/ecosystem.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import { vocabularies } from '../schemas/vocabulary.ts';

/** What a drawing needs to know of a case: when, in which ecosystem, with how many effects. */
export interface CaseSpan {
  readonly start: number;
  readonly end: number | undefined;
  readonly approximate: boolean;
  readonly ecosystem: EcosystemType;
  readonly effects: number;
}

export function spanOf(facts: CaseStudy): CaseSpan {
  return {
    start: Number(facts.started.slice(0, 4)),
    end: facts.ended ? Number(facts.ended.slice(0, 4)) : undefined,
    approximate: facts.started.endsWith('~'),
    ecosystem: ecosystemOf(facts),
    effects: effectsOf(facts),
  };
}

/** The type of the main ecosystem, which gives the colour. */
export function ecosystemOf({ ecosystems }: CaseStudy): EcosystemType {
  const type = vocabularies.ecosystems.entries[ecosystems[0] ?? '']?.type;
  return ecosystemTypes.find((known) => known === type) ?? 'other';
}

/** A measured or modelled effect that was found again in its source; outputs and context never count. */
export function isEffect({
  role,
  confirmed,
}: {
  readonly role: string;
  readonly confirmed?: boolean | undefined;
}): boolean {
  return role === 'effect' && confirmed !== false;
}

export function effectsOf({ outcomes }: CaseStudy): number {
  return outcomes.filter(isEffect).length;
}
