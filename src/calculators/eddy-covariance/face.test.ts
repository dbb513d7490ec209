import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import calculator from './calculator.ts';
import face from './face.ts';

const example = readFileSync(new URL('./example.csv', import.meta.url), 'utf8');

describe('the calculator without its science, for pages', () => {
  it('differs in nothing but that it does not compute', () => {
    const plain = ({ compute: _, view: __, working: ___, ...rest }: typeof face) => rest;
    expect(plain(face)).toEqual(plain(calculator));
    expect(() => face.compute({ data: example })).toThrow('worker');
  });

  it('draws and works a result that a worker computed', () => {
    const computed = structuredClone(calculator.compute({ data: example, ustar: 'fixed' }));
    if (!computed.ok) throw new Error('the example is wrong');
    expect(face.working(computed)).toEqual(calculator.working(computed));
    expect(face.working(computed).map(({ equation }) => equation)).toEqual([
      'respiration',
      'sum',
      'uptake',
      'error',
    ]);
    for (const view of face.views) expect(face.view(view, computed)).toEqual(calculator.view(view, computed));
  });
});
