import { describe, expect, it } from 'vitest';
import { looksSwapped, readCoordinates } from './coordinates.ts';

const at = (lat: number, lon: number, swapped = false) => ({ ok: true, point: { lat, lon }, swapped });

describe('pasted coordinates', () => {
  it.each([
    ['36.5, 109.5', at(36.5, 109.5)],
    ['36.5 109.5', at(36.5, 109.5)],
    ['-36,5; 174,75', at(-36.5, 174.75)],
    ['36,5 109,5', at(36.5, 109.5)],
    ['(36.5, 109.5)', at(36.5, 109.5)],
    ['36.5° N, 109.5° E', at(36.5, 109.5)],
    ['36.5N 109.5E', at(36.5, 109.5)],
    ['N36.5 E109.5', at(36.5, 109.5)],
    ['N 36°30\'15" E 109°30\'0"', at(36.5042, 109.5)],
    ['36°30\'15"N 109°30\'00"E', at(36.5042, 109.5)],
    ['36°30′15″N, 109°30′00″E', at(36.5042, 109.5)],
    ["36° 30.25' S 70° 15' W", at(-36.5042, -70.25)],
    ['36 30 15 N 109 30 0 E', at(36.5042, 109.5)],
    ['北纬36°30′ 东经109°30′', at(36.5, 109.5)],
    ['北纬36度30分15秒，东经109度30分', at(36.5042, 109.5)],
    ['３６．５，１０９．５', at(36.5, 109.5)],
    ['٣٦٫٥° شمالا ١٠٩٫٥° شرقا', at(36.5, 109.5)],
    ['55°45′ с. ш. 37°37′ в. д.', at(55.75, 37.6167)],
    ['4°36′ Norte, 74°05′ Oeste', at(4.6, -74.0833)],
    ['lat: 13.5, lon: 39.3', at(13.5, 39.3)],
  ])('reads %s', (text, expected) => {
    expect(readCoordinates(text)).toEqual(expected);
  });

  it('puts longitude first in its place, and says so where nothing but the range told', () => {
    expect(readCoordinates('109.5, 36.5')).toEqual(at(36.5, 109.5, true));
    expect(readCoordinates('109.5 E, 36.5 N')).toEqual(at(36.5, 109.5));
    expect(readCoordinates('E109.5 N36.5')).toEqual(at(36.5, 109.5));
  });

  it.each(['', '36.5', 'Addis Ababa', '1, 2, 3', '95 N 10 E', '36.5 N 109.5 N', "36°75'N 10°E", '200, 200'])(
    'refuses %s',
    (text) => {
      expect(readCoordinates(text)).toEqual({ ok: false });
    },
  );

  it('notices a point that lies in its country only when swapped', () => {
    const ethiopia = [33, 3, 48, 15] as const;
    expect(looksSwapped({ lat: 39.3, lon: 13.5 }, [ethiopia])).toBe(true);
    expect(looksSwapped({ lat: 13.5, lon: 39.3 }, [ethiopia])).toBe(false);
    expect(looksSwapped({ lat: 60, lon: 60 }, [ethiopia])).toBe(false);
    expect(looksSwapped({ lat: 39.3, lon: 13.5 }, [])).toBe(false);
    const fiji = [177, -19, -178, -16] as const;
    expect(looksSwapped({ lat: -17, lon: 179 }, [fiji])).toBe(false);
  });
});
