import { rootShootRow } from '../../science/below-ground.ts';
import { type Distribution, fixed, normal } from '../../science/distributions.ts';
import { treeFactor } from '../../science/factors/tree-biomass.ts';
import type { Pathway } from '../../science/neutrality/pathway.ts';
import { type PooledBase, rateDistribution, ratioDistribution } from '../../science/neutrality/pooled.ts';
import type { Plan } from '../../science/neutrality/removal.ts';
import { rateSpreads, type Spreads, shareSpread, standSpreads } from '../../science/neutrality/spread.ts';
import type { Uptake } from '../../science/neutrality/uptake.ts';
import { type ZoneRates, zoneRates } from '../../science/regrowth/ipcc-growth.ts';
import type { NeutralityInputs } from './fields.ts';
import record from './record.json' with { type: 'json' };

/** The pooled answer that was chosen. */
export function gainOf({ question }: NeutralityInputs) {
  return record.gains[question];
}

export function planOf(inputs: NeutralityInputs): Plan {
  const { area, rampYears, years, disturbance, afterLoss, leakage, buffer, ch4, n2o } = inputs;
  return {
    ...{ area, rampYears, years, afterLoss, ch4, n2o },
    ...{ disturbance: disturbance / 100, leakage: leakage / 100, buffer: buffer / 100 },
  };
}

/** Land that the pooled ratio is applied to: the reader's stock, else that of the studies. */
export function baseOf(inputs: NeutralityInputs): PooledBase {
  const { stock, years } = gainOf(inputs);
  return { stock: inputs.baseStock ?? stock, years };
}

/** The uptake, and what is uncertain about the plan with it. */
export interface Prepared {
  readonly plan: Plan;
  readonly uptake: Uptake;
  readonly spreads: Spreads;
}

export function prepare(inputs: NeutralityInputs): Prepared {
  const plan = planOf(inputs);
  const shares = {
    disturbance: shareSpread(plan.disturbance, limitsOf(inputs.disturbanceLow, inputs.disturbanceHigh)),
    leakage: shareSpread(plan.leakage, limitsOf(inputs.leakageLow, inputs.leakageHigh)),
  };
  if (inputs.rateFrom === 'ipcc') return { plan, ...standOf(inputs, shares) };
  const rate = rateOf(inputs);
  const { saturation: kind, saturationYears } = inputs;
  return { plan, uptake: { kind, rate: rate.mean, saturationYears }, spreads: rateSpreads(rate, shares) };
}

function rateOf(inputs: NeutralityInputs): Distribution {
  if (inputs.rateFrom === 'own') {
    const [rate, sd] = [inputs.rate ?? 0, inputs.rateSd ?? 0];
    return sd === 0 ? fixed(rate) : normal(rate, sd);
  }
  return rateDistribution(ratioDistribution(gainOf(inputs), inputs.spread), baseOf(inputs));
}

/** null where Table 4.9 has no growth for the zone on that continent. */
export function ratesOf({ zone, continent }: NeutralityInputs): ZoneRates | null {
  return zoneRates(zone, continent);
}

/** Ratio of roots of the lower class of biomass; none where Table 4.4 has none. */
export function rootsOf({ zone, continent }: NeutralityInputs) {
  const limit = zone.startsWith('boreal') ? 75 : 125;
  return rootShootRow(limit, { zone, continent, origin: 'natural' });
}

function standOf(inputs: NeutralityInputs, shares: Parameters<typeof standSpreads>[1]) {
  const rates = ratesOf(inputs);
  if (rates === null) throw new Error(`no growth rates for ${inputs.zone}, ${inputs.continent}`); // check() refuses it
  const { young, old, cap } = rates;
  const roots = rootsOf(inputs) ?? { value: 0, error: null };
  const uptake: Uptake = {
    kind: 'stand',
    rates: { young: young.value, old: old.value, youngCap: null, cap: cap?.value ?? null },
    rootRatio: roots.value,
    carbonFraction: treeFactor('carbon.tree'),
  };
  return { uptake, spreads: standSpreads({ young, old, roots }, shares) };
}

/** Limits in per cent as shares; null where one is missing. */
function limitsOf(low: number | null, high: number | null) {
  return low === null || high === null ? null : { low: low / 100, high: high / 100 };
}

/** Mt CO2e a year at the start. */
export function firstEmission({ emitter, emission }: NeutralityInputs): number {
  return emitter === 'own' ? (emission ?? 0) : record.emissions[emitter];
}

/** Emissions over the years, Mt CO2e. */
export function pathwayOf(inputs: NeutralityInputs): Pathway {
  const { pathway: kind, startYear: from, zeroYear: zero, points } = inputs;
  const value = firstEmission(inputs);
  if (kind === 'constant') return { kind, value };
  return kind === 'linear' ? { kind, value, from, zero } : { kind, points };
}
