import type { Locale } from '../../i18n/locales.ts';
import type { CaseStudy } from '../../schemas/case-study.ts';
import type { About } from '../edition.ts';
import type { StoredTranslation } from '../stored.ts';

/** The open data as they were published: from them the files beside entries are written. Nothing of Astro. */
export interface Published<Facts = unknown> {
  readonly id: string;
  readonly address: string;
  readonly revision: string;
  readonly facts: Facts;
}

export interface PublishedCase extends Published<CaseStudy> {
  readonly translations: Readonly<Partial<Record<Locale, { readonly words: StoredTranslation['words'] }>>>;
}

export interface Records<Record> {
  readonly about: About;
  readonly records: readonly Record[];
}

/** An entry in the words of schema.org, as /api/library.jsonld holds it. */
export interface LinkedEntry {
  readonly '@id': string;
  readonly '@type': string;
  readonly name: string;
  readonly description: string;
  readonly license: string;
  readonly dateModified: string;
  readonly version?: string;
  readonly author: LinkedAgent | readonly LinkedAgent[];
  readonly publisher: LinkedAgent;
  readonly citation?: readonly LinkedWork[];
}

export interface LinkedAgent {
  readonly '@id'?: string;
  readonly '@type': string;
  readonly name: string;
  readonly url?: string;
}

interface LinkedWork {
  readonly '@id'?: string;
  readonly '@type': string;
  readonly name: string;
  readonly datePublished?: string;
}

export function authorsOf({ author }: LinkedEntry): readonly LinkedAgent[] {
  return Array.isArray(author) ? (author as readonly LinkedAgent[]) : [author as LinkedAgent];
}
