import { soilCarbonFactors } from '../factors/ipcc-soc.ts';
import { n2oPerN } from '../units-gwp/substance.ts';

const factor = (name: 'direct' | 'volatilised' | 'deposited' | 'leached' | 'fromLeached') =>
  soilCarbonFactors.factors[`n2o.${name}`].value;

/**
 * kg N2O-N emitted per kg of nitrogen added: EF1 + FracGASF · EF4 + FracLEACH · EF5 (IPCC 2019, vol. 4, ch. 11,
 * eq. 11.1, 11.9 and 11.10, aggregated factors of tables 11.1 and 11.3). Nothing is leached in a dry climate.
 */
export function n2oNitrogenPerNitrogen(wet: boolean): number {
  const indirect = factor('volatilised') * factor('deposited');
  return factor('direct') + indirect + (wet ? factor('leached') * factor('fromLeached') : 0);
}

/** kg CO2e per kg of nitrogen added, from the potential of N2O. */
export function co2ePerNitrogen(wet: boolean, gwpN2o: number): number {
  return n2oNitrogenPerNitrogen(wet) * n2oPerN * gwpN2o;
}

/**
 * Yearly nitrogen that undoes a soil gain while the gain lasts, kg ha-1 a-1.
 * @param gain t CO2 ha-1 a-1 @param perNitrogen kg CO2e per kg N
 */
export function breakevenNitrogen(gain: number, perNitrogen: number): number {
  return (gain * 1000) / perNitrogen;
}

/**
 * Years after which the fertiliser of every year has undone the soil gain of the transition; 0 where it
 * outweighs the gain from the first year on, null where nothing is added.
 * @param gain t CO2 ha-1 a-1 during the transition @param rate kg N ha-1 a-1 @param transition years
 */
export function crossoverYear(
  gain: number,
  rate: number,
  perNitrogen: number,
  transition: number,
): number | null {
  const penalty = (rate * perNitrogen) / 1000; // kg -> t CO2e ha-1 a-1
  if (penalty === 0) return null;
  return penalty >= gain ? 0 : (gain * transition) / penalty;
}
