import { describe, expect, it } from 'vitest';
import { outcome } from './outcome.ts';

const sound = {
  id: 'stock',
  label: 'Stock',
  indicator: 'soil-organic-carbon-stock',
  role: 'effect',
  kind: 'absolute',
  value: 40,
  unit: 't/har',
  substance: 'C',
  carbon: { pool: 'soil-organic-carbon', depth: { top: 0, bottom: 30 }, baseline: 'control' },
  sources: ['a-2020'],
};

const paths = (change: object) => {
  const { error } = outcome.safeParse({ ...sound, ...change });
  return error?.issues.map(({ path }) => path.join('.')) ?? [];
};

describe('an outcome', () => {
  it('is sound', () => expect(paths({})).toEqual([]));
  it.each([
    [{ unit: 'cm' }, 'unit'],
    [{ unit: 't/ha' }, 'unit'],
    [{ substance: undefined }, 'substance'],
    [{ carbon: undefined }, 'carbon'],
    [{ carbon: { pool: 'soil-organic-carbon', baseline: 'control' } }, 'carbon.depth'],
    [{ substance: 'CO2e' }, 'carbon.gwp'],
    [{ value: undefined }, 'value'],
    [{ low: 30 }, 'low'],
    [{ low: 50, high: 30 }, 'low'],
    [{ low: 50, high: 60 }, 'value'],
    [{ level: 95 }, 'level'],
    [{ sources: [] }, 'sources'],
    [{ role: 'success' }, 'role'],
    [{ qualifier: 'about' }, 'qualifier'],
  ])('with %j is refused at %s', (change, path) => {
    expect(paths(change)).toContain(path);
  });
  it('may be a relative change in per cent, or words without a number', () => {
    expect(paths({ kind: 'change', unit: '%', value: 12 })).toEqual([]);
    expect(paths({ value: undefined, finding: 'No difference was found.' })).toEqual([]);
    expect(paths({ kind: 'absolute', unit: '%' })).toContain('unit');
  });
});
