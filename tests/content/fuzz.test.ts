import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeChanges, readChanges } from '../../src/checks/changes.ts';
import { mend } from '../../src/checks/mend.ts';
import { tableProblems } from '../../src/checks/table.ts';
import { confusableIn } from '../../src/guard/confusable.ts';
import type { Problem } from '../../src/guard/problem.ts';
import { readBody } from '../../src/guard/read-body.ts';
import { sayProblem } from '../../src/guard/say-problem.ts';
import { malformedCitation, splitCitations } from '../../src/prose/citations.ts';
import { collections } from '../../src/schemas/collections.ts';
import { readEntry } from '../../src/schemas/read-entry.ts';
import { translationOf } from '../../src/schemas/translation.ts';

/** CPU time that one file may take; honest ones take two milliseconds. */
const longest = 2000;
const schema = collections['case-studies'].schema;
const translated = translationOf(schema);
let tried = 0;
let slowest = 0;
afterAll(() => console.log(`fuzz: ${tried} files, the slowest ${Math.round(slowest)} ms`));

/** Reads a file in every way the check does; whatever it holds, nothing is thrown and no time is lost. */
function survive(bytes: Uint8Array): void {
  tried += 1;
  const start = process.cpuUsage();
  const problems: Problem[] = [];
  for (const [file, own] of [
    ['x.mdx', schema],
    ['x.yaml', schema],
    ['zh.mdx', translated],
  ] as const) {
    const entry = readEntry(own, bytes, file, schema);
    problems.push(...entry.problems, ...readBody(entry.body, file).problems);
    for (const line of entry.source.split('\n')) confusableIn(line);
    splitCitations(entry.body);
    expect([...entry.body.matchAll(malformedCitation)].length).toBeGreaterThanOrEqual(0);
    mend(bytes, entry.problems);
  }
  problems.push(...tableProblems(bytes, 'x.csv'));
  for (const problem of problems.slice(0, 20)) {
    expect(problem.line).toBeGreaterThan(0);
    expect(problem.column).toBeGreaterThan(0);
    expect(sayProblem(problem, 'ar').message).not.toBe('');
  }
  const { user, system } = process.cpuUsage(start);
  slowest = Math.max(slowest, (user + system) / 1000);
  expect((user + system) / 1000).toBeLessThan(longest);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const yamlPieces = [
  'title',
  ': ',
  '：',
  '\n',
  '\n  ',
  '\n- ',
  '- ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '&a',
  '*a',
  '!!js',
  '|',
  '>',
  '#',
  '\t',
  '---',
  '? ',
  '__proto__',
  '1e999',
  '.inf',
  '~',
  '\u0000',
  '，',
  '“',
  '\u00a0',
  '\r',
  'outcomes:',
  '\n    value: ',
  '12,000 ha',
  'unit: t C/ha',
  'null',
  '<<',
  '%',
  '@',
  '`',
  '\\x00',
  '\ufeff',
  '\ud800',
  '\u202e',
  'sources: [x]',
  'started: 43831',
  'point: { lat: 38°N',
];
const bodyPieces = [
  '{',
  '}',
  '<',
  '>',
  '/',
  '</',
  'Note',
  'script',
  ' kind="x"',
  ' {...x}',
  '\n',
  '\n\n',
  '\n    ',
  'import ',
  'export ',
  '[a](',
  'javascript:',
  ')',
  '`',
  '```',
  '$$',
  '|',
  '|-|',
  '#',
  '## ',
  '*',
  '**',
  '_',
  '~~',
  '!',
  '&lt;',
  '&#x',
  '<!--',
  '-->',
  '<?',
  ']]>',
  'text',
  'http://',
  'www.',
  '\\',
  '- ',
  '1. ',
  '> ',
  '\t',
  '\u0000',
  '\u2028',
  '[^1]',
  '[@',
  '@a-1',
  '; ',
  ']',
  '[x]: ',
  ':',
  '"',
  "'",
  '{/*',
  '*/}',
  '\ud83d',
  '中',
  'ا',
];
const frame = (story: string) => `---\ntitle: x\n---\n\n${story}`;
const of = (pieces: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));

describe('whatever a file holds', () => {
  it('bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), survive), { numRuns: 1500 });
  });

  it('words of any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => survive(bytesOf(text))),
      { numRuns: 800 },
    );
  });

  it('facts', () => {
    fc.assert(
      fc.property(of(yamlPieces, 40), (yaml) => survive(bytesOf(`---\n${yaml}\n---\n`))),
      { numRuns: 2500 },
    );
  });

  it('facts of any shape', () => {
    const facts = fc.dictionary(
      fc.oneof(
        fc.constantFrom('title', 'place', 'outcomes', 'sources', 'review', 'drivers', 'constructor'),
        fc.string(),
      ),
      fc.jsonValue({ maxDepth: 4 }),
    );
    fc.assert(
      fc.property(facts, (data) => survive(bytesOf(`---\n${JSON.stringify(data)}\n---\n`))),
      { numRuns: 800 },
    );
  });

  it('a story', () => {
    fc.assert(
      fc.property(of(bodyPieces, 40), (story) => survive(bytesOf(frame(story)))),
      { numRuns: 3500 },
    );
  });

  it('a long story of few signs', () => {
    const long = fc
      .tuple(of(bodyPieces, 4), fc.integer({ min: 500, max: 12_000 }))
      .map(([unit, times]) => unit.repeat(times).slice(0, 190_000));
    fc.assert(
      fc.property(long, (story) => survive(bytesOf(frame(story)))),
      { numRuns: 40 },
    );
  });

  it('long facts of few signs', () => {
    const long = fc
      .tuple(of(yamlPieces, 4), fc.integer({ min: 500, max: 8000 }))
      .map(([unit, times]) => unit.repeat(times).slice(0, 140_000));
    fc.assert(
      fc.property(long, (yaml) => survive(bytesOf(`---\n${yaml}\n---\n`))),
      { numRuns: 40 },
    );
  });

  it('a list of changes', () => {
    const paths = of(
      [
        'content/',
        'case-studies/',
        'x',
        '..',
        '/',
        '\\',
        '\u0000',
        '\n',
        '\t',
        ':100644 120000 a b T',
        'M',
        '"',
        '\\303',
        '.git',
        'index.mdx',
        ' ',
      ],
      20,
    );
    fc.assert(
      fc.property(paths, (text) => {
        const { result, problems } = judgeChanges(readChanges(text), 'tests/content/sound');
        expect(['fine', 'problems', 'maintainer']).toContain(result);
        for (const problem of problems) expect(sayProblem(problem, 'en').message).not.toBe('');
      }),
      { numRuns: 800 },
    );
  });
});
