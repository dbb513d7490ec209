/**
 * The climates that names of ecosystem types say themselves. The portal has no climate of its cases: nothing is worked
 * out from coordinates, and a type whose name says no climate has none here.
 */
export const climates = ['tropical', 'subtropical', 'temperate', 'boreal', 'polar-alpine', 'dry'] as const;
export type Climate = (typeof climates)[number];

const said: Readonly<Record<Climate, RegExp>> = {
  tropical: /\btropical\b/i,
  subtropical: /\bsubtropical\b/i,
  temperate: /\btemperate\b/i,
  boreal: /\bboreal\b/i,
  'polar-alpine': /\b(?:polar|alpine)\b/i,
  dry: /\b(?:hyper-|semi-)?(?:arid|deserts?)\b/i,
};

/** By the English name of a functional group of the IUCN typology; by that of its biome where the group says nothing. */
export function climatesNamed(group: string, biome: string): readonly Climate[] {
  const own = climates.filter((climate) => said[climate].test(group));
  if (own.length > 0 || !climates.slice(4).some((climate) => said[climate].test(biome))) return own;
  return climates.slice(4).filter((climate) => said[climate].test(biome));
}
