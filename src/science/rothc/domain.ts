import type { Bounds } from '../range-fault.ts';
import type { RothcMonth, RothcPools, RothcSoil, RothcState } from './month.ts';

type Numbers<T> = { readonly [Name in keyof T as T[Name] extends number ? Name : never]: Bounds };

const soil: Numbers<RothcSoil> = { clay: [0, 100], depth: [1, 100], inert: [0, 1000] };
const month: Numbers<RothcMonth> = {
  temperature: [-60, 45],
  rain: [0, 10_000],
  panEvaporation: [0, 2000],
  plantInput: [0, 100],
  manureInput: [0, 100],
  dpmRpm: [0, 100],
};
const pool: Bounds = [0, 10_000];
const pools: Numbers<RothcPools> = { dpm: pool, rpm: pool, bio: pool, hum: pool };
/** 272 mm: what 100 cm of a soil with 65 % clay can lose, which is the most there is. */
const state: Numbers<RothcState> = { ...pools, deficit: [-272, 0] };

/** Valid ranges, in the unit of each quantity. */
export const rothcBounds = { soil, month, state } as const;
