/** What a column of a flux file can hold. */
export type Quantity = 'nee' | 'rg' | 'tair' | 'vpd' | 'rh' | 'ustar';

/** A name that files use, with what follows from it. */
export interface KnownName {
  readonly name: string;
  /** The values were filtered and filled by others: only those with quality 0 in `<name>_QC` are measured. */
  readonly filled?: true;
  /** The turbulent flux alone: what is stored below the sensor is not in it. */
  readonly noStorage?: true;
  /** The network fixes the unit: hPa for VPD. */
  readonly fixedUnit?: true;
}

/**
 * Names of each quantity, the first that a file has is read. FLUXNET2015 and ICOS (Pastorello et al. 2020, Sci.
 * Data 7:225), AmeriFlux FP-In, EddyPro full output, REddyProc. Positions as `_1_1_1` are left out of
 * account; upper and lower case are the same.
 */
export const columnNames: Readonly<Record<Quantity, readonly KnownName[]>> = {
  nee: [
    { name: 'NEE' },
    { name: 'NEE_PI' },
    { name: 'FC', noStorage: true },
    { name: 'CO2_FLUX', noStorage: true },
    { name: 'NEE_VUT_REF', filled: true },
    { name: 'NEE_CUT_REF', filled: true },
    { name: 'NEE_VUT_USTAR50', filled: true },
    { name: 'NEE_CUT_USTAR50', filled: true },
  ],
  rg: [
    { name: 'RG' },
    { name: 'SW_IN' },
    { name: 'SWIN' },
    { name: 'SW_IN_PI' },
    { name: 'SW_IN_F_MDS', filled: true },
    { name: 'SW_IN_F', filled: true },
  ],
  tair: [
    { name: 'TAIR' },
    { name: 'TA' },
    { name: 'TA_EP' },
    { name: 'TA_PI' },
    { name: 'AIR_TEMPERATURE' },
    { name: 'TA_F_MDS', filled: true },
    { name: 'TA_F', filled: true },
  ],
  vpd: [
    { name: 'VPD' },
    { name: 'VPD_EP', fixedUnit: true },
    { name: 'VPD_PI', fixedUnit: true },
    { name: 'VPD_F_MDS', filled: true, fixedUnit: true },
    { name: 'VPD_F', filled: true, fixedUnit: true },
  ],
  rh: [{ name: 'RH' }, { name: 'RH_EP' }, { name: 'RH_PI' }],
  ustar: [{ name: 'USTAR' }, { name: 'U*' }, { name: 'UST' }],
};

/** Names of the time of a record, and which end of it they mean; the first that a file has is read. */
export const timeNames = [
  { name: 'TIMESTAMP_END', means: 'end' },
  { name: 'TIMESTAMP_START', means: 'start' },
  // Loggers and REddyProc stamp the end.
  { name: 'TIMESTAMP', means: 'end' },
  { name: 'DATETIME', means: 'end' },
  { name: 'DATE_TIME', means: 'end' },
] as const;

/** A header as written, its name without unit and position, and the unit in it. */
export interface Header {
  readonly written: string;
  readonly name: string;
  readonly unit: string | null;
}

/** Reads a header such as `VPD_1_1_1`, `"Tair"` or `VPD (kPa)`. */
export function readHeader(cell: string): Header {
  const written = cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const bracket = /^(?<name>.*?)\s*[([](?<unit>[^)\]]*)[)\]]\s*$/.exec(written)?.groups;
  const name = (bracket?.['name'] ?? written)
    .trim()
    .toUpperCase()
    .replace(/[\s.]+/g, '_')
    .replace(/_\d+_\d+_\d+$/, '');
  return { written, name, unit: bracket?.['unit']?.trim() || null };
}

/** How a value in a unit becomes one in the unit of the quantity: value · factor + offset. */
export interface Conversion {
  readonly factor: number;
  readonly offset: number;
}

const asItIs: Conversion = { factor: 1, offset: 0 };

const conversions: Readonly<Partial<Record<Quantity, Readonly<Record<string, Conversion>>>>> = {
  vpd: {
    hpa: asItIs,
    mbar: asItIs,
    kpa: { factor: 10, offset: 0 },
    pa: { factor: 0.01, offset: 0 },
  },
  tair: {
    c: asItIs,
    degc: asItIs,
    k: { factor: 1, offset: -273.15 },
    degk: { factor: 1, offset: -273.15 },
  },
  rh: { '%': asItIs, percent: asItIs },
};

/** Units of fluxes that stand in files and are not µmol m-2 s-1. */
const otherFluxes = /^(?:mg|g|kg|mmol|nmol|mol)/;

/**
 * The conversion of a unit as files write it; null for one that is not known. A unit that says nothing, or that
 * belongs to a quantity with one usual unit, is taken as it is.
 */
export function conversionOf(quantity: Quantity, unit: string | null): Conversion | null {
  const plain = (unit ?? '').toLowerCase().replace(/[\s[\]()^+.*_°º"]/g, '');
  if (plain === '' || plain === '-' || plain === '--') return asItIs;
  if (quantity === 'nee') return otherFluxes.test(plain) ? null : asItIs;
  const known = conversions[quantity];
  return known === undefined ? asItIs : (known[plain] ?? null);
}
