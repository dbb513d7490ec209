import record from './record.json' with { type: 'json' };

/** Pooled questions that give a yearly gain, and figures of emissions, as the content has them (record.json). */
export const questions = Object.keys(record.gains) as (keyof typeof record.gains)[];
export const emitters = Object.keys(record.emissions) as (keyof typeof record.emissions)[];

export const rateSources = ['synthesis', 'ipcc', 'own'] as const;

/** Ecological zones and continents of Table 4.9 that have growth rates. */
export const zones = [
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
  'boreal-tundra-woodland',
] as const;
export const continents = [
  'africa',
  'asia',
  'asia-continental',
  'asia-insular',
  'europe',
  'north-and-south-america',
  'new-zealand',
] as const;
