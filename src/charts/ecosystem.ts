/** The ecosystem types that have a colour, in the order in which their layers lie. */
export const ecosystemTypes = [
  'forest',
  'savanna',
  'steppe',
  'alpine',
  'farm',
  'wetland',
  'coast',
  'other',
] as const;

export type EcosystemType = (typeof ecosystemTypes)[number];
