import type { Locale } from '../i18n/locales.ts';
import type { CalculatorPage } from '../schemas/calculator-page.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import type { EvidenceSet } from '../schemas/evidence-set.ts';
import type { GlossaryTerm } from '../schemas/glossary-term.ts';
import type { Institution } from '../schemas/institution.ts';
import type { LearningPath } from '../schemas/learning-path.ts';
import type { ManagementModel } from '../schemas/management-model.ts';
import type { PolicyOption } from '../schemas/policy-option.ts';
import type { Protocol } from '../schemas/protocol.ts';
import type { Source } from '../schemas/source.ts';

export interface FactsOf {
  'case-studies': CaseStudy;
  protocols: Protocol;
  'management-models': ManagementModel;
  'policy-options': PolicyOption;
  'learning-paths': LearningPath;
  calculators: CalculatorPage;
  evidence: EvidenceSet;
  institutions: Institution;
  glossary: GlossaryTerm;
  references: Omit<Source, 'id'>;
}

/** What the data store keeps of a contribution: facts and words, never the text itself. */
export interface StoredEntry<Facts = unknown> {
  readonly facts: Facts;
  readonly revision: string;
  /** Keys of the sources its text cites, in the order of their first mention. */
  readonly cited: readonly string[];
  readonly translations: readonly StoredTranslation[];
}

export interface StoredTranslation {
  readonly locale: Locale;
  readonly words: Readonly<Record<string, unknown>>;
  readonly translates: string;
  readonly translation: 'machine-assisted' | 'human' | 'reviewed';
}
