import type { CsvFault } from '../../science/eddy-covariance/read-flux-csv.ts';
import type { Column, FluxFault } from '../../science/eddy-covariance/series-faults.ts';
import type { Problem } from '../fields.ts';
import type { ProblemCode } from './problem-codes.ts';

export type FoundProblem = Omit<Problem, 'unit'> & { readonly code: ProblemCode };

/** The first so many problems of a file are shown; the number of the others follows. */
const shown = 20;

/** What is wrong in a file, with line, column and what stands there in the place of the value. */
export function csvProblems(faults: readonly CsvFault[]): readonly FoundProblem[] {
  const problems = faults.slice(0, shown).map(toProblem);
  const more = faults.length - problems.length;
  return more === 0 ? problems : [...problems, { code: 'csv-more', path: 'data', value: more }];
}

const timeCodes: readonly string[] = ['duplicate-time', 'time-backwards', 'time-gap', 'daylight-saving'];

function toProblem({ code, line, column, value, min, max }: CsvFault): FoundProblem {
  const isTime = timeCodes.includes(code);
  // Times are numbers of twelve digits: as text they keep their form. Line, column and value stand in one place.
  const rounded = typeof value === 'number' && !isTime ? Number(value.toPrecision(4)) : value;
  const parts = [line, column, rounded, isTime ? (min ?? null) : null];
  const found = parts.filter((part) => part !== null && part !== '').join(' · ');
  const range = isTime ? {} : { min, max };
  return { code: `csv-${code}`, path: 'data', value: found === '' ? null : found, ...range };
}

/** What the columns are called where one is missing. */
const columnWords: Readonly<Record<Column, string>> = {
  nee: 'NEE',
  rg: 'SW_IN / Rg',
  tair: 'TA / Tair',
  vpd: 'VPD',
  ustar: 'USTAR',
};

/** What no cell alone says of a series. */
export function fluxProblems(faults: readonly FluxFault[]): readonly FoundProblem[] {
  const words: Readonly<Record<string, string>> = columnWords;
  return faults.flatMap(({ code, argument, value, min, max }): readonly FoundProblem[] => {
    if (code === 'column-missing' || code === 'nothing-measured')
      return [{ code, path: 'data', value: words[argument] ?? argument }];
    if (code === 'out-of-range' || code === 'lengths-differ') return []; // the fields and the reading say so
    const begins = argument === 'firstEnd';
    return [{ code: begins ? 'not-from-midnight' : code, path: 'data', value, min, max }];
  });
}

/** What can only be seen in the midst of the work: no threshold to be found, or no NEE left by the filters. */
export function thrownProblem(error: unknown): FoundProblem {
  if (!(error instanceof RangeError)) throw error;
  const code = error.message.startsWith('ustar has no threshold') ? 'no-threshold' : 'nothing-left';
  return { code, path: code === 'no-threshold' ? 'ustar' : 'data', value: null };
}
