export const belowGroundMethods = [
  'ipcc-2019',
  'cairns',
  'cairns-tropical',
  'cairns-temperate',
  'cairns-boreal',
  'mokany',
  'ratio',
  'none',
] as const;

/** Climates of the shares of dead wood and litter (CDM AR-TOOL12). */
export const debrisClimates = [
  'tropicalDry',
  'tropicalMoist',
  'tropicalWet',
  'tropicalMountain',
  'temperateBoreal',
] as const;

export type DebrisClimate = (typeof debrisClimates)[number];

export const feldpauschRegions = [
  'Pantropical',
  'Africa',
  'CAfrica',
  'EAfrica',
  'WAfrica',
  'SAmerica',
  'BrazilianShield',
  'ECAmazonia',
  'GuianaShield',
  'WAmazonia',
  'SEAsia',
  'NAustralia',
] as const;

export type FeldpauschRegion = (typeof feldpauschRegions)[number];

export const heightForms = ['log1', 'log2', 'michaelis'] as const;

export type HeightForm = (typeof heightForms)[number];

/** What the wood density of a tree is the mean of; `unknown` is the mean of the whole data base. */
export const densityRanks = ['species', 'genus', 'family', 'unknown'] as const;

export type DensityRank = (typeof densityRanks)[number];

/** Origins of a stand in Table 4.4; those with a kind of tree are of the temperate zones. */
export const rootOrigins = [
  'natural',
  'planted',
  'natural-conifer',
  'natural-other-broadleaf',
  'natural-quercus',
  'natural-eucalyptus',
  'planted-conifer',
  'planted-other-broadleaf',
  'planted-quercus',
  'planted-eucalyptus',
] as const;
