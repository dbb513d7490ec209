import type { Filled } from './gap-filling.ts';
import type { StepsPerDay } from './series.ts';
import { gramsPerRecord } from './sums.ts';

/** The random error of a filled flux. */
export interface RandomError {
  /** Records measured and estimated. */
  readonly records: number;
  /** Independent records that would be worth as much. */
  readonly effectiveRecords: number;
  /** Mean standard deviation of a record, µmol m-2 s-1 (root mean square). */
  readonly sd: number;
  /** Standard error of the mean flux, µmol m-2 s-1. */
  readonly meanError: number;
  /** Standard error of the sum over all records, measured and filled, g C m-2. */
  readonly sumError: number;
}

/**
 * Random error of a filled NEE (REddyProc, vignette aggUncertainty): the variance of
 * a measured record is that of the records it is like, and errors in a row are correlated, so that n records are
 * worth n_eff: var(mean) = mean(sd²) / (n_eff - 1). Filled records are estimated from measured ones and bring no
 * knowledge of their own: the sum has the error of the mean times all records. Null with fewer than 3 measured
 * records or effective ones.
 */
export function randomError(filled: Filled, stepsPerDay: StepsPerDay): RandomError | null {
  const { value, quality, estimate, sd } = filled;
  const residuals = new Float64Array(value.length).fill(Number.NaN);
  let squares = 0;
  let records = 0;
  for (let i = 0; i < value.length; i++) {
    const residual = (value[i] ?? Number.NaN) - (estimate[i] ?? Number.NaN);
    if (quality[i] !== 0 || Number.isNaN(residual)) continue;
    residuals[i] = residual;
    squares += (sd[i] ?? 0) ** 2;
    records++;
  }
  const effectiveRecords = effectiveNumber(residuals);
  if (records < 3 || effectiveRecords < 3) return null;
  const variance = squares / records;
  const meanError = Math.sqrt(variance / (effectiveRecords - 1));
  const sumError = meanError * value.length * gramsPerRecord(stepsPerDay);
  return { records, effectiveRecords, sd: Math.sqrt(variance), meanError, sumError };
}

/**
 * Number of independent values worth as much as correlated ones: n / (1 + 2 sum of (m_k / n) rho_k) over the lags up
 * to the first correlation that is not positive, m_k the pairs at lag k (Zieba & Ramza 2011, Metrol. Meas. Syst.
 * 18:529-542, doi:10.2478/v10178-011-0052-x, with pairs counted where values are missing).
 * @param residuals in order of time, their expectation 0; NaN where missing
 */
export function effectiveNumber(residuals: Float64Array): number {
  const n = residuals.length;
  let count = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = residuals[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    count++;
    squares += value * value;
  }
  if (count === 0 || squares === 0) return count;
  const variance = squares / count;
  let factor = 1;
  for (let lag = 1; lag < n / 2; lag++) {
    let products = 0;
    for (let i = lag; i < n; i++) {
      const product = (residuals[i] ?? Number.NaN) * (residuals[i - lag] ?? Number.NaN);
      if (Number.isNaN(product)) continue;
      products += product;
    }
    if (!(products > 0)) break;
    factor += (2 * products) / variance / count;
  }
  return count / factor;
}
