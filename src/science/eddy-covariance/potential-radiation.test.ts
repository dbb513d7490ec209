import { describe, expect, it } from 'vitest';
import { daysOf } from './calendar.ts';
import { potentialRadiation, sineOfElevation, sunOfDay } from './potential-radiation.ts';
import { centresOf } from './series.ts';

describe('the sun of a day', () => {
  it('stands where almanacs have it: declination of solstices and equinox, equation of time in November', () => {
    const degrees = (day: number) => (sunOfDay(day).declination * 180) / Math.PI;
    expect(degrees(172)).toBeCloseTo(23.44, 1); // 21 June
    expect(degrees(355)).toBeCloseTo(-23.44, 1); // 21 December
    expect(Math.abs(degrees(80))).toBeLessThan(0.5); // 21 March
    expect(sunOfDay(307).equationOfTime * 60).toBeCloseTo(16.4, 0); // minutes, 3 November
    expect(sunOfDay(3).extraterrestrial).toBeCloseTo(1414, 0); // nearest the sun, 3.4 % above 1366.1 W m-2
  });

  it('is highest at true noon: 90 degrees less latitude plus declination', () => {
    const sun = sunOfDay(172);
    const site = { latitude: 51, longitude: 15, utcOffset: 1 };
    const noon = 12 - sun.equationOfTime;
    expect(Math.asin(sineOfElevation(sun, noon, site))).toBeCloseTo(
      Math.PI / 2 - (51 * Math.PI) / 180 + sun.declination,
      10,
    );
    expect(sineOfElevation(sun, noon - 3, site)).toBeCloseTo(sineOfElevation(sun, noon + 3, site), 12);
  });
});

describe('potential radiation', () => {
  const year = {
    nee: new Float64Array(365 * 48),
    firstEnd: daysOf({ year: 2021, month: 1, day: 1 }) * 1440 + 30,
    stepsPerDay: 48,
  } as const;
  const centres = centresOf(year);

  it('is 0 at night, and in the polar night all day', () => {
    const equator = potentialRadiation(centres, { latitude: 0, longitude: 0, utcOffset: 0 });
    expect(equator.filter((one) => one === 0).length / equator.length).toBeCloseTo(0.5, 2);
    const polar = potentialRadiation(centres, { latitude: 80, longitude: 0, utcOffset: 0 });
    expect(polar.subarray(0, 30 * 48).every((one) => one === 0)).toBe(true);
    expect(polar.subarray(160 * 48, 190 * 48).every((one) => one > 0)).toBe(true);
  });

  it('does not care whether the place is moved east or the clock with it', () => {
    const here = potentialRadiation(centres, { latitude: 30, longitude: 15, utcOffset: 1 });
    const east = potentialRadiation(centres, { latitude: 30, longitude: 120, utcOffset: 8 });
    here.forEach((value, i) => {
      expect(Math.abs(value - (east[i] ?? 0))).toBeLessThan(1e-9);
    });
  });
});
