import type { z } from 'zod';
import { calculatorPage } from './calculator-page.ts';
import { caseStudy, caseStudySections } from './case-study.ts';
import { evidenceSet } from './evidence-set.ts';
import { glossaryTerm } from './glossary-term.ts';
import { institution } from './institution.ts';
import { learningPath } from './learning-path.ts';
import { managementModel, managementModelSections } from './management-model.ts';
import { policyOption, policyOptionSections } from './policy-option.ts';
import { protocol, protocolSections } from './protocol.ts';
import type { Collection } from './shared.ts';
import { libraryReference } from './source.ts';

interface CollectionFacts {
  readonly schema: z.ZodType;
  /** folder = one folder an entry with index.mdx and translations; file = one YAML file an entry. */
  readonly form: 'folder' | 'file';
  /** Who writes the body: contributors' text is interpreted, maintainers' text is compiled. */
  readonly body: 'interpreted' | 'compiled' | 'none';
  /** Sections the text may have; empty where headings are free. */
  readonly sections: readonly string[];
}

/** Collection = folder below content/ + schema. Check, loader, API and contribute pages all start here. */
export const collections = {
  'case-studies': { schema: caseStudy, form: 'folder', body: 'interpreted', sections: caseStudySections },
  protocols: { schema: protocol, form: 'folder', body: 'interpreted', sections: protocolSections },
  'management-models': {
    schema: managementModel,
    form: 'folder',
    body: 'interpreted',
    sections: managementModelSections,
  },
  'policy-options': {
    schema: policyOption,
    form: 'folder',
    body: 'interpreted',
    sections: policyOptionSections,
  },
  'learning-paths': { schema: learningPath, form: 'folder', body: 'interpreted', sections: [] },
  calculators: { schema: calculatorPage, form: 'folder', body: 'compiled', sections: [] },
  evidence: { schema: evidenceSet, form: 'folder', body: 'interpreted', sections: [] },
  institutions: { schema: institution, form: 'file', body: 'none', sections: [] },
  glossary: { schema: glossaryTerm, form: 'file', body: 'none', sections: [] },
  references: { schema: libraryReference, form: 'file', body: 'none', sections: [] },
} as const satisfies Record<Collection, CollectionFacts>;

export const collectionNames = Object.keys(collections) as Collection[];

/** Collections that contributors write and others translate. */
export const translatedCollections = [
  'case-studies',
  'protocols',
  'management-models',
  'policy-options',
] as const satisfies readonly Collection[];
