import { formatDate } from '../i18n/format.ts';
import { sourceLocale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import type { Collection } from '../schemas/shared.ts';
import type { PageItem } from './citation-format.ts';
import type { Entry } from './library.ts';
import { pathOf } from './paths.ts';
import { absolute, href } from './site.ts';

/** Collections whose entries are works of their own: they have words, a licence and a state of review. */
export const citedCollections = [
  'case-studies',
  'protocols',
  'management-models',
  'policy-options',
  'learning-paths',
  'calculators',
  'evidence',
] as const satisfies readonly Collection[];

export type Citable = (typeof citedCollections)[number];

/**
 * How an entry of the portal is cited, in CSL-JSON 1.0. What is cited is the original: translations may lag
 * behind it. Names are literal, as printed: their order differs between languages.
 */
export function citationOf(entry: Entry<Citable>): PageItem {
  const { title, authors, review } = entry.facts;
  const portal = portalName();
  const named = authors?.map(({ name }) => ({ literal: name }));
  return {
    id: `global-ercan-${entry.collection}-${entry.slug}`,
    ...kindOf(entry),
    title,
    author: named ?? [{ literal: portal }],
    issued: { 'date-parts': [review.date.split('-').map(Number)] },
    // APA leaves out a site that is the author itself.
    ...(named ? { [entry.collection === 'protocols' ? 'publisher' : 'container-title']: portal } : {}),
    URL: absolute(href(sourceLocale, pathOf(entry))),
    language: sourceLocale,
    note: noteOf(entry),
  };
}

export function portalName(): string {
  const t = translator(sourceLocale);
  return `${t('site.name')} ${t('site.subtitle')}`;
}

/** Protocols have versions, like reports; calculators are programs; all else is a page. */
function kindOf(entry: Entry<Citable>): { type: string; genre?: string; version?: string } {
  if (entry.collection === 'calculators') return { type: 'software' };
  if (entry.collection === 'evidence') return { type: 'dataset' };
  if (!('version' in entry.facts)) return { type: 'webpage' };
  const genre = translator(sourceLocale)('kind.protocols');
  return { type: 'report', genre, version: entry.facts.version };
}

/** The true state of review and the licence travel with the citation. */
function noteOf({ facts }: Entry<Citable>): string {
  const t = translator(sourceLocale);
  const { state, date, reviewers } = facts.review;
  const names = (reviewers ?? []).map(({ name }) => name).join(', ');
  return [
    ...('version' in facts ? [`${t('protocol.version')} ${facts.version}.`] : []),
    t(`review.${state}`, { date: formatDate(date, sourceLocale), names }),
    `${t('licence', { licence: facts.licence })}.`,
  ].join(' ');
}
