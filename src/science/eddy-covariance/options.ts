import type { FillingVariant } from './gap-filling.ts';
import type { Site } from './potential-radiation.ts';
import type { Driver } from './series.ts';

/** Valid ranges of the options. */
export const optionBounds = {
  threshold: [0, 2], // m s-1
  latitude: [-90, 90],
  longitude: [-180, 180],
  utcOffset: [-12, 14],
  leastTemperatureRange: [1, 20], // K
} as const;

/** Fewer bootstrap samples give no 5 and 95 % quantiles worth the name. */
export const fewestSamples = 30;
export const mostSamples = 1000;

/** Which threshold filters: found in the data, given in m s-1, or none. */
export type UstarChoice =
  | { readonly kind: 'estimate' }
  | { readonly kind: 'fixed'; readonly threshold: number }
  | { readonly kind: 'none' };

export interface PartitionChoice {
  readonly site: Site;
  /** Least range of night temperature in a window for E0, K, 1 to 20; 5 in the reference. */
  readonly leastTemperatureRange: number;
}

export interface FluxOptions {
  readonly removeLongRuns: boolean;
  readonly ustar: UstarChoice;
  /** Drivers of the gap filling; one that the series does not hold counts as not given. */
  readonly drivers: readonly Driver[];
  readonly variant: FillingVariant;
  /** null leaves NEE whole. */
  readonly partition: PartitionChoice | null;
}
