import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Body, BodyNode } from '../guard/body.ts';
import { splitFrontMatter } from '../guard/front-matter.ts';
import { readBody } from '../guard/read-body.ts';
import { readText } from './text.ts';

/** The tree without places and without the line breaks between blocks, which the two parsers set differently. */
function shape(node: BodyNode): unknown {
  if (node.type === 'text') return node.value;
  const children = joined(node.children.map(shape));
  return node.type === 'component'
    ? { component: node.name, ...node.attributes, children }
    : { [node.tagName]: children, ...(node.properties['href'] ? { href: node.properties['href'] } : {}) };
}

function joined(parts: readonly unknown[]): unknown[] {
  const result: unknown[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result
    .map((part) => (typeof part === 'string' ? part.replaceAll(/\s+/g, ' ') : part))
    .filter((part) => part !== ' ' && part !== '');
}

const read = ({ nodes, problems }: Body) => ({
  shape: joined(nodes.map(shape)),
  problems: problems.map(({ code, line }) => `${code}:${line}`),
});

const texts = (['case-studies', 'protocols', 'management-models', 'policy-options'] as const).flatMap(
  (collection) =>
    readdirSync(`content/${collection}`).flatMap((slug) =>
      readdirSync(`content/${collection}/${slug}`)
        .filter((name) => name.endsWith('.mdx'))
        .map((name) => `${collection}/${slug}/${name}`),
    ),
);

describe('the parser of the form', () => {
  it.each(texts)('reads %s as the check does', (file) => {
    const { body } = splitFrontMatter(readFileSync(`content/${file}`, 'utf8'), file);
    expect(read(readText(body, file))).toEqual(read(readBody(body, file)));
  });

  it.each([
    'plain <script>alert(1)</script> text',
    '<img src=x onerror="alert(1)" />',
    'a {process.exit()} b',
    'import x from "y"\n\ntext',
    '[link](javascript:alert(1))',
    '<Note kind="caution" title="T" onclick="x()">\n\ntext\n\n</Note>',
    '<Unknown />',
    '# Title',
    '<Note kind="loud" title="T">\n\ntext\n\n</Note>',
    'a < b',
    'x $$y^2$$ and $5',
    '| a | b |\n|---|---|\n| 1 | 2 |',
  ])('finds what the check finds in %s', (text) => {
    const own = read(readText(text, 'a.mdx'));
    const check = read(readBody(text, 'a.mdx'));
    expect(own.problems).toEqual(check.problems);
    if (check.problems.length === 0) expect(own.shape).toEqual(check.shape);
  });

  it('never fails, whatever is typed', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '{',
      '}',
      '*',
      '_',
      '`',
      '$$',
      '[',
      '](',
      ')',
      '<Note',
      'kind="',
      '|',
      '\n',
      '\n\n',
      '- ',
      '## ',
      '\\',
      '&',
      ';',
      'a',
      ' ',
      'import ',
      '~~',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (text) => {
          expect(Array.isArray(readText(text, 'a.mdx').nodes)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
