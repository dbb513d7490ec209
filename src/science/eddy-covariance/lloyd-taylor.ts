/** Respiration against temperature: Lloyd & Taylor 1994, Funct. Ecol. 8:315-323, eq. 11. */
import { fluxFactors } from '../factors/eddy-covariance.ts';

export const zeroCelsius = 273.15; // K
/** 15 °C, K: the temperature that Rref belongs to (REddyProc, sMRFluxPartition). */
export const referenceTemperature = fluxFactors.factors['respiration.reference-temperature'].value;
/** K: temperature at which respiration ends, as fitted by Lloyd & Taylor (1994). */
export const endTemperature = fluxFactors.factors['respiration.end-temperature'].value;

/** What E0 is multiplied with in the exponent of eq. 11, K-1. @param temperature °C, above -46.02 */
export function temperatureTerm(temperature: number): number {
  return 1 / (referenceTemperature - endTemperature) - 1 / (temperature + zeroCelsius - endTemperature);
}

/**
 * Respiration in the unit of `rref` (eq. 11); 0 at and below -46.02 °C, where it has ended.
 * @param rref respiration at 15 °C
 * @param e0   temperature sensitivity, K
 * @param temperature °C
 */
export function respiration(rref: number, e0: number, temperature: number): number {
  if (temperature + zeroCelsius <= endTemperature) return 0;
  return rref * Math.exp(e0 * temperatureTerm(temperature));
}

export interface RespirationFit {
  readonly rref: number;
  /** K */
  readonly e0: number;
  /** Standard error of `e0`, K. */
  readonly e0Error: number;
}

const start = { rref: 2, e0: 200 } as const;
const mostIterations = 50;
const leastStep = 1 / 1024;
const closeEnough = 1e-5;

/**
 * Least squares of eq. 11 for Rref and E0 by the Gauss-Newton method with step halving and the criterion of
 * relative offset (Bates & Watts 1988, Nonlinear Regression Analysis, ch. 2), with the limits that the reference
 * has (`nls` of R: 50 iterations, 1e-5, 1/1024): a window it gives up is given up here. Null then.
 * @param terms  `temperatureTerm` of each record; the first `count` entries
 * @param fluxes measured respiration
 */
export function fitRespiration(
  terms: Float64Array,
  fluxes: Float64Array,
  count: number,
): RespirationFit | null {
  let rref: number = start.rref;
  let e0: number = start.e0;
  let step = 1;
  let sum = squares(terms, fluxes, count, rref, e0);
  for (let iteration = 0; iteration <= mostIterations; iteration++) {
    const { r11, r12, r22, qr1, qr2 } = linearise(terms, fluxes, count, rref, e0);
    if (!(r11 > 0 && r22 > 1e-10 * Math.hypot(r12, r22))) return null; // singular gradient
    const explained = qr1 ** 2 + qr2 ** 2;
    if (Math.sqrt(explained) <= closeEnough * Math.sqrt(sum - explained)) {
      const variance = sum / (count - 2);
      return { rref, e0, e0Error: Math.sqrt(variance) / r22 };
    }
    const moveE0 = qr2 / r22;
    const moveRref = (qr1 - r12 * moveE0) / r11;
    let next = squares(terms, fluxes, count, rref + step * moveRref, e0 + step * moveE0);
    while (!(next <= sum)) {
      step /= 2;
      if (step < leastStep) return null;
      next = squares(terms, fluxes, count, rref + step * moveRref, e0 + step * moveE0);
    }
    rref += step * moveRref;
    e0 += step * moveE0;
    sum = next;
    step = Math.min(2 * step, 1);
  }
  return null;
}

function squares(terms: Float64Array, fluxes: Float64Array, count: number, rref: number, e0: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += ((fluxes[i] ?? 0) - rref * Math.exp(e0 * (terms[i] ?? 0))) ** 2;
  return sum;
}

/** QR of the gradient (dR/dRref, dR/dE0) by Gram-Schmidt, and the residuals in its terms. */
function linearise(terms: Float64Array, fluxes: Float64Array, count: number, rref: number, e0: number) {
  let aa = 0;
  let ab = 0;
  for (let i = 0; i < count; i++) {
    const x = terms[i] ?? 0;
    const a = Math.exp(e0 * x);
    const b = rref * x * a;
    aa += a * a;
    ab += a * b;
  }
  const r11 = Math.sqrt(aa);
  const slope = ab / aa; // of the second column on the first
  let rest = 0;
  let qr1 = 0;
  let qr2 = 0;
  for (let i = 0; i < count; i++) {
    const x = terms[i] ?? 0;
    const a = Math.exp(e0 * x);
    const orthogonal = rref * x * a - slope * a;
    const residual = (fluxes[i] ?? 0) - rref * a;
    rest += orthogonal * orthogonal;
    qr1 += a * residual;
    qr2 += orthogonal * residual;
  }
  const r22 = Math.sqrt(rest);
  return { r11, r12: slope * r11, r22, qr1: qr1 / r11, qr2: qr2 / r22 };
}

/** Rref with E0 fixed: regression through the origin. @param terms `temperatureTerm` of each record */
export function fitReference(terms: Float64Array, fluxes: Float64Array, count: number, e0: number): number {
  let aa = 0;
  let ar = 0;
  for (let i = 0; i < count; i++) {
    const a = Math.exp(e0 * (terms[i] ?? 0));
    aa += a * a;
    ar += a * (fluxes[i] ?? 0);
  }
  return ar / aa;
}
