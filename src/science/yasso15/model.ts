/**
 * Yasso15: decomposition of litter and soil carbon in five pools, by chemical quality and climate. Model:
 * Järvenpää et al., Soil carbon model Yasso15 - Bayesian calibration using worldwide litter decomposition and
 * carbon stock data (https://en.ilmatieteenlaitos.fi/yasso-description), after Tuomi et al. (2009), Ecological
 * Modelling 220:3362, doi:10.1016/j.ecolmodel.2009.05.016, and (2011), Ecological Modelling 222:709,
 * doi:10.1016/j.ecolmodel.2010.10.025. Pools and litter are in one unit of carbon, per area; time is in years.
 */
import { type Yasso15Factor, yasso15Factors } from '../factors/yasso15.ts';

/** Carbon that is acid hydrolysable, water soluble, ethanol soluble, not soluble, and humus: A, W, E, N, H. */
export type Awenh = readonly [a: number, w: number, e: number, n: number, h: number];

export interface YassoSite {
  /** Mean temperature of the twelve months, degrees Celsius, -60 to 45. */
  readonly temperatures: readonly number[];
  /** Precipitation, mm a-1, from 0. */
  readonly precipitation: number;
  /** Diameter of woody litter, cm, 0 to 100; 0 for litter that is not woody. */
  readonly diameter: number;
  /** Leaching out of A, W, E and N, per metre of precipitation, 0 or below; 0 in runs of soil. */
  readonly leaching: number;
}

export type YassoParameters = Readonly<Record<Yasso15Factor, number>>;

/** The parameters of the factor table; a reader's own vector may stand in their place. */
export const yasso15Parameters = Object.fromEntries(
  Object.entries(yasso15Factors.factors).map(([name, { value }]) => [name, value]),
) as YassoParameters; // one number for every key of the table

/** Climate modifiers of A, W and E, of N, and of H. */
export interface YassoClimate {
  readonly awe: number;
  readonly n: number;
  readonly h: number;
}

/**
 * Mean over the months of exp(b1 T + b2 T^2), times 1 - exp(g P) with P in metres a year.
 * @param site temperatures in degrees Celsius, precipitation in mm a-1
 */
export function climateModifiers(
  { temperatures, precipitation }: Pick<YassoSite, 'temperatures' | 'precipitation'>,
  p: YassoParameters = yasso15Parameters,
): YassoClimate {
  const modifier = (b1: number, b2: number, g: number) => {
    let sum = 0;
    for (const t of temperatures) sum += Math.exp(b1 * t + b2 * t * t);
    return (sum / temperatures.length) * -Math.expm1((g * precipitation) / 1000);
  };
  return {
    awe: modifier(p.b1, p.b2, p.g),
    n: modifier(p.bN1, p.bN2, p.gN),
    h: modifier(p.bH1, p.bH2, p.gH),
  };
}

/** How much slower wood of a diameter (cm) decays: min(1, (1 + th1 d + th2 d^2)^-|r|) (Tuomi et al. 2011). */
export function sizeModifier(diameter: number, p: YassoParameters = yasso15Parameters): number {
  return Math.min(1, (1 + p.th1 * diameter + p.th2 * diameter * diameter) ** -Math.abs(p.r));
}

/** Shares of the carbon that leaves a pool and goes to A, W, E, N, H; the rest is CO2. Rows are the pools left. */
export function transfers(p: YassoParameters = yasso15Parameters): readonly Awenh[] {
  return [
    [0, p.pAW, p.pAE, p.pAN, p.pH],
    [p.pWA, 0, p.pWE, p.pWN, p.pH],
    [p.pEA, p.pEW, 0, p.pEN, p.pH],
    [p.pNA, p.pNW, p.pNE, 0, p.pH],
    [0, 0, 0, 0, 0],
  ];
}

export interface YassoRates {
  /** Decomposition of each pool, per year. */
  readonly decay: Awenh;
  /** Leaching out of A, W, E and N, per year, from 0. */
  readonly leaching: number;
}

/** Rates at a site: |a| times climate, and for A, W, E, N times size. */
export function ratesAt(site: YassoSite, p: YassoParameters = yasso15Parameters): YassoRates {
  const climate = climateModifiers(site, p);
  const size = sizeModifier(site.diameter, p);
  const awe = climate.awe * size;
  return {
    decay: [
      Math.abs(p.aA) * awe,
      Math.abs(p.aW) * awe,
      Math.abs(p.aE) * awe,
      Math.abs(p.aN) * climate.n * size,
      Math.abs(p.aH) * climate.h,
    ],
    leaching: (-site.leaching * site.precipitation) / 1000,
  };
}

/** M of dx/dt = M x + b: what one unit of each pool (column) adds to each pool (row) in a year. */
export function coefficientMatrix(
  { decay, leaching }: YassoRates,
  p: YassoParameters = yasso15Parameters,
): readonly (readonly number[])[] {
  const shares = transfers(p);
  return decay.map((_, row) =>
    decay.map((rate, column) => {
      if (row === column) return -rate - (column < 4 ? leaching : 0);
      return rate * (shares[column]?.[row] ?? 0);
    }),
  );
}

/** CO2 that one unit of each pool gives in a year. */
export function respirationRates({ decay }: YassoRates, p: YassoParameters = yasso15Parameters): Awenh {
  const shares = transfers(p).map((row) => row.reduce((sum, share) => sum + share, 0));
  const rate = (pool: 0 | 1 | 2 | 3 | 4) => decay[pool] * (1 - (shares[pool] ?? 0));
  return [rate(0), rate(1), rate(2), rate(3), rate(4)];
}
