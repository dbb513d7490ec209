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

const grazed = { kind: 'control', label: 'Grazed land' };

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
    [{ spread: { kind: 'SE' } }, 'spread.value'],
    [{ spread: { kind: 'SE', low: 1 } }, 'spread.low'],
    [{ spread: { kind: 'SE', value: 1, low: 1, high: 2 } }, 'spread.value'],
    [{ spread: { kind: 'SE', value: 1, level: 0.95 } }, 'spread.level'],
    [{ comparison: { ...grazed, value: 30, spread: { kind: 'SD', value: -1 } } }, 'comparison.spread.value'],
    [{ comparison: { ...grazed, spread: { kind: 'SD', value: 4 } } }, 'comparison.spread'],
  ])('with %j is refused at %s', (change, path) => {
    expect(paths(change)).toContain(path);
  });
  it('may say the spread of both its arms', () => {
    const ci = { kind: 'CI', value: 2, level: 0.95 };
    expect(paths({ spread: ci, comparison: { ...grazed, value: 30, n: 9, spread: ci } })).toEqual([]);
  });
  it('may be a relative change in per cent, or words without a number', () => {
    expect(paths({ kind: 'change', unit: '%', value: 12 })).toEqual([]);
    expect(paths({ value: undefined, finding: 'No difference was found.' })).toEqual([]);
    expect(paths({ kind: 'absolute', unit: '%' })).toContain('unit');
  });
});
