import { stampOf } from '../../science/eddy-covariance/calendar.ts';
import { type FluxResult, isPartitioned } from '../../science/eddy-covariance/chain.ts';
import { notFilled } from '../../science/eddy-covariance/gap-filling.ts';
import { minutesPerStep } from '../../science/eddy-covariance/series.ts';

const orNull = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

/** Every record: measured, filled, estimated, partitioned. */
export function halfHourRows({ prefiltered, outcome, tair, potential }: FluxResult) {
  const { kept, nee, partition } = outcome;
  const found = isPartitioned(partition) ? partition : null;
  const step = minutesPerStep(prefiltered.stepsPerDay);
  return Array.from(kept, (value, i) => {
    const isEstimated = nee.method[i] !== 0;
    const quality = nee.quality[i];
    return {
      TIMESTAMP_END: String(stampOf(prefiltered.firstEnd + i * step)),
      NEE_orig: orNull(value),
      NEE_f: orNull(nee.value[i]),
      NEE_fqc: quality === notFilled ? null : orNull(quality),
      NEE_fall: orNull(nee.estimate[i]),
      NEE_fsd: orNull(nee.sd[i]),
      NEE_fnum: isEstimated ? orNull(nee.count[i]) : null,
      NEE_fmeth: isEstimated ? orNull(nee.method[i]) : null,
      NEE_fwin: isEstimated ? orNull(nee.window[i]) : null,
      Rg: orNull(prefiltered.rg?.[i]),
      Tair_f: orNull(tair?.value[i]),
      PotRad: orNull(potential?.[i]),
      R_ref: orNull(found?.rref[i]),
      Reco: orNull(found?.reco[i]),
      GPP_f: orNull(found?.gpp[i]),
    };
  });
}
