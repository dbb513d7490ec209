import { type Locale, sourceLocale } from '../i18n/locales.ts';
import { escapeHtml } from '../i18n/typeset.ts';
import type { Entry, Library } from './library.ts';
import { listed, listPaths } from './list-paths.ts';
import { hasNeutrality } from './neutrality-file.ts';
import { pathOf } from './paths.ts';
import { referenceParts, referencePath } from './reference-parts.ts';
import { absolute, activeLocales, alternates, asset, href } from './site.ts';

/** Addresses in one file: search engines take ten times as many, but not always as many bytes. */
const perFile = 5000;

/** Pages that stand once in every language. A test compares the sitemap with the finished site. */
const single = [
  '/',
  '/evidence/',
  ...(hasNeutrality() ? ['/evidence/neutrality/'] : []),
  '/evidence/synthesis/',
  '/map/',
  '/map/like/',
  '/compare/',
  '/glossary/',
  ...referenceParts.map(referencePath),
  '/about/',
  '/about/status/',
  '/about/data/',
  '/contribute/',
  '/contribute/case-study/',
  '/contribute/protocol/',
  '/contribute/translation/',
  '/contribute/messages/',
  '/calculators/verification/',
];

interface Address {
  readonly path: string;
  readonly locale: Locale;
  readonly changed?: string | undefined;
}

const known = new WeakMap<Library, Promise<string[]>>();

/** The parts of the sitemap, each the XML of at most 5,000 addresses. */
export function sitemapParts(library: Library): Promise<string[]> {
  const parts = known.get(library) ?? writeParts(library);
  known.set(library, parts);
  return parts;
}

async function writeParts(library: Library): Promise<string[]> {
  const addresses = (await pathsOf(library)).flatMap((page) =>
    activeLocales.map((locale) => ({ ...page, locale })),
  );
  const parts = Array.from({ length: Math.ceil(addresses.length / perFile) }, (_, index) =>
    addresses.slice(index * perFile, (index + 1) * perFile),
  );
  return parts.map(urlSet);
}

/** /sitemap.xml: the only part, or the list of parts. */
export function sitemapOf(parts: readonly string[]): string {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return only;
  const entries = parts.map((_, index) => `<sitemap>${location(sitemapPart(index + 1))}</sitemap>`);
  return document('sitemapindex', '', entries);
}

export function sitemapPart(number: number): string {
  return absolute(asset(`/sitemap/${number}.xml`));
}

/** Crawlers may read everything; they learn where the sitemap is. */
export function robots(): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(asset('/sitemap.xml'))}\n`;
}

async function pathsOf(library: Library): Promise<Omit<Address, 'locale'>[]> {
  const lists = (await listPaths()).filter(({ props }) => props.locale === activeLocales[0]);
  return [
    ...single.map((path) => ({ path })),
    ...lists.map(({ props: { collection, page } }) => ({
      path: page === 1 ? `/${collection}/` : `/${collection}/page/${page}/`,
    })),
    ...[...listed, 'evidence' as const].flatMap((collection) =>
      library.all(collection).map((entry) => ({ path: pathOf(entry), changed: changedOn(entry) })),
    ),
  ];
}

function changedOn({ facts }: Entry): string | undefined {
  return 'review' in facts ? facts.review.date : undefined;
}

function urlSet(addresses: readonly Address[]): string {
  const links = new Map<string, string>();
  const linksOf = (path: string) => {
    const known = links.get(path) ?? languageLinks(path);
    links.set(path, known);
    return known;
  };
  const entries = addresses.map(
    ({ path, locale, changed }) =>
      `<url>${location(absolute(href(locale, path)))}${changed ? `<lastmod>${changed}</lastmod>` : ''}${linksOf(path)}</url>`,
  );
  return document('urlset', ' xmlns:xhtml="http://www.w3.org/1999/xhtml"', entries);
}

function languageLinks(path: string): string {
  const languages = alternates(path).map(({ tag, href: address }) => [tag, address] as const);
  return [...languages, ['x-default', href(sourceLocale, path)] as const]
    .map(
      ([tag, address]) =>
        `<xhtml:link rel="alternate" hreflang="${tag}" href="${escapeHtml(absolute(address))}"/>`,
    )
    .join('');
}

function location(address: string): string {
  return `<loc>${escapeHtml(address)}</loc>`;
}

function document(root: string, namespaces: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespaces}>
${entries.join('\n')}
</${root}>
`;
}
