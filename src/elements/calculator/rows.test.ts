import { describe, expect, it } from 'vitest';
import { fillDown, putBack } from './rows.ts';

const rows = [
  { rain: '30', cover: 'bare' },
  { rain: '12', cover: 'covered' },
  { rain: '', cover: '' },
];

describe('one value for all rows', () => {
  const filled = fillDown(rows, 'rain');

  it('is that of the first row, and nothing else changes', () => {
    expect(filled.map(({ rain }) => rain)).toEqual(['30', '30', '30']);
    expect(filled.map(({ cover }) => cover)).toEqual(['bare', 'covered', '']);
    expect(fillDown([], 'rain')).toEqual([]);
  });

  it('can be taken back, where rows came or went too', () => {
    const before = rows.map(({ rain }) => rain);
    expect(putBack(filled, 'rain', before)).toEqual(rows);
    expect(putBack([...filled, { rain: '5' }], 'rain', before).map(({ rain }) => rain)).toEqual([
      '30',
      '12',
      '',
      '5',
    ]);
    expect(putBack(filled.slice(1), 'rain', before)).toHaveLength(2);
  });
});
