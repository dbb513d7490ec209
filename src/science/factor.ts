/** How far a published factor may be off, as its source says it; null limits were not printed. */
export type FactorError =
  /** Limits that hold the true mean in `level` of all cases (0.95 for 95 %), in the unit of the factor. */
  | {
      readonly kind: 'interval';
      readonly low: number | null;
      readonly high: number | null;
      readonly level: number;
    }
  /** Limits of the values seen, without a probability. */
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  /** Half-width in per cent of the value that holds the truth in `level` of all cases. */
  | { readonly kind: 'percent'; readonly halfWidth: number; readonly level: number }
  /** Standard deviation in the unit of the factor. */
  | { readonly kind: 'sd'; readonly sd: number }
  /** Standard error of the mean in the unit of the factor. */
  | { readonly kind: 'se'; readonly se: number };

/**
 * Whether somebody read the number where it stands. What is `unconfirmed` never serves as a default:
 * it is shown as what it is, and a reader may type it in as an own value.
 */
export type FactorStatus = 'seen' | 'unconfirmed';

/** One published number. */
export interface Factor {
  readonly value: number;
  /** UCUM code; `1` for a plain ratio. */
  readonly unit: string;
  /** What a mass is a mass of: `C`, `CO2`, `CH4`, `N2O-N`, `dry matter`… */
  readonly substance: string | null;
  /** null where none was published. */
  readonly error: FactorError | null;
  /** Key in the sources of its table. */
  readonly source: string;
  /** Table, equation or page in that source. */
  readonly place: string;
  /** Where it holds: zone, years, depth, range of an input; null where nothing limits it. */
  readonly validity: string | null;
  readonly status: FactorStatus;
  /** Text or code in which the number was read, where it is not the source itself. */
  readonly seenIn: string | null;
  readonly note?: string;
}

export interface FactorSource {
  readonly citation: string;
  /** DOI address where there is one. */
  readonly url: string;
}

/** Factors that belong together, as one version of one set. */
export interface FactorTable<Key extends string = string> {
  readonly id: string;
  readonly title: string;
  /** Version of the set as we hold it; it changes with any number in it. */
  readonly version: string;
  readonly sources: Readonly<Record<string, FactorSource>>;
  readonly factors: Readonly<Record<Key, Factor>>;
}
