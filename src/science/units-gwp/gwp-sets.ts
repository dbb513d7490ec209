import type { GwpFactor } from '../factors/gwp.ts';

/** Global warming potentials by assessment report, horizon in years, and kind of methane; the default first. */
export const gwpSets = [
  'ar6-100-nonfossil',
  'ar6-100-fossil',
  'ar6-100',
  'ar6-20-nonfossil',
  'ar6-20-fossil',
  'ar6-20',
  'ar6-500',
  'ar5-100',
  'ar5-100-with-ccf',
  'ar4-100',
  'tar-100',
  'sar-100',
] as const satisfies readonly (GwpFactor extends `CH4.${infer Set}` ? Set : string)[];

export type GwpSet = (typeof gwpSets)[number];

/** What reports of ecosystems use unless a rulebook says otherwise: methane of living origin, AR6, 100 years. */
export const defaultGwpSet: GwpSet = 'ar6-100-nonfossil';
