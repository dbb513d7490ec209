import { figure, label, type OutputsOf, rows } from '../output.ts';

const sum = { unit: 'g/m2', symbol: 'g C/m²', substance: 'C', digits: 4 } as const;
const net = { ...sum, signed: true } as const;
const perHectare = { unit: 't/har', symbol: 't C/ha', substance: 'C', digits: 3 } as const;
const flux = { unit: 'umol/(m2.s)', symbol: 'µmol/m²/s', substance: 'CO2', digits: 5 } as const;
const speed = { unit: 'm/s', digits: 3 } as const;
const radiation = { unit: 'W/m2', symbol: 'W/m²', digits: 4 } as const;
const share = { unit: '%', digits: 3 } as const;
const count = { unit: '1', digits: 7 } as const;
const days = { unit: 'd', digits: 5 } as const;
const kelvin = { unit: 'K', digits: 5 } as const;
const sums = {
  period: label(),
  days: figure({ ...days, symbol: '' }),
  measured: figure(share),
  nee: figure(net),
  cumulative: figure(net),
};
const closed = { shown: 'closed' } as const;
const parts = { reco: figure(sum), gpp: figure(sum) };

/** The thresholds that the sums are given for. */
export const scenarios = ['used', 'p5', 'p50', 'p95'] as const;
export type Scenario = (typeof scenarios)[number];

/** What the calculator gives; what concerns a split, an error or a threshold has no value without one. */
export const outputs = {
  nee: figure({ ...net, digits: 3 }),
  neePerHectare: figure({ ...perHectare, signed: true }),
  reco: figure({ ...sum, digits: 3, optional: true }),
  gpp: figure({ ...sum, digits: 3, optional: true }),
  randomError: figure({ ...sum, digits: 2, optional: true }),
  effectiveRecords: figure({ ...count, digits: 4, optional: true }),
  threshold: figure({ ...speed, optional: true }),
  e0: figure({ ...kelvin, optional: true }),
  firstDay: label(),
  lastDay: label(),
  days: figure(days),
  measured: figure(share),
  scenarios: rows({
    scenario: label(scenarios),
    threshold: figure(speed),
    measured: figure(share),
    nee: figure(net),
    ...parts,
    e0: figure(kelvin),
  }),
  months: rows({ ...sums, ...parts }),
  coverage: rows({
    records: label([
      ...(['all', 'measured', 'long-runs', 'ustar', 'kept'] as const),
      ...(['filled-1', 'filled-2', 'filled-3', 'open', 'night'] as const),
    ]),
    count: figure(count),
    share: figure(share),
  }),
  seasons: rows(
    {
      season: label(),
      days: figure({ ...days, symbol: '' }),
      measured: figure(share),
      filled: figure(share),
      open: figure(share),
    },
    closed,
  ),
  thresholds: rows(
    {
      of: label(['all-years', 'year', 'year-pooled', 'season', 'season-of-year']),
      name: label(),
      nights: figure(count),
      threshold: figure(speed),
      p5: figure(speed),
      p50: figure(speed),
      p95: figure(speed),
      share: figure(share),
    },
    closed,
  ),
  classes: rows(
    {
      season: label(),
      class1: figure(speed),
      class2: figure(speed),
      class3: figure(speed),
      class4: figure(speed),
      class5: figure(speed),
      class6: figure(speed),
      class7: figure(speed),
    },
    closed,
  ),
  light: rows(
    {
      from: figure(radiation),
      to: figure(radiation),
      count: figure(count),
      radiation: figure(radiation),
      nee: figure({ ...flux, digits: 3 }),
      sd: figure({ ...flux, digits: 3 }),
    },
    closed,
  ),
  columns: rows({ quantity: label(['nee', 'rg', 'tair', 'vpd', 'rh', 'ustar']), column: label() }, closed),
  daily: rows({ ...sums, lowest: figure(net), highest: figure(net), ...parts }, { shown: 'file' }),
  // named as in REddyProc, for programs that go on from here
  halfHourly: rows(
    {
      TIMESTAMP_END: label(),
      NEE_orig: figure(flux),
      NEE_f: figure(flux),
      NEE_fqc: figure(count),
      NEE_fall: figure(flux),
      NEE_fsd: figure(flux),
      NEE_fnum: figure(count),
      NEE_fmeth: figure(count),
      NEE_fwin: figure(days),
      Rg: figure(radiation),
      Tair_f: figure({ unit: 'Cel', symbol: '°C', digits: 4 }),
      PotRad: figure(radiation),
      R_ref: figure(flux),
      Reco: figure(flux),
      GPP_f: figure(flux),
    },
    { shown: 'file' },
  ),
};

export type FluxOutputs = OutputsOf<typeof outputs>;
