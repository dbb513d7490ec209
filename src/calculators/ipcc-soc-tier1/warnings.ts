import type { SoilResult, SoilScenario } from '../../science/ipcc-soc-tier1/scenario.ts';
import { transitionYears } from '../../science/ipcc-soc-tier1/stocks.ts';
import {
  type LandSystem,
  referenceStock,
  systemFactors,
  systemFaults,
} from '../../science/ipcc-soc-tier1/systems.ts';
import type { Warning } from '../define.ts';
import type { Inputs } from './form.ts';

export const warnings = [
  'little-data',
  'no-interval',
  'gain-ends',
  'nitrogen-outlasts',
  'nitrogen-climate',
  'wetland-methane',
  'perennial-factor',
  'own-stock-apart',
  'own-factor-apart',
  'not-used',
  'loss',
] as const;
type Code = (typeof warnings)[number];
type Warnings = readonly Warning<Code>[];

/** From this error on, in %, a number is an expert estimate for want of data. */
const littleData = 40;

/** What a reader should know of a result. */
export function warningsOf(
  inputs: Inputs,
  scenario: SoilScenario,
  result: SoilResult,
  hasInterval: boolean,
): Warnings {
  const used = Object.values(result.factors).flatMap((one) => (one === null ? [] : Object.values(one)));
  const errors = [scenario.reference?.error ?? 0, ...used.map(({ error }) => error ?? 0)];
  const last = result.course.at(-1);
  const outlasts = result.annualN2o > 0 && (last?.net ?? 0) < (last?.soil ?? 0) / 2;
  const ends = inputs.years > transitionYears && result.factors.after !== null;
  const perennial = used.some(({ key }) => key === 'landUse.perennial-tree-crop.tropical');
  const leaches = /moist|wet/.test(inputs.climate) && inputs.nitrogenClimate === 'dry';
  return [
    ...about('loss', result.annual < 0, null),
    ...about(
      'little-data',
      errors.some((error) => error >= littleData),
      null,
    ),
    ...about('no-interval', !hasInterval && result.annual !== 0, null),
    ...about('gain-ends', ends, 'years', inputs.years),
    ...about('nitrogen-climate', inputs.nitrogen !== 0 && leaches, 'nitrogenClimate'),
    ...about('nitrogen-outlasts', outlasts, 'nitrogen', inputs.nitrogen),
    ...about('wetland-methane', result.annualMethane > result.annual, 'landAfter'),
    ...about('perennial-factor', perennial, null),
    ...ownStockApart(inputs),
    ...ownFactorApart(inputs, scenario.before, 'ownFactorBefore'),
    ...(scenario.after === 'rewetted-wetland'
      ? []
      : ownFactorApart(inputs, scenario.after, 'ownFactorAfter')),
    ...notUsed(inputs),
  ];
}

function about(code: Code, holds: boolean, path: string | null, value: number | null = null): Warnings {
  return holds ? [{ code, path, value }] : [];
}

/** A stock of the reader's own that lies outside the limits of the default. */
function ownStockApart({ climate, soil, ownStock }: Inputs): Warnings {
  const usual = referenceStock(climate, soil);
  if (ownStock === null || usual === null) return [];
  return about('own-stock-apart', isApart(ownStock, usual), 'ownStock', ownStock);
}

function ownFactorApart(
  { climate, soil }: Inputs,
  land: LandSystem,
  path: 'ownFactorBefore' | 'ownFactorAfter',
): Warnings {
  const own = land.ownLandUseFactor;
  const usual = { ...land, ownLandUseFactor: null };
  if (own === null || systemFaults(usual, climate, soil).length > 0) return [];
  const { landUse } = systemFactors(usual, climate, soil);
  // native land, forest and grassland have the factor 1 by definition
  if (landUse.key === null) return about('own-factor-apart', own !== 1, path, own);
  return about('own-factor-apart', isApart(own, landUse), path, own);
}

function isApart(own: number, { value, error }: { value: number; error: number | null }): boolean {
  return error !== null && Math.abs(own - value) > (value * error) / 100;
}

/** Choices that the land use does not ask for and that change nothing. */
function notUsed(inputs: Inputs): Warnings {
  const asBefore = inputs.landWithout === 'as-before';
  const rewetted = inputs.landAfter === 'rewetted-wetland';
  return [
    ...about('not-used', rewetted && inputs.tillageAfter !== 'full', 'tillageAfter'),
    ...about('not-used', rewetted && inputs.inputAfter !== 'medium', 'inputAfter'),
    ...about('not-used', rewetted && inputs.ownFactorAfter !== null, 'ownFactorAfter'),
    ...about('not-used', asBefore && inputs.tillageWithout !== 'full', 'tillageWithout'),
    ...about('not-used', asBefore && inputs.inputWithout !== 'medium', 'inputWithout'),
  ];
}
