import type { Bounds } from '../range-fault.ts';

/** How the gain of carbon per hectare ends: the default first. */
export const saturationForms = ['linear', 'exponential', 'none'] as const;
export type SaturationForm = (typeof saturationForms)[number];

/** What becomes of land whose carbon was lost: it begins anew, or stays as it was before restoration. */
export const lossForms = ['regrows', 'stays-lost'] as const;
export type LossForm = (typeof lossForms)[number];

export const pathwayForms = ['linear', 'constant', 'points'] as const;
export type PathwayForm = (typeof pathwayForms)[number];

/** Years after which Tier 1 inventories take a changed land for settled (IPCC 2019, vol. 4, ch. 2, eq. 2.25). */
export const defaultSaturationYears = 20;

/** Ranges of a plan: ha, years, shares from 0 to 1, kg of gas per hectare and year. */
export const planBounds = {
  area: [0, 2e9],
  rampYears: [1, 100],
  years: [1, 200],
  disturbance: [0, 0.5],
  leakage: [0, 1],
  buffer: [0, 1],
  ch4: [-2000, 2000],
  n2o: [-100, 100],
} as const satisfies Readonly<Record<string, Bounds>>;

export const uptakeBounds = {
  rate: [-50, 50],
  saturationYears: [1, 200],
} as const satisfies Readonly<Record<string, Bounds>>;

/** t CO2e a year, and calendar years. */
export const pathwayBounds = {
  value: [0, 1e12],
  startYear: [1990, 2200],
} as const satisfies Readonly<Record<string, Bounds>>;
