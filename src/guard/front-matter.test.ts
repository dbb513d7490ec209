import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts, splitFrontMatter } from './front-matter.ts';
import { sayProblem } from './say-problem.ts';
import { readSourceText } from './source-text.ts';

describe('front matter', () => {
  it('keeps line numbers true for facts and text', () => {
    const { yaml, body } = splitFrontMatter('---\na: 1\nb:\n  - c: 2\n---\n\ntext', 'x.mdx');
    const facts = readFacts(yaml, 'x.mdx');
    expect(facts.data).toEqual({ a: 1, b: [{ c: 2 }] });
    expect(facts.place(['b', 0, 'c'])).toEqual({ line: 4, column: 8 });
    expect(facts.place(['b', 0, 'c'], 'key')).toEqual({ line: 4, column: 5 });
    expect(body.split('\n').indexOf('text')).toBe(6);
  });

  it('reads dates, versions and codes as what they are: text or numbers, never Date objects', () => {
    const facts = readFacts('a: 2026-11-22\nb: 1.10\nc: NO\nd: 0123', 'x.yaml');
    expect(facts.data).toEqual({ a: '2026-11-22', b: 1.1, c: 'NO', d: 123 });
  });

  it('does not follow aliases, however many', () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 20 }, (_, at) => `b${at}: &b${at} [*${at === 0 ? 'a' : `b${at - 1}`}, *${at === 0 ? 'a' : `b${at - 1}`}]`).join('\n')}`;
    const { data, problems } = readFacts(bomb, 'x.yaml');
    expect(data).toBeUndefined();
    expect(problems.length).toBeGreaterThan(20);
  });

  it('finds no input that crashes or that it reads without complaint into something with a prototype', () => {
    const pieces = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&x',
      '*x',
      '!!js',
      '|',
      '>',
      '#',
      '\t',
      '---',
      '?',
      '__proto__',
      '1e9',
      '~',
      '\u0000',
      '，',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { data, problems, place } = readFacts(parts.join(''), 'x.yaml');
        for (const problem of problems) {
          expect(problem.line).toBeGreaterThan(0);
          expect(problem.column).toBeGreaterThan(0);
          expect(sayProblem(problem, 'en').message).not.toBe('');
        }
        if (typeof data === 'object' && data !== null && !Array.isArray(data))
          expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
        expect(place(['a', 0, 'b']).line).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });

  it('reads any bytes without crashing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { text } = readSourceText(bytes, 'x.mdx');
        splitFrontMatter(text, 'x.mdx');
      }),
    );
  });
});
