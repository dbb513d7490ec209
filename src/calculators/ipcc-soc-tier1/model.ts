import { breakevenNitrogen, co2ePerNitrogen } from '../../science/ipcc-soc-tier1/added-nitrogen.ts';
import { type SoilResult, scenarioUncertainty, soilScenario } from '../../science/ipcc-soc-tier1/scenario.ts';
import { transitionYears } from '../../science/ipcc-soc-tier1/stocks.ts';
import { referenceStock } from '../../science/ipcc-soc-tier1/systems.ts';
import type { ChangeUncertainty } from '../../science/ipcc-soc-tier1/uncertainty.ts';
import { gwpOf } from '../../science/units-gwp/gwp.ts';
import type { Estimate } from '../output.ts';
import type { Inputs } from './form.ts';
import { defaultScenario, scenarioOf } from './scenario.ts';
import { warningsOf } from './warnings.ts';

export { check, problems } from './scenario.ts';
export { unsure } from './unsure.ts';
export { warnings } from './warnings.ts';

export function run(inputs: Inputs) {
  const scenario = scenarioOf(inputs);
  const gwp = gwpOf(inputs.gwpSet);
  const result = soilScenario(scenario, gwp);
  const spread = scenarioUncertainty(scenario, result, { draws: inputs.draws, seed: inputs.seed });
  const usual = defaultScenario(inputs);
  const last = result.course.at(-1);
  const upTo = (year: number) => Math.min(year, transitionYears) * inputs.area;
  const perNitrogen = co2ePerNitrogen(scenario.wet, gwp.N2O);
  const isFed = inputs.nitrogen !== 0;
  const isRewetted = result.factors.after === null;
  return {
    outputs: {
      annual: interval(result.annual, spread, 1),
      cumulative: interval(last?.soil ?? 0, spread, upTo(inputs.years)),
      intervalFrom: spread !== null ? 'draws' : result.annual === 0 ? 'no-change' : 'none',
      probabilityOfGain: { value: spread === null ? null : spread.probabilityOfGain * 100 },
      net: { value: isFed || isRewetted ? (last?.net ?? 0) : null },
      annualN2o: { value: isFed ? result.annualN2o : null },
      annualMethane: { value: isRewetted ? result.annualMethane : null },
      breakevenNitrogen: {
        value: result.annual > 0 ? breakevenNitrogen(result.annual, perNitrogen) : null,
      },
      stockBefore: { value: result.stockBefore },
      stockAfter: { value: result.stockAfter },
      stockWithout: { value: result.stockWithout },
      referenceStock: { value: result.referenceStock },
      referenceStockError: { value: scenario.reference?.error ?? null },
      defaultStock: {
        value: inputs.ownStock === null ? null : (referenceStock(inputs.climate, inputs.soil)?.value ?? null),
      },
      annualDefault: { value: usual === null ? null : soilScenario(usual, gwp).annual },
      method: 'tier-1',
      factors: factorRows(inputs, result),
      course: result.course.map(({ withProject, withoutProject, soil, n2o, methane, net }, year) => ({
        year,
        withProject,
        withoutProject,
        soil,
        low: spread === null ? null : spread.p2_5 * upTo(year),
        high: spread === null ? null : spread.p97_5 * upTo(year),
        emitted: n2o + methane,
        net,
      })),
    },
    warnings: warningsOf(inputs, scenario, result, spread !== null),
  };
}

/** A value with the limits of the yearly change, times so many hectares and years. */
function interval(value: number, spread: ChangeUncertainty | null, times: number): Estimate {
  if (spread === null || times === 0) return { value };
  return { value, low: spread.p2_5 * times, high: spread.p97_5 * times, level: 0.95 };
}

/** Land that goes on as before has the factors of before, told once. */
function factorRows({ landWithout }: Inputs, { factors }: SoilResult) {
  const states = landWithout === 'as-before' ? (['before', 'after'] as const) : undefined;
  return (states ?? (['before', 'after', 'without'] as const)).flatMap((state) => {
    const ofState = factors[state];
    if (ofState === null) return [];
    return (['landUse', 'management', 'input'] as const).map((part) => {
      const { key, value, error } = ofState[part];
      return { state, part, value, error, key };
    });
  });
}
