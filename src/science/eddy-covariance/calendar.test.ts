import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, daysOf, exists, stampOf } from './calendar.ts';
import { readTime } from './read-time.ts';
import { seasonsOf } from './seasons.ts';
import { centresOf } from './series.ts';

describe('dates', () => {
  it('counts from 1 January 1970', () => {
    expect(daysOf({ year: 1970, month: 1, day: 1 })).toBe(0);
    expect(daysOf({ year: 2000, month: 3, day: 1 })).toBe(11_017); // 30 years · 365 + 7 leap days + 31 + 29
    expect(dateOf(-1)).toEqual({ year: 1969, month: 12, day: 31 });
  });

  it('agrees with the dates of the language, there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const date = dateOf(days);
        const other = new Date(days * 86_400_000);
        expect(date).toEqual({
          year: other.getUTCFullYear(),
          month: other.getUTCMonth() + 1,
          day: other.getUTCDate(),
        });
        expect(daysOf(date)).toBe(days);
      }),
    );
  });

  it('knows which dates exist', () => {
    expect(exists({ year: 2024, month: 2, day: 29 })).toBe(true);
    expect(exists({ year: 2023, month: 2, day: 29 })).toBe(false);
    expect(exists({ year: 1900, month: 2, day: 29 })).toBe(false);
  });
});

describe('times', () => {
  it('reads the forms that files have', () => {
    const noon = readTime('202106011200');
    expect(noon).toBe(daysOf({ year: 2021, month: 6, day: 1 }) * 1440 + 720);
    for (const text of ['2021-06-01 12:00', '2021-06-01T12:00', '2021/6/1 12:00', '2021-06-01 12:00:00.0'])
      expect(readTime(text)).toBe(noon);
    expect(readTime('2021-06-01 24:00')).toBe(readTime('202106020000'));
  });

  it.each(['', '20210601', '202113011200', '202102291200', '202106012460', '202106012430', '2.02106E+11'])(
    'refuses %j',
    (text) => expect(readTime(text)).toBeNull(),
  );

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (halves) => {
        expect(readTime(String(stampOf(halves * 30)))).toBe(halves * 30);
      }),
    );
  });
});

describe('centres and seasons', () => {
  const firstEnd = (year: number, month: number) => daysOf({ year, month, day: 1 }) * 1440 + 30;

  it('puts a record that ends at midnight into the day before', () => {
    const { day, hour, dayOfYear } = centresOf({
      nee: new Float64Array(49),
      firstEnd: firstEnd(2021, 1),
      stepsPerDay: 48,
    });
    expect([hour[0], hour[47]]).toEqual([0.25, 23.75]);
    expect((day[48] ?? 0) - (day[47] ?? 0)).toBe(1);
    expect([dayOfYear[47], dayOfYear[48]]).toEqual([1, 2]);
  });

  it('keeps December apart in a file of one year, and joins it to the winter after it in a longer one', () => {
    const year = { nee: new Float64Array(365 * 48), firstEnd: firstEnd(2021, 1), stepsPerDay: 48 } as const;
    const ids = (days: number) =>
      seasonsOf({ ...year, nee: new Float64Array(days * 48) }).map((one) => [one.id, one.year]);
    const ofYear = [
      ['2021001', 2021],
      ['2021003', 2021],
      ['2021006', 2021],
      ['2021009', 2021],
    ];
    expect(ids(365)).toEqual([...ofYear, ['2021012', 2021]]);
    // December to February: the middle lies in January, and the season counts for 2022.
    expect(ids(430)).toEqual([...ofYear, ['2021012', 2022], ['2022003', 2022]]);
    expect(seasonsOf(year)[0]).toMatchObject({ start: 0, end: 59 * 48 });
  });
});
