/**
 * Above-ground biomass and height of single trees of tropical forest, with the equations of Chave et al. (2014),
 * Glob. Change Biol. 20:3177-3190, doi:10.1111/gcb.12629, and Feldpausch et al. (2012), Biogeosciences 9:3381-3403.
 *
 * D is the diameter at 1.3 m or above buttresses, cm; H the height, m; wood density the oven-dry mass per green
 * volume, g/cm3. The equations were fitted to D of 5 to 212 cm. They check nothing: `faults.ts` does.
 */
import { type TreeFactor, treeFactor } from '../factors/tree-biomass.ts';
import type { FeldpauschRegion } from './domain.ts';

/** Diameters that the equations of Chave et al. (2014) were fitted to, cm. */
export const chaveDiameters: readonly [number, number] = [5, 212];

const four = { a: treeFactor('chave4.coefficient'), b: treeFactor('chave4.exponent') };

/** Above-ground biomass, kg: 0.0673 (density D^2 H)^0.976 (Chave et al. 2014, eq. 4). */
export function chaveWithHeight(diameter: number, height: number, woodDensity: number): number {
  return four.a * (woodDensity * diameter * diameter * height) ** four.b;
}

/** Which coefficients of equation 7: as published, or fitted again for the R package BIOMASS. */
export type SevenSet = 'published' | 'biomass';

function sevenOf(prefix: 'chave7' | 'biomass7') {
  return {
    intercept: treeFactor(`${prefix}.intercept`),
    stress: treeFactor(`${prefix}.stress`),
    density: treeFactor(`${prefix}.density`),
    diameter: treeFactor(`${prefix}.diameter`),
    square: treeFactor(`${prefix}.diameterSquared`),
  };
}

const seven = { published: sevenOf('chave7'), biomass: sevenOf('biomass7') } as const;

/**
 * Above-ground biomass, kg, without height (Chave et al. 2014, eq. 7; coefficients as published or those of
 * Réjou-Méchain et al. 2017): exp(c0 + c1 E + c2 ln density + c3 ln D + c4 (ln D)^2).
 * @param stress E of `environmentalStress`
 */
export function chaveWithoutHeight(
  diameter: number,
  woodDensity: number,
  stress: number,
  set: SevenSet,
): number {
  const c = seven[set];
  const ln = Math.log(diameter);
  const size = c.diameter * ln + c.square * ln * ln;
  return Math.exp(c.intercept + c.stress * stress + c.density * Math.log(woodDensity) + size);
}

/** What E is made of. */
export interface StressClimate {
  /** Temperature seasonality as WorldClim BIO4: standard deviation of monthly means times 100, K/100. */
  readonly temperatureSeasonality: number;
  /** Climatic water deficit, mm a year, negative or 0. */
  readonly waterDeficit: number;
  /** Precipitation seasonality as WorldClim BIO15: coefficient of variation, %. */
  readonly precipitationSeasonality: number;
}

/** Environmental stress E = (0.178 TS - 0.938 CWD - 6.61 PS) / 1000 (Chave et al. 2014, with eq. 6a). */
export function environmentalStress(climate: StressClimate): number {
  return (
    treeFactor('stress.temperatureSeasonality') * climate.temperatureSeasonality +
    treeFactor('stress.waterDeficit') * climate.waterDeficit +
    treeFactor('stress.precipitationSeasonality') * climate.precipitationSeasonality
  );
}

const six = {
  intercept: treeFactor('height6a.intercept'),
  diameter: treeFactor('height6a.diameter'),
  square: treeFactor('height6a.diameterSquared'),
};

/** Residual standard error of ln H in equation 6a. */
export const chaveHeightResidual = treeFactor('height6a.residual');

/** ln H, H in m: 0.893 - E + 0.760 ln D - 0.0340 (ln D)^2 (Chave et al. 2014, eq. 6a). */
export function chaveLogHeight(diameter: number, stress: number): number {
  const ln = Math.log(diameter);
  return six.intercept - stress + six.diameter * ln + six.square * ln * ln;
}

/** Mean height, m: exp(eq. 6a + 0.243^2/2), the correction of Baskerville (1972) for means of logarithms. */
export function chaveHeight(diameter: number, stress: number): number {
  return Math.exp(chaveLogHeight(diameter, stress) + chaveHeightResidual ** 2 / 2);
}

/** Height, m: H = a (1 - exp(-b D^c)) (Feldpausch et al. 2012, eq. 5, Table 3). */
export function feldpauschHeight(diameter: number, region: FeldpauschRegion): number {
  const of = (name: 'a' | 'b' | 'c') => treeFactor(`feldpausch.${region}.${name}` satisfies TreeFactor);
  return of('a') * -Math.expm1(-of('b') * diameter ** of('c'));
}
