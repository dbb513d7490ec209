import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { attribute, dist, readPages, type SitePage } from './pages.ts';

const pages = readPages();
const listed = pages.filter(({ html }) => !html.includes('name="robots"'));
const addresses = new Set(listed.map(({ address }) => address));

/** The root of a file that is well-formed XML: the parser stops at the first fault. */
function readXml(file: string, root: string): Element {
  const text = readFileSync(join(dist, file), 'utf8');
  const { documentElement } = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    text,
    'text/xml',
  );
  expect(documentElement?.tagName, file).toBe(root);
  return documentElement as Element;
}

const within = (element: Element, name: string): Element[] => [...element.getElementsByTagName(name)];
const textIn = (element: Element, name: string) => within(element, name)[0]?.textContent ?? '';

const pathOf = (address: string) => new URL(address).pathname;
const meta = ({ elements }: SitePage, name: string) =>
  elements
    .filter((element) => (attribute(element, 'property') ?? attribute(element, 'name')) === name)
    .map((element) => attribute(element, 'content') ?? '');

describe('sitemap', () => {
  const root = readXml('sitemap.xml', 'urlset');
  const urls = within(root, 'url').map((url) => ({
    address: textIn(url, 'loc'),
    changed: textIn(url, 'lastmod'),
    languages: within(url, 'xhtml:link').map((link) => [
      link.getAttribute('hreflang'),
      link.getAttribute('href'),
    ]),
  }));

  it('names every page that searches may list, once, and no other', () => {
    expect(root.namespaceURI).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
    const named = urls.map(({ address }) => pathOf(address));
    expect(new Set(named).size).toBe(named.length);
    const missing = [...addresses].filter((address) => !named.includes(address));
    expect(missing, 'add these to src/portal/sitemap.ts').toEqual([]);
    expect(named.filter((address) => !addresses.has(address))).toEqual([]);
  });

  it('says the canonical address of each page, and its languages as the page does', () => {
    for (const { address, languages } of urls) {
      const page = listed.find((candidate) => candidate.address === pathOf(address));
      const own = page?.elements.filter(({ tagName }) => tagName === 'link') ?? [];
      const canonical = own.find((element) => attribute(element, 'rel') === 'canonical');
      expect(canonical && attribute(canonical, 'href')).toBe(address);
      const offered = own.flatMap((element) =>
        attribute(element, 'hreflang') ? [[attribute(element, 'hreflang'), attribute(element, 'href')]] : [],
      );
      expect(languages, address).toEqual(offered);
    }
  });

  it('dates contributions by their review, in a form that sitemaps know', () => {
    const dates = urls.map(({ changed }) => changed).filter((date) => date !== '');
    expect(dates.length).toBeGreaterThan(50);
    for (const date of dates) expect(date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
  });

  it('is named in robots.txt', () => {
    expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toMatch(
      /^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m,
    );
  });
});

describe('feeds', () => {
  for (const [prefix, tag] of Object.entries({ '': 'en', 'zh/': 'zh-Hans', 'ar/': 'ar' })) {
    it(`in ${tag} lists cases and protocols by valid addresses and dates, the newest first`, () => {
      const rss = readXml(`${prefix}feed.xml`, 'rss');
      expect(rss.getAttribute('version')).toBe('2.0');
      expect(textIn(rss, 'language')).toBe(tag);
      expect(pathOf(within(rss, 'atom:link')[0]?.getAttribute('href') ?? '')).toBe(`/${prefix}feed.xml`);
      const items = within(rss, 'item');
      expect(items.length).toBeGreaterThanOrEqual(5);
      for (const item of items) {
        const link = textIn(item, 'link');
        expect(addresses.has(pathOf(link)), link).toBe(true);
        expect(pathOf(link)).toMatch(new RegExp(`^/${prefix}(case-studies|protocols)/`));
        expect(textIn(item, 'guid')).toBe(link);
        expect(textIn(item, 'title').length).toBeGreaterThan(3);
        expect(textIn(item, 'description').length).toBeGreaterThan(20);
      }
      const dates = items.map((item) => textIn(item, 'pubDate'));
      for (const date of dates)
        expect(date).toMatch(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} 00:00:00 GMT$/);
      const times = dates.map((date) => Date.parse(date));
      expect([...times].sort((a, b) => b - a)).toEqual(times);
    });
  }

  it('are named in the head of every page, in its language', () => {
    for (const { address, elements } of listed) {
      const link = elements.find((element) => attribute(element, 'type') === 'application/rss+xml');
      const prefix = /^\/((?:zh|es|fr|ru|ar)\/)?/.exec(address)?.[1] ?? '';
      expect(link && attribute(link, 'href'), address).toBe(`/${prefix}feed.xml`);
    }
  });
});

describe('Open Graph', () => {
  it('gives every page its title, its address and a picture of 1200 by 630 points that exists', async () => {
    const sizes = new Map<string, readonly number[]>();
    for (const page of listed) {
      for (const name of ['title', 'description', 'type', 'site_name', 'locale', 'image:alt'])
        expect(meta(page, `og:${name}`)[0]?.length, `${page.address} ${name}`).toBeGreaterThan(0);
      expect(pathOf(meta(page, 'og:url')[0] ?? '')).toBe(page.address);
      expect(meta(page, 'og:locale:alternate')).toHaveLength(5);
      expect(meta(page, 'twitter:card')).toEqual(['summary_large_image']);
      const file = join(dist, pathOf(meta(page, 'og:image')[0] ?? ''));
      expect(existsSync(file), `${page.address} ${file}`).toBe(true);
      const { width, height, format } = await sharp(file).metadata();
      expect(format).toBe('png');
      sizes.set(file, [width, height]);
    }
    expect([...new Set([...sizes.values()].map(String))]).toEqual(['1200,630']);
    expect(sizes.size).toBeGreaterThan(6);
  });

  it('shows cases of different years or ecosystems by different pictures', () => {
    const picture = (slug: string) =>
      meta(
        listed.find(({ address }) => address === `/case-studies/${slug}/`) ?? (undefined as never),
        'og:image',
      )[0];
    expect(picture('tigray-exclosures')).not.toBe(picture('virginia-seagrass'));
    expect(picture('tigray-exclosures')).toMatch(/\/share\/case-[a-z]+-about-1980\.png$/);
  });
});
