/**
 * Effect sizes of comparisons between two groups and their sampling variances.
 *
 * lnRR: Hedges, Gurevitch & Curtis (1999), Ecology 80:1150, eq. 1. SMD: Hedges (1981), J. Educ. Stat. 6:107, eqs. 6b
 * and 6d, with the large-sample variance 1/n1 + 1/n2 + g^2/(2 (n1 + n2)). Raw difference: Welch's variance.
 */
import { gammaLn, normalQuantile } from '../statistics.ts';

export type Measure =
  /** Natural logarithm of the ratio of means, ln(m1/m2). */
  | 'lnRR'
  /** Standardised mean difference, Hedges' g. */
  | 'SMD'
  /** Difference of means, m1 - m2, in the unit of the means. */
  | 'MD'
  /** Effects that come with their variance, standard error or 95 % limits. */
  | 'given';

/** One comparison; what does not apply, or was not reported, is null. Group 1 is the treated, group 2 the control. */
export interface Study {
  readonly study: string;
  readonly m1: number | null;
  /** Standard deviation between replicates, from 0 (not the standard error). */
  readonly sd1: number | null;
  /** Replicates, a whole number from 1. */
  readonly n1: number | null;
  readonly m2: number | null;
  readonly sd2: number | null;
  readonly n2: number | null;
  readonly effect: number | null;
  /** Sampling variance of the effect, above 0; or `standardError`, or `low` and `high`. */
  readonly variance: number | null;
  readonly standardError: number | null;
  /** Limits of the 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface EffectSize {
  readonly study: string;
  /** Row of the study in the list it came from, from 0. */
  readonly place: number;
  readonly effect: number;
  /** Above 0. */
  readonly variance: number;
}

export interface StudyFault {
  readonly code:
    | 'not-a-number'
    | 'too-low'
    | 'too-high'
    | 'not-whole'
    /** Both standard deviations are 0, or so small against the means that the variance is 0. */
    | 'no-variance'
    /** The variance is beyond 1e24, or less than 1e-8 of that of another study: too unequal to be pooled. */
    | 'variances-unequal'
    /** The upper limit is not above the lower. */
    | 'limits-reversed'
    /** The effect lies outside its own limits. */
    | 'effect-outside'
    /** n1 + n2 is below 4: the small-sample correction of the SMD is not defined. */
    | 'too-few-replicates'
    /** No study has all it needs. */
    | 'no-study';
  /** `studies.<place>.<argument>`, places from 0, or `studies`. */
  readonly argument: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

const huge = 1e12;
const groups = ['m1', 'sd1', 'n1', 'm2', 'sd2', 'n2'] as const;
type Complete = { readonly [Name in (typeof groups)[number]]: number };

/** What the measure needs of a study, or null where something of it was not reported. */
function complete(study: Study): Complete | null {
  const { m1, sd1, n1, m2, sd2, n2 } = study;
  if (m1 === null || sd1 === null || n1 === null || m2 === null || sd2 === null || n2 === null) return null;
  return { m1, sd1, n1, m2, sd2, n2 };
}

/** Sampling variance of a given effect: as it stands, from its standard error, or from its 95 % limits. */
function givenVariance({ variance, standardError, low, high }: Study): number | null {
  if (variance !== null) return variance;
  if (standardError !== null) return standardError ** 2;
  if (low === null || high === null) return null;
  return ((high - low) / (2 * normalQuantile(0.975))) ** 2;
}

/** Everything in the studies that cannot be; what is null is no fault, the study is left out. */
export function studyFaults(measure: Measure, studies: readonly Study[]): StudyFault[] {
  const faults = studies.flatMap((study, place) =>
    measure === 'given' ? givenFaults(study, place) : groupFaults(measure, study, place),
  );
  if (faults.length > 0) return faults;
  const found = sized(measure, studies);
  if (found.length === 0) {
    return [{ code: 'no-study', argument: 'studies', value: studies.length, min: 1, max: 100_000 }];
  }
  const largest = Math.max(...found.map(({ variance }) => variance));
  return found.flatMap(({ place, variance }): StudyFault[] => {
    if (variance >= largest * 1e-8 && variance <= 1e24) return [];
    const argument = `studies.${place}.${measure === 'given' ? 'effect' : 'm1'}`;
    return [{ code: 'variances-unequal', argument, value: variance, min: largest * 1e-8, max: 1e24 }];
  });
}

/** The studies that have all their measure needs, with effect and variance. */
function sized(measure: Measure, studies: readonly Study[]): EffectSize[] {
  return studies.flatMap((study, place): EffectSize[] => {
    if (measure !== 'given') {
      const groups = complete(study);
      return groups ? [{ study: study.study, place, ...effectOf(measure, groups) }] : [];
    }
    const variance = givenVariance(study);
    if (variance === null || study.effect === null) return [];
    return [{ study: study.study, place, effect: study.effect, variance }];
  });
}

function within(
  faults: StudyFault[],
  argument: string,
  value: number | null,
  [min, max]: readonly [number, number],
  open = false,
): void {
  if (value === null) return;
  const place = { argument, value, min, max };
  if (!Number.isFinite(value)) faults.push({ code: 'not-a-number', ...place });
  else if (value < min || (open && value === min)) faults.push({ code: 'too-low', ...place });
  else if (value > max) faults.push({ code: 'too-high', ...place });
}

function groupFaults(measure: Measure, study: Study, place: number): StudyFault[] {
  const faults: StudyFault[] = [];
  const at = (name: string) => `studies.${place}.${name}`;
  const ratio = measure === 'lnRR';
  for (const name of ['m1', 'm2'] as const) {
    within(faults, at(name), study[name], ratio ? [0, huge] : [-huge, huge], ratio);
  }
  for (const name of ['sd1', 'sd2'] as const) within(faults, at(name), study[name], [0, huge]);
  for (const name of ['n1', 'n2'] as const) {
    const value = study[name];
    within(faults, at(name), value, [1, 1e9]);
    if (value !== null && Number.isFinite(value) && !Number.isInteger(value)) {
      faults.push({ code: 'not-whole', argument: at(name), value, min: 1, max: 1e9 });
    }
  }
  const whole = complete(study);
  if (faults.length > 0 || whole === null) return faults;
  const replicates = whole.n1 + whole.n2;
  if (measure === 'SMD' && replicates < 4) {
    return [{ code: 'too-few-replicates', argument: at('n1'), value: replicates, min: 4, max: 2e9 }];
  }
  // An SMD needs the standard deviation, the others a variance above 0.
  const spread = whole.sd1 + whole.sd2;
  const { variance } = spread > 0 ? effectOf(measure, whole) : { variance: 0 };
  if (variance >= 1e-24) return [];
  return [{ code: 'no-variance', argument: at('sd1'), value: whole.sd1, min: 0, max: huge }];
}

function givenFaults(study: Study, place: number): StudyFault[] {
  const faults: StudyFault[] = [];
  const at = (name: string) => `studies.${place}.${name}`;
  for (const name of ['effect', 'low', 'high'] as const) {
    within(faults, at(name), study[name], [-huge, huge]);
  }
  for (const name of ['variance', 'standardError'] as const) {
    within(faults, at(name), study[name], [0, huge], true);
  }
  if (faults.length > 0) return faults;
  const { effect, low, high } = study;
  if (low !== null && high !== null && high <= low) {
    return [{ code: 'limits-reversed', argument: at('high'), value: high, min: low, max: huge }];
  }
  if (effect !== null && low !== null && high !== null && (effect < low || effect > high)) {
    return [{ code: 'effect-outside', argument: at('effect'), value: effect, min: low, max: high }];
  }
  return [];
}

/**
 * Exact correction of the small-sample bias of a standardised mean difference (Hedges 1981, eq. 4e):
 * J = Gamma(m/2)/(sqrt(m/2) Gamma((m - 1)/2)).
 * @param m degrees of freedom, above 1
 */
export function hedgesCorrection(m: number): number {
  if (!(m > 1)) throw new RangeError(`m is ${m}; degrees of freedom above 1 are needed`);
  return Math.exp(gammaLn(m / 2) - gammaLn((m - 1) / 2)) / Math.sqrt(m / 2);
}

/** Effect and sampling variance of two groups. */
function effectOf(measure: Measure, groups: Complete) {
  const { m1, sd1, n1, m2, sd2, n2 } = groups;
  if (measure === 'lnRR') {
    return { effect: Math.log(m1 / m2), variance: (sd1 / m1) ** 2 / n1 + (sd2 / m2) ** 2 / n2 };
  }
  if (measure === 'MD') return { effect: m1 - m2, variance: sd1 ** 2 / n1 + sd2 ** 2 / n2 };
  const m = n1 + n2 - 2;
  const pooled = Math.sqrt(((n1 - 1) * sd1 ** 2 + (n2 - 1) * sd2 ** 2) / m);
  const effect = (hedgesCorrection(m) * (m1 - m2)) / pooled;
  return { effect, variance: 1 / n1 + 1 / n2 + effect ** 2 / (2 * (n1 + n2)) };
}

/**
 * The effect of every study that has all its measure needs, and the places of those left out because something
 * was not reported.
 * @throws RangeError that names every fault of `studyFaults`
 */
export function effectSizes(
  measure: Measure,
  studies: readonly Study[],
): { readonly effects: readonly EffectSize[]; readonly leftOut: readonly number[] } {
  const faults = studyFaults(measure, studies);
  if (faults.length > 0) {
    const texts = faults.map(
      ({ code, argument, value, min, max }) => `${argument} is ${value} (${code}; ${min} to ${max})`,
    );
    throw new RangeError(texts.join('; '));
  }
  const effects = sized(measure, studies);
  const places = new Set(effects.map(({ place }) => place));
  return { effects, leftOut: [...studies.keys()].filter((place) => !places.has(place)) };
}

/** A log response ratio as a change in per cent, 100 (exp(x) - 1). */
export function percentChange(lnRR: number): number {
  return 100 * Math.expm1(lnRR);
}
