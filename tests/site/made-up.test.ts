import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { drawPng } from '../../src/cli/png/draw.ts';
import { escapeHtml } from '../../src/i18n/typeset.ts';
import { soundFolder } from '../content/corpus.ts';
import { buildInto } from './build-into.ts';

/** A small site of made-up content: a case that was scored, in three languages, and one that was removed. */
const out = mkdtempSync(join(tmpdir(), 'portal-made-up-'));
const site = join(out, 'site');
const { folder, read, write, remove } = soundFolder();
const text = (file: string) => readFileSync(join(site, file), 'utf8');

const stone = {
  was: 'case-studies/closed-hill',
  title: 'A hill that was <closed> & opened',
  why: 'Its owners asked for it; “nothing” was wrong.',
  instead: 'case-studies/fenced-valley',
};
const valley = 'case-studies/fenced-valley';

beforeAll(() => {
  const arabic = read(`${valley}/zh.mdx`)
    .replace('围起来的山谷', 'واد مسيَّج')
    .replace('退化的原因', 'أسباب التدهور')
    .replace('虚构的计数', 'عدّ مختلق');
  write(`${valley}/ar.mdx`, arabic);
  write('published.txt', `${stone.was}\n${valley}\n`);
  write('tombstones.yaml', JSON.stringify({ tombstones: [{ removed: '2027-01-31', ...stone }] }));
  // No fonts: what fontconfig would find is an empty folder.
  const config = join(out, 'fonts.conf');
  writeFileSync(
    config,
    `<fontconfig><dir>${join(out, 'none')}</dir><cachedir>${out}</cachedir></fontconfig>`,
  );
  buildInto(site, { CONTENT_DIR: folder, LOCALES: 'en,zh,ar', HOME: out, FONTCONFIG_FILE: config });
}, 300_000);
afterAll(() => {
  vi.unstubAllEnvs();
  remove();
  rmSync(out, { recursive: true, force: true });
}, 60_000);

describe('the recovery wheel of a case that was scored', () => {
  const names = ['recovery', 'recovery.ar', 'recovery.zh'];

  it('stands at an address as drawing and picture in every language of the case, in its crate too', () => {
    const files = names.flatMap((name) => [`${name}.png`, `${name}.svg`]).sort();
    expect(readdirSync(join(site, valley, 'figures')).sort()).toEqual(files);
    const crate = JSON.parse(text(`${valley}/ro-crate-metadata.json`)) as { '@graph': { '@id': string }[] };
    const parts = crate['@graph'].map((part) => part['@id']).filter((id) => id.startsWith('figures/'));
    expect(parts.sort()).toEqual(files.map((file) => `figures/${file}`));
  });

  it('is painted whole and carries its citation', () => {
    const svg = text(`${valley}/figures/recovery.zh.svg`);
    expect(svg).toContain('lang="zh-Hans"');
    const words = svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toMatch(new RegExp(`围起来的山谷\\. Global-ERCaN .*/zh/${valley}/\\. CC-BY-4\\.0\\.`));
    expect(svg.match(/stroke-dasharray="3 2.5"/g)).toHaveLength(16);
    const paths = [...svg.matchAll(/<(?:path|rect)[^>]*>/g)].map(([tag]) => tag);
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) expect(path).toMatch(/\s(?:fill|stroke)="/);
    expect(text(`${valley}/figures/recovery.ar.svg`)).toMatch(/text-anchor="end"[^>]*>\u2067واد مسيَّج/);
  });

  it('has a page for frames and links to all of them, and no table that it does not have', () => {
    for (const locale of ['', 'zh/', 'ar/']) {
      const name = `recovery${locale ? `.${locale.slice(0, 2)}` : ''}`;
      const embed = text(`embed/${locale}${valley}/recovery/index.html`);
      const page = text(`${locale}${valley}/index.html`);
      for (const kind of ['svg', 'png'])
        for (const html of [embed, page]) expect(html).toContain(`href="/${valley}/figures/${name}.${kind}"`);
      expect(page).toContain(`href="/embed/${locale}${valley}/recovery/"`);
      const figure = /<figure class="figure" id="figure-recovery"[\s\S]*?<\/figure>/.exec(page)?.[0] ?? '';
      expect(figure).not.toContain('outcomes.csv');
    }
    expect(existsSync(join(site, `embed/es/${valley}`))).toBe(false);
  });

  it('is the same picture on a machine without fonts and on this one', async () => {
    vi.stubEnv('CACHE_DIR', join(out, 'second-cache'));
    for (const name of names) {
      const here = await drawPng(text(`${valley}/figures/${name}.svg`));
      expect(here.equals(readFileSync(join(site, valley, 'figures', `${name}.png`))), name).toBe(true);
    }
  });
});

describe('an entry that was removed', () => {
  it('is in order for the check', async () => {
    const found = await checkContent(folder);
    expect(found.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([]);
  });

  it.each([
    ['', 'Removed: ', '31 January 2027', 'A fenced valley'],
    ['zh/', '', '2027年1月31日', '围起来的山谷'],
    ['ar/', '', '2027', 'واد مسيَّج'],
  ])(
    'leaves a page at its address %s: what it was, when and why it went, where to go',
    (locale, removed, date, instead) => {
      const page = text(`${locale}${stone.was}/index.html`);
      expect(page).toMatch(
        new RegExp(`<h1[^>]*>[^<]*${removed}[^<]*A hill that was &lt;closed&gt; &amp; opened`),
      );
      expect(page).toContain(date);
      expect(page).toContain(stone.why);
      expect(page).toContain(`<a href="/${locale}${stone.instead}/">${instead}</a>`);
      expect(page).toContain('<meta name="robots" content="noindex"');
      expect(page).not.toMatch(/rel="canonical"|application\/ld\+json|property="og:/);
    },
  );

  it('stands in the open data', () => {
    const { records } = JSON.parse(text('api/tombstones.json')) as { records: object[] };
    expect(records).toEqual([{ removed: '2027-01-31', ...stone }]);
    expect(text('about/data/index.html').includes(escapeHtml(stone.title))).toBe(true);
  });

  it('stays out of lists, sitemap, feed and search', () => {
    const listing = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /^(?:sitemap.*\.xml|feed\.xml|llms\.txt)$/.test(file) || file === 'case-studies/index.html',
    );
    expect(listing.length).toBeGreaterThanOrEqual(4);
    for (const file of listing) expect(text(file), file).not.toContain('closed-hill');
    const fragments = readdirSync(join(site, 'pagefind/fragment')).map((name) =>
      gunzipSync(readFileSync(join(site, 'pagefind/fragment', name))).toString('utf8'),
    );
    expect(fragments.some((fragment) => fragment.includes('fenced-valley'))).toBe(true);
    expect(fragments.filter((fragment) => fragment.includes('closed-hill'))).toEqual([]);
  });
});
