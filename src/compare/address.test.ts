import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostItems, readAddress, writeAddress } from './address.ts';
import { kindNames } from './record.ts';

const read = (query: string) => readAddress(new URLSearchParams(query));

describe('the address of a comparison', () => {
  it('names items of one kind, with commas or as a form sends them, each once', () => {
    expect(read('?cases=a,b-2,a')).toMatchObject({
      kind: 'cases',
      ids: ['a', 'b-2'],
      onlyDifferences: false,
    });
    expect(read('?models=a&models=b&only=differences')).toMatchObject({
      kind: 'models',
      ids: ['a', 'b'],
      onlyDifferences: true,
    });
    expect(read('')).toMatchObject({ kind: 'cases', ids: [], surplus: [], malformed: [], mixed: [] });
  });

  it('says what it cannot do: a sixth, another kind, words that are no id', () => {
    expect(read('?cases=a,b,c,d,e,f,g')).toMatchObject({
      ids: ['a', 'b', 'c', 'd', 'e'],
      surplus: ['f', 'g'],
    });
    expect(read('?protocols=a&models=b')).toMatchObject({ kind: 'protocols', ids: ['a'], mixed: ['models'] });
    expect(read('?cases=../x,<b>,%2e%2e,A,a')).toMatchObject({
      ids: ['a'],
      malformed: ['../x', '<b>', '..', 'A'],
    });
    expect(read(`?cases=${'x'.repeat(500)}`).malformed[0]?.length).toBeLessThan(100);
  });

  it('brings back what was written, and never an id that could leave its folder', () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
    const asked = fc.record({
      kind: fc.constantFrom(...kindNames),
      ids: fc.uniqueArray(id, { minLength: 1, maxLength: mostItems }),
      onlyDifferences: fc.boolean(),
    });
    fc.assert(
      fc.property(asked, (one) => {
        expect(read(writeAddress(one))).toMatchObject(one);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const one of read(new URLSearchParams({ cases: text }).toString()).ids)
          expect(one).toMatch(/^[a-z0-9-]+$/);
      }),
    );
  });
});
