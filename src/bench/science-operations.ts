import { coastalFactors } from '../science/blue-carbon/systems.ts';
import { netUncertainty } from '../science/blue-carbon/uncertainty.ts';
import { processFluxes } from '../science/eddy-covariance/chain.ts';
import { stockPathway } from '../science/ipcc-soc-tier1/stocks.ts';
import { changeUncertainty } from '../science/ipcc-soc-tier1/uncertainty.ts';
import { poolEffects } from '../science/meta-analysis/model.ts';
import { drainedFactors, rewettedFactors } from '../science/peatland/categories.ts';
import { benefitUncertainty } from '../science/peatland/uncertainty.ts';
import { randomSource } from '../science/random.ts';
import { fitCurve } from '../science/regrowth/fit.ts';
import { simulate as simulateProject } from '../science/restoration-cost/uncertainty.ts';
import { repeatYear, runMonths, spinUp } from '../science/rothc/run.ts';
import { allocatePlots, roundToTotal } from '../science/sampling/allocation.ts';
import { stratifiedPlots } from '../science/sampling/required.ts';
import { landCovers } from '../science/sdg-15-3-1/domain.ts';
import { assessLand } from '../science/sdg-15-3-1/units.ts';
import { equivalentMassStocks, massProfile } from '../science/soc-stock/equivalent-mass.ts';
import { simulateStocks } from '../science/soc-stock/simulate.ts';
import { fromStress } from '../science/tree-biomass/simulated.ts';
import { simulatePlots } from '../science/tree-biomass/uncertainty.ts';
import { gasBalance, gwpOf } from '../science/units-gwp/gwp.ts';
import { convertQuantity } from '../science/units-gwp/quantity.ts';
import { runYears, steadyState } from '../science/yasso15/run.ts';
import { fluxYear } from './flux-year.ts';

/** Something whose time is taken. What it is given is made before the clock starts. */
export interface Operation {
  readonly method: string;
  readonly operation: string;
  readonly run: () => unknown;
}

const random = randomSource(1);
const between = (low: number, high: number) => low + (high - low) * random.next();
const times = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, i) => item(i));
const draws = 10_000;
const ar5 = gwpOf('ar5-100');

// A year of the south of England, as RothC's guide has its examples.
const climate = [
  [3.4, 74, 8],
  [3.6, 59, 10],
  [5.1, 62, 27],
  [7.3, 51, 49],
  [11, 52, 83],
  [13.9, 57, 99],
  [16, 34, 103],
  [16, 55, 91],
  [13.5, 58, 69],
  [10.2, 56, 34],
  [6.1, 75, 16],
  [4.6, 71, 8],
] as const;
const rothcYear = climate.map(([temperature, rain, panEvaporation]) => ({
  ...{ temperature, rain, panEvaporation },
  ...{ plantInput: 0.2, manureInput: 0, covered: true, dpmRpm: 1.44 },
}));
const rothcSoil = { clay: 23.4, depth: 23, inert: 2.7 };
const tenThousandYears = repeatYear(rothcYear, 10_000);
const empty = { dpm: 0, rpm: 0, bio: 0, hum: 0, deficit: 0 };

const yassoSite = {
  temperatures: climate.map(([warmth]) => warmth),
  precipitation: 704,
  diameter: 2,
  leaching: 0,
};
const litter = [1, 0.3, 0.2, 0.5, 0] as const;

const trees = times(60, () => ({
  ...{ diameter: between(10, 80), diameterDeviation: null, woodDensity: between(0.3, 0.9) },
  ...{ densityDeviation: 0.07, height: fromStress(-0.1), plot: 0 },
}));

const effects = times(1000, () => {
  const variance = between(0.005, 0.2);
  return { effect: 0.15 + Math.sqrt(0.03 + variance) * random.normal(), variance };
});

const stocks = times(100_000, () => between(0, 300));
const plots = times(40, (i) => {
  const age = 2 + 2 * i;
  return { age, stock: 250 * (1 - Math.exp(-0.05 * age)) ** 1.5 * (1 + 0.15 * random.normal()) };
});

const errors = { fragments: null, concentrationError: 6, densityError: 4, fragmentsError: null };
const layers = times(5, (i) => ({
  ...{ upper: 10 * i, lower: 10 * i + 10, soc: 30 / (i + 1), bulkDensity: 1.1 + 0.08 * i },
  ...errors,
}));
const profile = { reportingDepth: 30, densityBasis: 'total-volume', stoneDensity: 2.65 } as const;
const reference = [1200, 2400, 3700];

const units = times(100_000, () => ({
  area: between(1, 900),
  ...{ trajectory: Math.round(between(-3, 3)), state: Math.round(between(-9, 9)) },
  ...{ performance: Math.round(between(-1, 0)), productivity: null, baseline: null },
  landCoverInitial: landCovers[Math.floor(between(0, 7))] ?? null,
  landCoverFinal: landCovers[Math.floor(between(0, 7))] ?? null,
  ...{ socBaseline: between(20, 120), socFinal: between(20, 120) },
}));

const strata = times(6, () => ({ area: between(50, 900), sd: between(10, 60), cost: between(50, 200) }));
const costs = times(31, (year) => (year === 0 ? 3000 : 120));
const income = times(31, (year) => (year < 5 ? 0 : 300));
const carbon = times(31, () => 8);

const flux = fluxYear(1);

/** Every method of the science core, with the operations that issue 4 names. */
export const operations: readonly Operation[] = [
  {
    method: 'rothc',
    operation: '10,000 years, month by month',
    run: () => runMonths(empty, tenThousandYears, rothcSoil),
  },
  { method: 'rothc', operation: 'spin-up to equilibrium', run: () => spinUp(rothcYear, rothcSoil) },
  {
    method: 'eddy-covariance',
    operation: 'one half-hourly year: threshold, filling, partitioning',
    run: () =>
      processFluxes(flux, {
        removeLongRuns: true,
        ustar: { kind: 'estimate' },
        drivers: ['rg', 'vpd', 'tair'],
        variant: 'Reichstein05',
        partition: {
          site: { latitude: 51, longitude: 13.6, utcOffset: 1 },
          leastTemperatureRange: 5,
        },
      }),
  },
  {
    method: 'tree-biomass',
    operation: '100,000 draws of 60 trees',
    run: () => simulatePlots(trees, { draws: 100_000, seed: 1, plots: 1 }),
  },
  {
    method: 'meta-analysis',
    operation: 'REML, Knapp-Hartung, 1,000 studies',
    run: () => poolEffects(effects, { method: 'REML', test: 'knha' }),
  },
  {
    method: 'units-gwp',
    operation: '100,000 rows, t C/ha to t CO2/ha',
    run: () => {
      let sum = 0;
      for (const value of stocks)
        sum += convertQuantity(
          { value, unit: 't/har', substance: 'C' },
          { unit: 't/har', substance: 'CO2' },
        ).value;
      return sum;
    },
  },
  {
    method: 'units-gwp',
    operation: 'one gas balance',
    run: () => gasBalance({ co2: 10, ch4: 200, n2o: 3 }, ar5),
  },
  {
    method: 'ipcc-soc-tier1',
    operation: 'pathway of 60 years, and 10,000 draws of a change',
    run: () => [
      stockPathway(
        64,
        [
          { from: 0, equilibrium: 52 },
          { from: 30, equilibrium: 70 },
        ],
        60,
      ),
      changeUncertainty(
        { value: 64, error: 13 },
        [{ name: 'a', value: 0.7, error: 12 }],
        [{ name: 'b', value: 1.09, error: 4 }],
        20,
        { draws, seed: 1 },
      ),
    ],
  },
  {
    method: 'peatland',
    operation: '10,000 draws of a benefit',
    run: () =>
      benefitUncertainty(drainedFactors('temperate-cropland'), rewettedFactors('temperate-rich'), ar5, {
        ...{ shape: 'split-normal', varied: 'all', draws, seed: 1 },
      }),
  },
  {
    method: 'soc-stock',
    operation: 'five layers, equal soil mass, monotone cubic',
    run: () => equivalentMassStocks(massProfile(layers, profile), reference, { method: 'hyman' }),
  },
  {
    method: 'soc-stock',
    operation: 'the same, 10,000 draws of its errors',
    run: () =>
      simulateStocks(layers, profile, reference, {
        ...{ method: 'hyman', draws, random: randomSource(1), densityErrors: 'shared' },
      }),
  },
  {
    method: 'sampling',
    operation: 'six strata, required plots and allocation',
    run: () => {
      const plan = stratifiedPlots(strata, 0.04, 3, 1.96);
      const possible = strata.map(({ area, sd, cost }) => ({ possible: area / 0.04, sd, cost, minimum: 2 }));
      return roundToTotal(allocatePlots(Math.max(12, Math.ceil(plan.total)), possible));
    },
  },
  {
    method: 'regrowth',
    operation: 'curve of three parameters through 40 plots',
    run: () => fitCurve(plots, null),
  },
  {
    method: 'blue-carbon',
    operation: '10,000 draws of a mangrove project',
    run: () =>
      netUncertainty(
        {
          ...{ system: 'mangrove', area: 100, years: 30, salinity: 25, cover: 60 },
          ...{ replanted: true, soilStock: 100, aboveground: 0, drainedBaseline: true },
        },
        coastalFactors('mangrove', 'tropical-wet'),
        ar5.CH4,
        { draws, seed: 1 },
      ),
  },
  {
    method: 'restoration-cost',
    operation: '30 years, 10,000 draws',
    run: () =>
      simulateProject(
        { costs, income, carbon },
        { cost: [0.8, 1, 1.5], income: [0.6, 1, 1.2], carbon: [0.5, 1, 1.3], rate: [0.02, 0.05, 0.1] },
        { draws, seed: 1 },
      ),
  },
  {
    method: 'sdg-15-3-1',
    operation: '100,000 land units',
    run: () => assessLand(units, { excludeWater: true }),
  },
  {
    method: 'yasso15',
    operation: '500 years, and the steady state',
    run: () => [runYears([0, 0, 0, 0, 0], litter, yassoSite, 500), steadyState(litter, yassoSite)],
  },
];
