import type { RawInputs } from '../fields.ts';
import type { GoldenInput } from '../golden-input.ts';

/** What is read of a reference case of `golden/eddy-covariance`. */
interface GoldenCase {
  readonly id: string;
  readonly inputs: {
    readonly csv: string;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly utc_offset_h: number | null;
    readonly remove_long_runs: boolean;
    readonly ustar: string;
    readonly ustar_fixed_threshold: number | null;
    readonly mds_method: string;
    readonly partition: string;
    readonly e0_min_temperature_range_K: number;
  };
  readonly expected: {
    readonly n_records: number;
    readonly counts_fqc: Readonly<Record<string, number>>;
    readonly nee_f_sum_gC: number | null;
    readonly ustar_threshold_used?: number;
    readonly E_0?: number;
    readonly Reco_sum_gC?: number;
    readonly GPP_sum_gC?: number;
  };
}

/** The reference cases as a reader would enter them; for tests only. `readCsv` gives the text of their files. */
export function goldenInputs(
  cases: readonly GoldenCase[],
  readCsv: (name: string) => string,
): readonly GoldenInput[] {
  return cases.map((one) => ({
    case: one.id,
    raw: rawOf(one.inputs, readCsv(one.inputs.csv)),
    expected: known({
      nee: one.expected.nee_f_sum_gC,
      measured: (100 * (one.expected.counts_fqc['0'] ?? Number.NaN)) / one.expected.n_records,
      threshold: one.expected.ustar_threshold_used,
      e0: one.expected.E_0,
      reco: one.expected.Reco_sum_gC,
      gpp: one.expected.GPP_sum_gC,
    }),
  }));
}

function rawOf(inputs: GoldenCase['inputs'], data: string): RawInputs {
  const given = known({
    latitude: inputs.latitude,
    longitude: inputs.longitude,
    utcOffset: inputs.utc_offset_h,
    threshold: inputs.ustar_fixed_threshold,
  });
  return {
    data,
    ...given,
    ustar: inputs.ustar,
    longRuns: inputs.remove_long_runs ? 'remove' : 'keep',
    method: inputs.mds_method,
    partition: inputs.partition === 'none' ? 'none' : 'night',
    leastRange: inputs.e0_min_temperature_range_K,
  };
}

function known(
  values: Readonly<Record<string, number | null | undefined>>,
): Readonly<Record<string, number>> {
  const entries = Object.entries(values).flatMap(([name, value]): [string, number][] =>
    value === null || value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries(entries);
}
