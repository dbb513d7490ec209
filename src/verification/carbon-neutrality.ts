import { defaultSaturationYears } from '../science/neutrality/domain.ts';
import { emissionYears, type Pathway } from '../science/neutrality/pathway.ts';
import {
  type PooledBase,
  type PooledRatio,
  rateOfRatio,
  ratioDistribution,
} from '../science/neutrality/pooled.ts';
import { type CoursePoint, type Plan, removalCourse } from '../science/neutrality/removal.ts';
import type { RateUptake } from '../science/neutrality/uptake.ts';
import { gwpOf } from '../science/units-gwp/gwp.ts';
import { defaultGwpSet } from '../science/units-gwp/gwp-sets.ts';
import { co2PerC } from '../science/units-gwp/substance.ts';
import { numberAt, numbersAt, objectAt, objectsAt, optionalNumberAt } from './json-inputs.ts';
import type { JsonObject, Verifier } from './verifier.ts';

export default {
  calculator: 'carbon-neutrality',
  operations: { published, course, pathway, pooled },
  references: [
    'Published removals, computed again from the areas and rates that their abstracts or tables state: Russia (2010; Kurganova et al. 2014), the world (Bastin et al. 2019; Taylor and Marconi 2019, Table 1), the United States (Gebhart et al. on the Conservation Reserve Program; Nave et al. 2018).',
    'Sums over areas and years worked by hand.',
  ],
  notVerified: [
    'No other program was run: none was found that has the same terms.',
    'That lost land begins anew, and the exponential form of saturation, are choices of the portal.',
    'Emission pathways are straight lines; they are compared with nothing.',
  ],
} as const satisfies Verifier;

/** Years after which a gain is reached; any number gives the same. */
const settled = defaultSaturationYears;

const bare: Omit<Plan, 'area' | 'years'> = {
  ...{ rampYears: 1, disturbance: 0, afterLoss: 'regrows', leakage: 0, buffer: 0, ch4: 0, n2o: 0 },
};

/** Carbon of a published estimate: areas with a yearly rate, or with the whole gain of a mature stand. */
function published(inputs: JsonObject) {
  const years = optionalNumberAt(inputs, 'years') ?? settled;
  const parts = objectsAt(inputs, 'parts');
  const sumOf = (uptakeOf: (part: JsonObject) => RateUptake) =>
    parts.reduce((sum, part) => {
      const area = numberAt(part, 'mha') * 1e6;
      return sum + carbonOf({ ...bare, area, years }, uptakeOf(part));
    }, 0);
  const sum = sumOf((part) => {
    const gain = optionalNumberAt(part, 'gain');
    return gain === null
      ? { kind: 'none', rate: numberAt(part, 'rate'), saturationYears: settled }
      : { kind: 'linear', rate: gain / settled, saturationYears: settled };
  });
  const sd = optionalNumberAt(inputs, 'rate_sd');
  const spread = sd === null ? null : sumOf(() => ({ kind: 'none', rate: sd, saturationYears: settled }));
  return {
    annual_mt_c: sum / years / 1e6,
    annual_sd_mt_c: spread === null ? null : spread / years / 1e6,
    sum_gt_c: sum / 1e9,
    final_gt_c: sum / 1e9,
  };
}

/** t C that stand in the last year of a plan. */
function carbonOf(plan: Plan, uptake: RateUptake): number {
  return (removalCourse(plan, uptake, gwpOf(defaultGwpSet)).at(-1)?.net ?? Number.NaN) / co2PerC;
}

// The cases of the following are ours: their objects have the keys of the types.

function course(inputs: JsonObject) {
  const plan = objectAt(inputs, 'plan') as unknown as Plan;
  const uptake = objectAt(inputs, 'uptake') as unknown as RateUptake;
  const points = removalCourse(plan, uptake, gwpOf(defaultGwpSet));
  const at = numbersAt(inputs, 'at').flatMap((year) => points[year] ?? []);
  const column = (name: keyof CoursePoint) => at.map((point) => point[name]);
  return {
    ...{ net: column('net'), area: column('area'), uptake: column('uptake'), lost: column('lost') },
    ...{ leaked: column('leaked'), setAside: column('setAside'), otherGases: column('otherGases') },
  };
}

function pathway(inputs: JsonObject) {
  const years = emissionYears(
    objectAt(inputs, 'pathway') as unknown as Pathway,
    numberAt(inputs, 'start'),
    numberAt(inputs, 'years'),
  );
  return { emitted: years.at(-1)?.emitted ?? null, last: years.at(-1)?.emission ?? null };
}

function pooled(inputs: JsonObject) {
  const ratio = objectAt(inputs, 'ratio') as unknown as PooledRatio;
  const base = objectAt(inputs, 'base') as unknown as PooledBase;
  return {
    rate: rateOfRatio(ratio.estimate, base),
    log_high_mean: ratioDistribution(ratio, 'mean').quantile(0.975),
    log_high_site: ratioDistribution(ratio, 'next-site').quantile(0.975),
  };
}
