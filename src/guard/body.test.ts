import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyNode } from './body.ts';
import { isSafeAddress } from './links.ts';
import { readBody } from './read-body.ts';

const names = (nodes: readonly BodyNode[]): string[] =>
  nodes.flatMap((node) =>
    node.type === 'text' ? [] : [node.type === 'element' ? node.tagName : node.name, ...names(node.children)],
  );

describe('a contributor’s text', () => {
  it('keeps Markdown and the three components', () => {
    const { nodes, problems } = readBody(
      '## A\n\n*b* **c** [d](https://e.org)\n\n<Note kind="lesson" title="f">\n\ng\n\n</Note>\n\n| h |\n|---|\n| i |\n',
      'x.mdx',
    );
    expect(problems).toEqual([]);
    expect(names(nodes)).toEqual([
      'h2',
      'p',
      'em',
      'strong',
      'a',
      'Note',
      'p',
      'table',
      'thead',
      'tr',
      'th',
      'tbody',
      'tr',
      'td',
    ]);
  });

  it('says where each thing that is refused stands', () => {
    const { problems } = readBody(
      'ok\n\n{a}\n\n<b>x</b>\n\n[y](javascript:z)\n\n<Note kind="nope" title="t">\n\nx\n\n</Note>',
      'x.mdx',
    );
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'braces'],
      [5, 'html'],
      [7, 'link-scheme'],
      [9, 'attribute-value'],
    ]);
  });

  it.each(['export `\\', 'export "\\', 'a\n\nexport `\\ ', '> import `\\', "import x from 'y'\nand more"])(
    'refuses %j before the parser reads it as a program',
    (text) => {
      expect(readBody(text, 'x.mdx').problems.map(({ code }) => code)).toContain('import');
    },
  );

  it('lets sentences speak of imports and exports', () => {
    expect(readBody('Timber export fell.\nexport of wood ended, import-free.', 'x.mdx').problems).toEqual([]);
  });

  it('treats dollar amounts as words', () => {
    const { nodes } = readBody('It cost US$28 and later US$30.', 'x.mdx');
    expect(names(nodes)).toEqual(['p']);
  });

  it('leaves nothing in the tree that is neither Markdown nor a component, whatever is written', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '<',
      '>',
      '/',
      'Note',
      'script',
      ' kind="x"',
      ' on="y"',
      '\n',
      '\n\n',
      'import ',
      'export ',
      '[a](',
      'javascript:',
      ')',
      '`',
      '$$',
      '|',
      '#',
      '*',
      '!',
      '&lt;',
      '<!--',
      '-->',
      'text',
      '{...x}',
      'http://',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 24 }), (pieces) => {
        const { nodes } = readBody(pieces.join(''), 'x.mdx');
        const check = (node: BodyNode): void => {
          if (node.type === 'text') return;
          if (node.type === 'component') expect(['Note', 'Picture', 'DataTable']).toContain(node.name);
          else {
            expect(node.tagName).not.toMatch(/script|style|iframe|object|embed|svg|math|form|input/);
            for (const [key, value] of Object.entries(node.properties)) {
              expect(key).toMatch(/^(href|src|alt|title|className|align|start)$/);
              if (key === 'href' || key === 'src') expect(isSafeAddress(String(value))).toBe(true);
            }
          }
          node.children.forEach(check);
        };
        nodes.forEach(check);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('addresses', () => {
  it.each(['https://a.org/b', 'mailto:a@b.org', '/protocols/x/', '#y', 'plots.csv', '', '?q=a:b'])(
    'allows %j',
    (address) => {
      expect(isSafeAddress(address)).toBe(true);
    },
  );
  it.each([
    'javascript:x',
    'JaVaScRiPt:x',
    ' javascript:x',
    'java\tscript:x',
    'data:text/html,x',
    'vbscript:x',
    'http://a.org',
    '//a.org',
    '/\\a.org',
    '\\\\a.org',
    'file:///etc',
    'java\u200bscript:x',
    'blob:x',
  ])('refuses %j', (address) => {
    expect(isSafeAddress(address)).toBe(false);
  });
});
