/** Ecological zones of IPCC 2019, Volume 4, Tables 4.7 and 4.9, except the boreal ones: not all of those have growth rates. */
export const zonesBelowBoreal = [
  'tropical-rainforest',
  'tropical-moist-deciduous-forest',
  'tropical-dry-forest',
  'tropical-shrublands',
  'tropical-mountain-system',
  'subtropical-humid-forest',
  'subtropical-dry-forest',
  'subtropical-steppe',
  'subtropical-mountain-system',
  'temperate-oceanic',
  'temperate-continental',
  'temperate-mountain',
  'temperate-desert',
  'temperate-steppe',
] as const;

/** Continents of Table 4.9: it splits Asia in dry zones, and has New Zealand apart. */
export const continents = [
  'africa',
  'asia',
  'asia-continental',
  'asia-insular',
  'europe',
  'north-and-south-america',
  'new-zealand',
] as const;
