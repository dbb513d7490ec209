/** Climate zones of IPCC 2019, vol. 4, ch. 3, annex 3A.5; boreal zones share one reference stock. */
export const climates = [
  'polar',
  'boreal-dry',
  'boreal-moist',
  'cool-temperate-dry',
  'cool-temperate-moist',
  'warm-temperate-dry',
  'warm-temperate-moist',
  'tropical-dry',
  'tropical-moist',
  'tropical-wet',
  'tropical-montane',
] as const;
export type Climate = (typeof climates)[number];

/** Classes of mineral soil of IPCC 2019, vol. 4, ch. 2, table 2.3. Organic soils are no class of it. */
export const soils = [
  'high-activity-clay',
  'low-activity-clay',
  'sandy',
  'spodic',
  'volcanic',
  'wetland',
] as const;
export type Soil = (typeof soils)[number];

/** Names under which the tables print a zone, from the narrowest to the widest. */
export function zoneNames(climate: Climate): readonly string[] {
  return [...own[climate], 'all'];
}

const own: Readonly<Record<Climate, readonly string[]>> = {
  polar: ['polar'], // the tables of factors do not name it
  'boreal-dry': ['boreal', 'boreal-cool-temperate-dry', 'temperate-boreal', 'dry'],
  'boreal-moist': ['boreal', 'boreal-cool-temperate-moist', 'temperate-boreal', 'moist-wet'],
  'cool-temperate-dry': ['cool-temperate-dry', 'boreal-cool-temperate-dry', 'temperate-boreal', 'dry'],
  'cool-temperate-moist': [
    'cool-temperate-moist',
    'boreal-cool-temperate-moist',
    'temperate-boreal',
    'moist-wet',
  ],
  'warm-temperate-dry': ['warm-temperate-dry', 'temperate-boreal', 'dry'],
  'warm-temperate-moist': ['warm-temperate-moist', 'temperate-boreal', 'moist-wet'],
  'tropical-dry': ['tropical-dry', 'tropical', 'dry'],
  'tropical-moist': ['tropical-moist', 'tropical-moist-wet', 'tropical', 'moist-wet'],
  'tropical-wet': ['tropical-wet', 'tropical-moist-wet', 'tropical', 'moist-wet'],
  'tropical-montane': ['tropical-montane'],
};

/** Zone of the methane factors of rewetted mineral soil (Wetlands Supplement, ch. 5, table 5.4); null for none. */
export function methaneZone(climate: Climate): 'boreal' | 'temperate' | 'tropical' | null {
  if (climate === 'polar') return null;
  if (climate.startsWith('boreal')) return 'boreal';
  return climate.startsWith('tropical') ? 'tropical' : 'temperate';
}
