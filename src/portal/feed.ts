import { type Locale, localeFacts } from '../i18n/locales.ts';
import { translateId, translator } from '../i18n/translate.ts';
import { escapeHtml } from '../i18n/typeset.ts';
import type { Entry, Library } from './library.ts';
import { pathOf } from './paths.ts';
import { absolute, href } from './site.ts';
import { summaryOf, titleOf } from './view.ts';

const newest = 30;

/** Address of the feed of a language. */
export function feedPath(locale: Locale): string {
  return href(locale, '/feed.xml');
}

/** The newest case studies and protocols in a language, as RSS 2.0. Dates are those of the review: no build has its own. */
export function feedOf(library: Library, locale: Locale): string {
  const t = translator(locale);
  const entries = [...library.all('case-studies'), ...library.all('protocols')].sort(byDate).slice(0, newest);
  const tag = localeFacts[locale].tag;
  const channel = [
    element('title', t('feed.title')),
    element('link', absolute(href(locale, '/'))),
    element('description', t('site.description')),
    element('language', tag),
    `<atom:link href="${escapeHtml(absolute(feedPath(locale)))}" rel="self" type="application/rss+xml"/>`,
    ...entries.slice(0, 1).map((entry) => element('lastBuildDate', feedDate(entry.facts.review.date))),
    ...entries.map((entry) => itemOf(entry, locale)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
${channel.join('\n')}
</channel>
</rss>
`;
}

type FeedEntry = Entry<'case-studies'> | Entry<'protocols'>;

function itemOf(entry: FeedEntry, locale: Locale): string {
  const t = translator(locale);
  const title = titleOf(entry, locale);
  const address = absolute(href(locale, pathOf(entry)));
  const parts = [
    element('title', title.text),
    element('link', address),
    element('guid', address),
    element('description', summaryOf(entry, locale)?.text ?? ''),
    element('category', translateId(t, 'kind', entry.collection)),
    ...(entry.facts.authors ?? []).map(({ name }) => element('dc:creator', name)),
    element('dc:language', localeFacts[title.lang].tag),
    element('pubDate', feedDate(entry.facts.review.date)),
  ];
  return `<item>\n${parts.join('\n')}\n</item>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeHtml(text)}</${name}>`;
}

/** RFC 822 date of `2026-11-22`, or of the first day where only the month or year is known. */
export function feedDate(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).toUTCString();
}

function byDate(a: FeedEntry, b: FeedEntry): number {
  const [before, after] = [a.facts.review.date, b.facts.review.date];
  return before < after ? 1 : before > after ? -1 : pathOf(a) < pathOf(b) ? -1 : 1;
}
