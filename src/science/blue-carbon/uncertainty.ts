import { type Distribution, fixed, splitNormal } from '../distributions.ts';
import { monteCarlo, type Summary, summarise } from '../monte-carlo.ts';
import { co2PerC } from '../units-gwp/substance.ts';
import { type CoastalProject, coastalProject, gathered, soilRate } from './project.ts';
import type { CoastalFactors, Ranged } from './systems.ts';

export interface NetUncertainty extends Summary {
  /** Share of the draws in which the project removes more than it emits. */
  readonly probabilityOfRemoval: number;
}

/**
 * Net removal of the whole project, t CO2e, by Monte Carlo over those factors that have limits: accumulation,
 * natural soil stock and drainage. They are independent, and split normal between their 95 % limits. Methane and
 * biomass have no limits that were read and are taken as they are: the interval is too narrow by these.
 * @throws RangeError as `coastalProject` does
 */
export function netUncertainty(
  project: CoastalProject,
  factors: CoastalFactors,
  gwpCh4: number,
  options: { readonly draws: number; readonly seed: number },
): NetUncertainty {
  const { total } = coastalProject(project, factors, gwpCh4);
  const certain = total.biomass - total.methane;
  const { area, years, soilStock, drainedBaseline } = project;
  const inputs = {
    accumulation: spread(factors.accumulation),
    ceiling: spread(factors.soilCeiling),
    drainage: drainedBaseline && factors.drainage !== null ? spread(factors.drainage) : fixed(0),
  };
  const { value: samples } = monteCarlo(
    inputs,
    ({ accumulation, ceiling, drainage }) => {
      const soil = gathered(soilRate(project, accumulation), soilStock, ceiling, years);
      return (soil + drainage * years) * co2PerC * area + certain;
    },
    options,
  );
  let removals = 0;
  for (const sample of samples) if (sample > 0) removals += 1;
  return { ...summarise(samples), probabilityOfRemoval: removals / samples.length };
}

function spread({ value, low, high }: Ranged): Distribution {
  return low === null || high === null ? fixed(value) : splitNormal(low, value, high);
}
