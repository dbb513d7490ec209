import { describe, expect, it } from 'vitest';
import { caseStudy } from './case-study.ts';
import { place } from './place.ts';
import { translationOf } from './translation.ts';

const at = (lat: number, lon: number, blurred?: number) =>
  place.safeParse({ name: 'A place', countries: ['CHN'], point: { lat, lon, basis: 'surveyed', blurred } });

describe('a point that is blurred on purpose', () => {
  it.each([
    [36.5, 109.5, undefined],
    [36.512345, 109.512345, undefined],
    [36.51, 109.48, 10],
    [36.5, 109, 50],
    [37, -110, 500],
  ])('%d, %d by %s km is printed no finer than that', (lat, lon, blurred) => {
    expect(at(lat, lon, blurred).success).toBe(true);
  });

  it.each([
    [36.512, 109.5, 10, 'lat'],
    [36.5, 109.5123, 10, 'lon'],
    [36.5, 109, 500, 'lat'],
  ])('%d, %d gives the place away that %d km should hide', (lat, lon, blurred, key) => {
    expect(at(lat, lon, blurred).error?.issues.map(({ path }) => path.at(-1))).toEqual([key]);
  });
});

describe('consent', () => {
  it('is words: a translation says it again', () => {
    const consent = { pictures: '三人均书面同意。', community: '两村村民大会同意。' };
    const translation = { translates: '0123456789ab', translation: 'human', consent };
    expect(translationOf(caseStudy).safeParse(translation).success).toBe(true);
  });
});
