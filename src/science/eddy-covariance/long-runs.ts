/** Values without long runs, and how many were taken out. */
export interface WithoutRuns {
  readonly values: Float64Array;
  readonly removed: number;
}

/** Records in a row with the same value that no turbulent flux gives (REddyProc, filterLongRuns: from 8 on). */
export const longestHonestRun = 7;

/**
 * Takes out runs of 8 and more identical values, all of the run: a frozen or stuck sensor. Missing records inside
 * do not break a run, only the sequence of measured values counts. The values given are not changed.
 */
export function withoutLongRuns(values: Float64Array): WithoutRuns {
  const kept = values.slice();
  let removed = 0;
  let start = 0; // first record of the present run
  let value = Number.NaN;
  let length = 0;
  const close = (end: number) => {
    if (length <= longestHonestRun) return;
    kept.fill(Number.NaN, start, end);
    removed += length;
  };
  for (let i = 0; i < values.length; i++) {
    const next = values[i] ?? Number.NaN;
    if (Number.isNaN(next)) continue;
    if (next === value) {
      length++;
      continue;
    }
    close(i); // what lies between the runs is missing anyway
    start = i;
    value = next;
    length = 1;
  }
  close(values.length);
  return { values: kept, removed };
}
