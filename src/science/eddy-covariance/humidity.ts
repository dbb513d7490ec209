import { fluxFactors } from '../factors/eddy-covariance.ts';

// Magnus equation over water with the coefficients of Sonntag 1990, which WMO-No. 8 recommends.
const constant = (name: 'pressure' | 'slope' | 'offset') => fluxFactors.factors[`magnus.${name}`].value;
const magnus = { pressure: constant('pressure'), slope: constant('slope'), offset: constant('offset') }; // hPa, 1, °C

/** Saturation vapour pressure over water, hPa. @param temperature °C, -60 to 55 */
export function saturationPressure(temperature: number): number {
  return magnus.pressure * Math.exp((magnus.slope * temperature) / (magnus.offset + temperature));
}

/** Vapour pressure deficit, hPa, 0 where the air is more than saturated. @param humidity relative humidity, % */
export function vapourPressureDeficit(humidity: number, temperature: number): number {
  return saturationPressure(temperature) * (1 - Math.min(humidity, 100) / 100);
}
