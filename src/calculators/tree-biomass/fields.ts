import {
  belowGroundMethods,
  debrisClimates,
  densityRanks,
  feldpauschRegions,
  rootOrigins,
} from '../../science/tree-biomass/domain.ts';
import { heightSources, treeBounds } from '../../science/tree-biomass/method.ts';
import { choice, type InputsOf, optionalChoice, quantity, table, text } from '../fields.ts';

const within = (name: keyof typeof treeBounds) => {
  const [min, max] = treeBounds[name];
  return { min, max };
};
const density = { unit: 'g/cm3', symbol: 'g/cm³', substance: 'dry matter' } as const;
const tree = (diameter: number, height: number, woodDensity: number) => ({ diameter, height, woodDensity });

export const equations = [
  'chave-4',
  'chave-7-biomass',
  'chave-7-published',
  'wang-2006',
  'xiang-2016',
  'chojnacky-2014',
  'formula',
] as const;

/** Zones of Table 4.4; the table has no ratio for tropical and subtropical mountains and for shrublands. */
export const rootZones = [
  'tropical-rainforest',
  'tropical-moist-deciduous-forest',
  'tropical-dry-forest',
  'subtropical-humid-forest',
  'subtropical-dry-forest',
  'subtropical-steppe',
  'temperate-oceanic',
  'temperate-continental',
  'temperate-mountain',
  'boreal-coniferous',
  'boreal-tundra-woodland',
  'boreal-mountain',
] as const;
export const continents = ['africa', 'asia', 'europe', 'north-and-south-america', 'oceania'] as const;

const more = { more: true } as const;

export const fields = {
  plotArea: quantity({ unit: 'har', symbol: 'ha', min: 0, max: 1000, exclusiveMin: true, default: 0.25 }),
  equation: choice(equations, 'chave-4'),
  trees: table({
    columns: {
      diameter: quantity({ unit: 'cm', ...within('diameter'), exclusiveMin: true }),
      height: quantity({ unit: 'm', ...within('height'), optional: true }),
      taxon: text({ maxLength: 80, optional: true }),
      woodDensity: quantity({ ...density, ...within('woodDensity'), optional: true }),
      plot: text({ maxLength: 40, optional: true }),
    },
    // golden case tree-01
    rows: [
      tree(5, 5.2, 0.35),
      tree(10, 9.8, 0.52),
      tree(12.5, 11.1, 0.61),
      tree(25, 18.5, 0.48),
      tree(40, 27.3, 0.72),
      tree(63.2, 33.9, 0.66),
      tree(95, 41.2, 0.81),
      tree(150, 48, 0.58),
    ],
    minRows: 1,
    maxRows: 1000,
  }),
  heights: choice(heightSources, 'measured'),
  belowGround: choice(belowGroundMethods, 'ipcc-2019'),
  zone: choice(rootZones, 'tropical-rainforest'),
  continent: choice(continents, 'asia'),
  origin: choice(rootOrigins, 'natural'),
  stress: quantity({ unit: '1', ...within('stress'), optional: true, ...more }),
  temperatureSeasonality: quantity({ unit: '1', min: 0, max: 3000, optional: true, ...more }),
  waterDeficit: quantity({ unit: 'mm/a', symbol: 'mm/yr', min: -2500, max: 0, optional: true, ...more }),
  precipitationSeasonality: quantity({ unit: '%', min: 0, max: 300, optional: true, ...more }),
  region: choice(feldpauschRegions, 'Pantropical', more),
  formula: text({ maxLength: 500, optional: true, ...more }),
  diameterLimit: quantity({ unit: 'cm', ...within('diameterLimit'), default: 0, ...more }),
  rootRatio: quantity({ unit: '1', min: 0, max: 5, optional: true, ...more }),
  carbon: choice(['tree', 'tropical-stem', 'own'], 'tree', more),
  ownCarbon: quantity({ unit: '1', min: 0.3, max: 0.7, substance: 'C', optional: true, ...more }),
  debris: optionalChoice(debrisClimates, more),
  discount: choice(['none', 'ar-tool14'], 'none', more),
  densityRank: choice(densityRanks, 'species', more),
  diameterError: choice(['chave2004', 'none'], 'chave2004', more),
  heightError: quantity({ unit: '%', min: 0, max: 100, default: 15, ...more }),
  regionalHeightError: quantity({ unit: 'm', min: 0, max: 30, optional: true, ...more }),
  draws: quantity({ unit: '1', min: 1000, max: 100_000, default: 4000, ...more }),
  seed: quantity({ unit: '1', min: 0, max: 1e9, default: 1, ...more }),
} as const;

export type Inputs = InputsOf<typeof fields>;
