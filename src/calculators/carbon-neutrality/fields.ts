import {
  defaultSaturationYears,
  lossForms,
  pathwayForms,
  planBounds,
  saturationForms,
  uptakeBounds,
} from '../../science/neutrality/domain.ts';
import type { Bounds } from '../../science/range-fault.ts';
import { defaultGwpSet, gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import { continents } from '../ecological-zones.ts';
import { choice, type InputsOf, quantity, table } from '../fields.ts';
import { emitters, questions, rateSources, zones } from './choices.ts';

const within = ([min, max]: Bounds) => ({ min, max });
const more = { more: true } as const;
const years = { unit: 'a', symbol: 'yr' } as const;
const rate = { unit: 't/(har.a)', symbol: 't C/(ha·yr)', substance: 'C' } as const;
const gas = { unit: 'kg/(har.a)', symbol: 'kg/(ha·yr)', ...more } as const;
const percent = (max: number) => ({ unit: '%', min: 0, max }) as const;
const limit = { optional: true, ...more } as const;
const calendar = { unit: '1', min: 1990, max: 2200 } as const;
const emission = { unit: 'Mt/a', symbol: 'Mt CO₂e/yr', substance: 'CO2e', min: 0, max: 1e6 } as const;

/** The worked example restores the area of the Bonn Challenge, 350 Mha (Lewis et al. 2019), from 2026 on. */
export const fields = {
  area: quantity({ unit: 'har', symbol: 'ha', ...within(planBounds.area), default: 350e6 }),
  rampYears: quantity({ ...years, ...within(planBounds.rampYears), default: 10 }),
  years: quantity({ ...years, ...within(planBounds.years), default: 50 }),
  rateFrom: choice(rateSources, 'synthesis'),
  question: choice(questions, questions[0] ?? 'tree-planting-soil-organic-carbon-stock-degraded'),
  spread: choice(['mean', 'next-site'], 'mean'),
  zone: choice(zones, 'tropical-moist-deciduous-forest'),
  continent: choice(continents, 'north-and-south-america'),
  rate: quantity({ ...rate, ...within(uptakeBounds.rate), optional: true }),
  rateSd: quantity({ ...rate, min: 0, max: 50, optional: true }),
  saturation: choice(saturationForms, 'linear'),
  saturationYears: quantity({
    ...{ ...years, ...within(uptakeBounds.saturationYears), default: defaultSaturationYears },
  }),
  // 17 % of Europe's forest in the 31 years from 1986 to 2016 (Senf and Seidl 2021): 1 - 0.83^(1/31)
  disturbance: quantity({ unit: '%/a', symbol: '%/yr', min: 0, max: 50, default: 0.6 }),
  leakage: quantity({ ...percent(100), default: 10 }),
  buffer: quantity({ ...percent(100), default: 0 }),
  emitter: choice([...emitters, 'own'], 'world-fossil'),
  pathway: choice(pathwayForms, 'linear'),
  zeroYear: quantity({ ...calendar, default: 2050 }),
  emission: quantity({ ...emission, optional: true, ...more }),
  points: table({
    columns: { year: quantity(calendar), emission: quantity(emission) },
    rows: [],
    minRows: 0,
    maxRows: 50,
    ...more,
  }),
  baseStock: quantity({ unit: 't/har', symbol: 't C/ha', substance: 'C', min: 1, max: 2000, ...limit }),
  afterLoss: choice(lossForms, 'regrows', more),
  disturbanceLow: quantity({ unit: '%/a', symbol: '%/yr', min: 0, max: 50, ...limit }),
  disturbanceHigh: quantity({ unit: '%/a', symbol: '%/yr', min: 0, max: 50, ...limit }),
  leakageLow: quantity({ ...percent(100), ...limit }),
  leakageHigh: quantity({ ...percent(100), ...limit }),
  ch4: quantity({ ...gas, substance: 'CH4', ...within(planBounds.ch4), default: 0 }),
  n2o: quantity({ ...gas, substance: 'N2O', ...within(planBounds.n2o), default: 0 }),
  gwpSet: choice(gwpSets, defaultGwpSet, more),
  startYear: quantity({ ...calendar, default: 2026, ...more }),
  draws: quantity({ unit: '1', min: 500, max: 20_000, default: 2000, ...more }),
  seed: quantity({ unit: '1', min: 0, max: 1e9, default: 1, ...more }),
} as const;

export type NeutralityInputs = InputsOf<typeof fields>;
