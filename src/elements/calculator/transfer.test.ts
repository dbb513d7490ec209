import { describe, expect, it } from 'vitest';
import type { Computation } from '../../calculators/define.ts';
import type { OutputRow } from '../../calculators/output.ts';
import { pack, unpack } from './transfer.ts';

const rows = (length: number): readonly OutputRow[] =>
  Array.from({ length }, (_, index) => ({
    time: index % 7 === 0 ? null : `t${index}`,
    value: index % 3 === 0 ? null : index / 3,
    nothing: null,
  }));

const computation = (length: number): Computation => ({
  ok: true,
  inputs: { area: 1 },
  result: { outputs: { sum: { value: -0.5 }, word: 'one', none: null, rows: rows(length) }, warnings: [] },
});

describe('a computation handed over by a worker', () => {
  it.each([0, 499, 500, 3000])('is the same, with a table of %i rows', (length) => {
    expect(unpack(structuredClone(pack(computation(length))))).toEqual(computation(length));
  });

  it('keeps its problems', () => {
    const problems = [{ path: 'area', code: 'missing', value: null }];
    expect(unpack(structuredClone(pack({ ok: false, problems })))).toEqual({ ok: false, problems });
  });
});
