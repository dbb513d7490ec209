import { describe, expect, it } from 'vitest';
import { readBody } from '../guard/read-body.ts';
import { citationsIn, splitCitations } from './citations.ts';
import { type Context, type Section, sectionsOf } from './sections.ts';
import { termFinder } from './terms.ts';

const context: Context = {
  headings: new Map([['What was done', 'action']]),
  terms: termFinder([
    { id: 'soc', spellings: ['soil organic carbon', 'SOC'] },
    { id: 'soil', spellings: ['soil'] },
  ]),
  cite: (keys) => `<cite>${keys.join()}</cite>`,
  term: (id, words) => `<dfn id="${id}">${words}</dfn>`,
  address: (address) => `/base${address}`,
};
const draw = (text: string): Section[] => sectionsOf(readBody(text, 'x.mdx').nodes, context);
const html = (text: string) =>
  draw(text)
    .flatMap(({ parts }) => parts.map((part) => (part.kind === 'html' ? part.html : `[${part.name}]`)))
    .join('');

describe('a text is drawn', () => {
  it('in sections, with citations, subscripts and links of this site', () => {
    const [intro, action] = draw('Before.\n\n## What was done\n\nCO2 fell [@a-2020; @b]. See [it](/x/).');
    expect(intro?.id).toBeUndefined();
    expect(action?.id).toBe('action');
    expect(html('CO2 fell [@a-2020; @b].')).toBe('<p>CO<sub>2</sub> fell <cite>a-2020,b</cite>.</p>');
    expect(html('[it](/x/)')).toBe('<p><a href="/base/x/">it</a></p>');
  });

  it('with each term marked once, the longest first, never inside words, links, headings or code', () => {
    expect(html('Soil organic carbon and SOC and soils and soil, `soil`.')).toBe(
      '<p><dfn id="soc">Soil organic carbon</dfn> and SOC and soils and <dfn id="soil">soil</dfn>, <code>soil</code>.</p>',
    );
    expect(html('### soil\n\n[soil](https://a.org) topsoil')).not.toContain('<dfn');
  });

  it('with Chinese terms found without spaces', () => {
    const finder = termFinder([
      { id: 'soc', spellings: ['土壤有机碳'] },
      { id: 'peat', spellings: ['泥炭'] },
    ]);
    expect(finder.find('表层土壤有机碳储量与泥炭', new Set())).toEqual([
      { text: '表层' },
      { text: '土壤有机碳', term: 'soc' },
      { text: '储量与' },
      { text: '泥炭', term: 'peat' },
    ]);
  });

  it('with everything escaped', () => {
    expect(html('a &lt;script&gt; & "b"')).toBe('<p>a &lt;script&gt; &amp; &quot;b&quot;</p>');
    expect(html('`<i>`')).toBe('<p><code>&lt;i&gt;</code></p>');
  });

  it('with equations as MathML', () => {
    expect(html('So $$x^2$$.')).toContain('<math');
    expect(html('$$\nS = C\n$$')).toContain('display="block"');
  });
});

describe('citations', () => {
  it('are found in order, each once', () => {
    expect(citationsIn('a [@x-1; @y] b [@x-1] <Source id="z-2" />')).toEqual(['x-1', 'y', 'z-2']);
    expect(splitCitations('a [@x] b')).toEqual([{ text: 'a ' }, { keys: ['x'] }, { text: ' b' }]);
  });
});
