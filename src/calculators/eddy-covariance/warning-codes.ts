/** What a reader should look at; the words are `warning.<code>`. */
export const warnings = [
  'filled-by-others',
  'quality-column-missing',
  'storage-not-added',
  'vpd-from-humidity',
  'time-name-unclear',
  'time-shifted',
  'nee-extreme',
  'not-a-year',
  'gaps-left',
  'season-mostly-filled',
  'radiation-only',
  'diurnal-only',
  'threshold-pooled',
  'no-bands',
  'not-partitioned',
  'range-relaxed',
] as const;
export type WarningCode = (typeof warnings)[number];
