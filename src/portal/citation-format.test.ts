import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../i18n/typeset.ts';
import { formatPage, type PageItem } from './citation-format.ts';

const portal = [{ literal: 'Global-ERCaN Knowledge Portal' }];
const people = [{ literal: 'Aster Berhane' }, { literal: 'Zhang Wei' }];
const page = (facts: Partial<PageItem>): PageItem => ({
  id: 'x',
  type: 'webpage',
  title: 'Exclosures in Tigray',
  author: portal,
  issued: { 'date-parts': [[2026, 11]] },
  URL: 'https://example.org/case-studies/tigray/?a=1&b=2',
  ...facts,
});

/** What the processor itself writes, without any short way. */
function apa(item: PageItem): string {
  const engine = plugins.config.get('@csl').engine([item], 'apa', 'en-US', 'html');
  engine.updateItems(['x'], true, true);
  return engine.makeBibliography()[1].join('');
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#38;', '&amp;')
    .trim();

describe('the citation of a page', () => {
  it('is what the APA processor writes, for every kind of page and ending of a title', async () => {
    const titles = [
      'Exclosures in Tigray',
      'Soil organic carbon: sampling and stock',
      'Peat & water',
      'Is it worth it?',
      'It ends.',
      'A rise of 10%',
      'Plots (forest)',
      'iPlant: a lower-case start',
      'The “quoted” title',
      "The farmers' trees",
      'Восстановление почв',
    ];
    const kinds: Partial<PageItem>[] = [
      {},
      { author: people, 'container-title': 'Global-ERCaN Knowledge Portal' },
      { type: 'report', genre: 'Protocol', version: '1.0' },
      { type: 'report', genre: 'Protocol', version: '1.2', author: people, publisher: 'Global-ERCaN' },
      { type: 'software' },
      { issued: { 'date-parts': [[2026]] } },
      { issued: { 'date-parts': [[2026, 11, 22]] } },
    ];
    for (const kind of kinds)
      for (const title of titles) {
        const item = page({ ...kind, title });
        expect(plain(await formatPage(item))).toBe(plain(apa(item)));
      }
  });

  it('links the address and lets no markup of a title through', async () => {
    const html = await formatPage(page({ title: 'An <img src=x onerror=alert(1)> and <b>bold</b> end' }));
    expect(html).toContain(escapeHtml('An <img src=x onerror=alert(1)> and <b>bold</b> end'));
    expect(html).toContain('<a href="https://example.org/case-studies/tigray/?a=1&amp;b=2">');
    expect(html.replaceAll(/<\/?(?:i|a)(?: href="[^"]*")?>/g, '')).not.toContain('<');
    const quoted = await formatPage(page({ title: 'An "<img src=x>"' }));
    expect(quoted).toContain('&lt;img');
  });
});
