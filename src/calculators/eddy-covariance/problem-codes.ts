/** What may be wrong in a file, as its reading says it. */
const csvCodes = [
  'csv-no-time-column',
  'csv-no-nee-column',
  'csv-unit-not-known',
  'csv-vpd-unit-unclear',
  'csv-bad-time',
  'csv-not-a-number',
  'csv-out-of-range',
  'csv-step-not-regular',
  'csv-duplicate-time',
  'csv-time-backwards',
  'csv-time-gap',
  'csv-daylight-saving',
] as const;

/** What may be wrong with the inputs; the words are `problem.<code>`. */
export const problems = [
  ...csvCodes,
  'csv-more',
  'too-short',
  'not-from-midnight',
  'not-whole-days',
  'column-missing',
  'nothing-measured',
  'no-threshold',
  'nothing-left',
  'not-whole',
] as const;
export type ProblemCode = (typeof problems)[number];
