import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFacts, splitFrontMatter } from '../guard/front-matter.ts';
import { newDraft, readDraft, writeDraft } from './draft.ts';
import { DraftStore, type Shelf } from './draft-store.ts';
import { fileText, storyOf } from './file-text.ts';
import { newFile, zipOf } from './hand-in.ts';

const sections = [
  { id: 'degradation', heading: 'What degraded it' },
  { id: 'action', heading: 'What was done' },
];

const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[^\P{C}\n]|[\ufffe\uffff]/u.test(text));
const fact = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    line,
    fc.constantFrom(
      '1999',
      '1980~',
      '2026-11',
      '1.0',
      'yes',
      'null',
      '~',
      '- a',
      'a: b',
      '# a',
      '"',
      "'",
      '*a',
      '&a',
      '!a',
      '0x1',
      '1e3',
      ' lead',
      'two\nlines\n\nand three',
      '---',
      '{a}',
      '[a]',
      '%',
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z-]{0,8}$/), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}));

describe('the file that a form writes', () => {
  it('is read again as the same facts, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fact.value, { minKeys: 1, noNullPrototype: true }),
        (facts) => {
          const text = fileText(facts, [], {});
          const { yaml, problems } = splitFrontMatter(text, 'a.mdx');
          const read = readFacts(yaml, 'a.mdx');
          expect([...problems, ...read.problems]).toEqual([]);
          expect(read.data).toEqual(JSON.parse(JSON.stringify(facts)));
        },
      ),
    );
  });

  it('has the sections that say something, in their order, and gives them back', () => {
    const story = { action: 'Fences.\r\n\r\n### More\n', degradation: 'Grazing [@a-2020].', other: 'x' };
    const text = fileText({ title: 'A' }, sections, story);
    expect(text).toBe(
      '---\ntitle: A\n---\n\n## What degraded it\n\nGrazing [@a-2020].\n\n## What was done\n\nFences.\n\n### More\n',
    );
    expect(storyOf(sections, text.split('---\n')[2] ?? '')).toEqual({
      degradation: 'Grazing [@a-2020].',
      action: 'Fences.\n\n### More',
    });
  });

  it('goes into a zip that is the same each time', () => {
    const files = [{ path: 'content/case-studies/a/index.mdx', text: 'Ünï 中文' }];
    const zip = zipOf(files);
    expect(zipOf(files)).toEqual(zip);
    expect(new TextDecoder().decode(unzipSync(zip)['content/case-studies/a/index.mdx'])).toBe('Ünï 中文');
  });

  it('fills the page for a new file where the address stays short enough', () => {
    const file = { path: 'content/case-studies/a/index.mdx', text: 'a & b\n' };
    const github = newFile('https://github.com/name/project', file);
    expect(github.filled).toBe(true);
    expect(new URL(github.address).searchParams.get('value')).toBe('a & b\n');
    expect(new URL(github.address).searchParams.get('filename')).toBe(file.path);
    const long = newFile('https://github.com/name/project', { ...file, text: '文'.repeat(1000) });
    expect(long.filled).toBe(false);
    expect(long.address.length).toBeLessThan(200);
    expect(newFile('https://gitlab.com/a/b', file)).toEqual({
      address: 'https://gitlab.com/a/b/-/new/main?file_name=content%2Fcase-studies%2Fa%2Findex.mdx',
      filled: false,
    });
    expect(newFile('https://codeberg.org/a/b', file).address).toBe(
      'https://codeberg.org/a/b/_new/main/content/case-studies/a',
    );
  });
});

class Memory implements Shelf {
  readonly map = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  get length() {
    return this.map.size;
  }
  key(index: number) {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.map.get(key) ?? null;
  }
  setItem(key: string, text: string) {
    if (text.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.map.set(key, text);
  }
  removeItem(key: string) {
    this.map.delete(key);
  }
}

describe('drafts', () => {
  const draft = { ...newDraft('case-study', 'Mine', '2026-11-22'), story: { action: '<script>' } };

  it('come back from a file as they were', () => {
    expect(readDraft(writeDraft(draft))).toEqual(draft);
    expect(draft.values).toMatchObject({ review: { date: '2026-11', state: 'submitted' } });
  });

  it.each(['', 'null', '[]', '{"format":"global-ercan-contribution","version":2}', '{"format":"other"}'])(
    'are not made of %s',
    (text) => {
      expect(readDraft(text)).toBeUndefined();
    },
  );

  it('take nothing but texts from a file', () => {
    const file = JSON.parse(writeDraft(draft)) as { values: object };
    const hostile = `${JSON.stringify({ ...file, values: 'V' })}`.replace(
      '"V"',
      '{"__proto__":{"a":"b"},"title":{"toString":1},"n":5,"rows":["a",{"constructor":"x","b":"c"}]}',
    );
    expect(readDraft(hostile)?.values).toEqual({ title: {}, rows: ['a', { b: 'c' }] });
    expect(({} as { a?: string }).a).toBeUndefined();
  });

  it('are kept one by one, and a full or forbidden store says no', () => {
    const shelf = new Memory();
    const store = new DraftStore(shelf, 'case-study');
    expect(store.save(store.freeId(), draft)).toBe(true);
    expect(store.save(store.freeId(), { ...draft, name: 'Second' })).toBe(true);
    expect(store.all().map(({ id, draft: { name } }) => [id, name])).toEqual([
      ['1', 'Mine'],
      ['2', 'Second'],
    ]);
    expect(store.open).toBe('2');
    expect(new DraftStore(shelf, 'protocol').all()).toEqual([]);
    shelf.room = 10;
    expect(store.save('1', draft)).toBe(false);
    expect(store.all()[0]?.draft).toEqual(draft);
    expect(new DraftStore(undefined, 'case-study').save('1', draft)).toBe(false);
    expect(store.remove('1')).toBe(true);
    expect(store.all()).toHaveLength(1);
  });
});
