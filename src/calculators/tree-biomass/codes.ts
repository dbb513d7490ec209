/** Codes of problems that only the check finds: their words are `problem.<code>`. */
export const problems = [
  'height-missing',
  'density-needed',
  'taxon-missing',
  'unknown-taxon',
  'stress-missing',
  'too-few-heights',
  'same-diameters',
  'formula-missing',
  'formula-unreadable',
  'formula-without-result',
  'climate-incomplete',
  'climate-impossible',
  'ratio-missing',
  'no-root-ratio',
  'carbon-missing',
  'not-whole',
] as const;

/** Codes of warnings: their words are `warning.<code>`. */
export const warnings = [
  'outside-range',
  'beyond-heights',
  'tall',
  'density-of-genus',
  'density-unknown',
  'one-tree',
  'root-outlier',
  'no-interval',
  'roots-without-error',
  'one-plot',
] as const;
