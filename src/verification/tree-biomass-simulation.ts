import { summarise } from '../science/monte-carlo.ts';
import { feldpauschHeight } from '../science/tree-biomass/allometry.ts';
import { feldpauschRegions } from '../science/tree-biomass/domain.ts';
import { fromStress } from '../science/tree-biomass/simulated.ts';
import { type SimulatedHeight, simulatePlots } from '../science/tree-biomass/uncertainty.ts';
import { numbersAt, optionalNumberAt } from './json-inputs.ts';
import { type JsonObject, Refusal } from './verifier.ts';

/** Monte Carlo of one plot, 100 000 draws where the case does not say how many. */
export function plotUncertainty(inputs: JsonObject) {
  const diameters = numbersAt(inputs, 'dbh_cm');
  const column = (key: string): ((i: number) => number | null) => {
    const values = numbersAt(inputs, key);
    if (values.length > 1 && values.length !== diameters.length)
      throw new Refusal(`${key} has ${values.length} values for ${diameters.length} trees`);
    return (i) => (values.length === 0 ? null : (values[values.length === 1 ? 0 : i] ?? null));
  };
  const density = column('wood_density_g_cm3');
  const densityDeviation = column('wood_density_sd');
  const diameterError = inputs['diameter_error'] ?? 'none';
  const diameterDeviation = typeof diameterError === 'string' ? () => null : column('diameter_error');
  if (typeof diameterError === 'string' && !['chave2004', 'none'].includes(diameterError))
    throw new Refusal(`diameter_error is ${diameterError}`);
  const heightOf = heights(inputs, column);
  const trees = diameters.map((diameter, i) => ({
    diameter,
    diameterDeviation: diameterError === 'chave2004' ? null : (diameterDeviation(i) ?? 0),
    woodDensity: density(i) ?? Number.NaN,
    densityDeviation: densityDeviation(i) ?? 0,
    height: heightOf(i),
    plot: 0,
  }));
  const limit = optionalNumberAt(inputs, 'dbh_limit_cm') ?? 0;
  const [sums = new Float64Array()] = simulatePlots(
    trees.filter(({ diameter }) => diameter >= limit),
    {
      draws: optionalNumberAt(inputs, 'draws') ?? 100_000,
      seed: optionalNumberAt(inputs, 'seed') ?? 1,
      plots: 1,
    },
  );
  const { mean, sd, p50, p2_5, p97_5 } = summarise(sums.map((kg) => kg / 1000));
  return { mean_t: mean, median_t: p50, sd_t: sd, ci95_t: [p2_5, p97_5] };
}

/** Heights as measured, from E by equation 6a, or from a region. */
function heights(
  inputs: JsonObject,
  column: (key: string) => (i: number) => number | null,
): (i: number) => SimulatedHeight {
  const measured = column('height_m');
  const deviation = column('height_sd_m');
  const stress = column('E');
  const region = feldpauschRegions.find((one) => one === inputs['region']);
  return (i) => {
    const height = measured(i);
    if (height !== null) return { kind: 'measured', height, deviation: deviation(i) ?? 0 };
    if (region !== undefined) {
      const curve = (diameter: number) => feldpauschHeight(diameter, region);
      return { kind: 'curve', height: curve, deviation: deviation(i) ?? 0 };
    }
    return fromStress(stress(i) ?? Number.NaN);
  };
}
