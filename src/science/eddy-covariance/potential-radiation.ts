import { fluxFactors } from '../factors/eddy-covariance.ts';
import type { Centres } from './series.ts';

/** Where a tower stands and which time its records have. */
export interface Site {
  /** Degrees, north positive, -90 to 90. */
  readonly latitude: number;
  /** Degrees, east positive, -180 to 180. */
  readonly longitude: number;
  /** Local standard time less UTC, hours, -12 to 14. */
  readonly utcOffset: number;
}

const solarConstant = fluxFactors.factors['sun.solar-constant'].value; // W m-2
const daysPerYear = 365.24;

/** The position of the sun on one day: hours by which the sun is ahead of mean time, declination, distance. */
export interface SunOfDay {
  /** hours */
  readonly equationOfTime: number;
  /** radians */
  readonly declination: number;
  /** Radiation on a plane that faces the sun above the air, W m-2. */
  readonly extraterrestrial: number;
}

/**
 * The sun on a day of the year, 1 to 366: Fourier series of the equation of time and the declination (code of
 * A. Cescatti) and of the distance to the sun (Lanini 2010, master thesis, University of Bern), as in REddyProc.
 */
export function sunOfDay(dayOfYear: number): SunOfDay {
  const y = (2 * Math.PI * (dayOfYear - 1)) / daysPerYear;
  const [c1, c2, c3] = [Math.cos(y), Math.cos(2 * y), Math.cos(3 * y)];
  const [s1, s2, s3] = [Math.sin(y), Math.sin(2 * y), Math.sin(3 * y)];
  const degrees =
    0.33281 - 22.984 * c1 - 0.3499 * c2 - 0.1398 * c3 + 3.7872 * s1 + 0.03205 * s2 + 0.07187 * s3;
  return {
    equationOfTime: 0.0072 * c1 - 0.0528 * c2 - 0.0012 * c3 - 0.1229 * s1 - 0.1565 * s2 - 0.0041 * s3,
    declination: (degrees * Math.PI) / 180,
    extraterrestrial:
      solarConstant * (1.00011 + 0.034221 * c1 + 0.00128 * s1 + 0.000719 * c2 + 0.000077 * s2),
  };
}

/** Sine of the elevation of the sun at an hour of local standard time. */
export function sineOfElevation(
  sun: SunOfDay,
  hour: number,
  { latitude, longitude, utcOffset }: Site,
): number {
  const solarHour = hour + longitude / 15 - utcOffset + sun.equationOfTime;
  const angle = ((solarHour - 12) * Math.PI) / 12;
  const north = (latitude * Math.PI) / 180;
  return (
    Math.sin(sun.declination) * Math.sin(north) +
    Math.cos(sun.declination) * Math.cos(north) * Math.cos(angle)
  );
}

/** Radiation on a level plane above the air at the centre of each record, W m-2; 0 while the sun is down. */
export function potentialRadiation({ dayOfYear, hour }: Centres, site: Site): Float64Array {
  const potential = new Float64Array(dayOfYear.length);
  let today = 0;
  let sun = sunOfDay(1);
  for (let i = 0; i < potential.length; i++) {
    const day = dayOfYear[i] ?? 1;
    if (day !== today) {
      today = day;
      sun = sunOfDay(day);
    }
    potential[i] = sun.extraterrestrial * Math.max(0, sineOfElevation(sun, hour[i] ?? 0, site));
  }
  return potential;
}
