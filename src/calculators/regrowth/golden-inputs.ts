import type { GoldenInput } from '../golden-input.ts';

type Numbers = readonly number[] | undefined;

/** What is read of a reference case of `golden/regrowth`. */
interface GoldenCase {
  readonly id: string;
  readonly operation: string;
  readonly inputs: {
    readonly A?: number | undefined;
    readonly k?: number | undefined;
    readonly p?: number | undefined;
    readonly ages_yr?: Numbers;
    readonly age_yr?: Numbers;
    readonly agb_t_ha?: Numbers;
    readonly fixed_p?: number | null | undefined;
    readonly predict_ages_yr?: Numbers;
    readonly growth_up_to_20?: number | undefined;
    readonly growth_over_20?: number | undefined;
    readonly agb_cap?: number | undefined;
    readonly root_shoot_below?: number | undefined;
    readonly root_shoot_above?: number | undefined;
  };
  readonly expected: {
    readonly A?: number | undefined;
    readonly k?: number | undefined;
    readonly p?: number | undefined;
    readonly stock?: Numbers;
    readonly age_of_max_increment?: number | null | undefined;
    readonly age_of_max_mean_increment?: number | null | undefined;
    readonly age_at_90_percent?: number | undefined;
    /** Of A, k and, where it is free, p. */
    readonly se?: Numbers;
    readonly residual_se?: number | undefined;
    readonly predicted?: Numbers;
    readonly co2_t_ha?: Numbers;
  };
}

/** Age at which a reference case is entered, years. */
const age = 50;

/** The reference cases as a reader would enter them; for tests only. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.map((one) => {
    if (one.operation === 'evaluate') return ofCurve(one);
    return one.operation === 'fit' ? ofFit(one) : ofRates(one);
  });
}

function ofCurve({ id, inputs, expected }: GoldenCase): GoldenInput {
  const { A: asymptote, k: rate, p: shape } = inputs;
  return {
    case: id,
    raw: { method: 'curve', asymptote, rate, shape, years: age },
    expected: numbersOf({
      agb: at(expected.stock, inputs.ages_yr, age),
      ageOfLargestIncrement: expected.age_of_max_increment,
      ageOfLargestMeanIncrement: expected.age_of_max_mean_increment,
      ageAt90Percent: expected.age_at_90_percent,
    }),
  };
}

/** Parameters are expected only where the plots show the asymptote: otherwise they trade off. */
function ofFit({ id, inputs, expected }: GoldenCase): GoldenInput {
  const { A, k, p, se = [] } = expected;
  const isKnown = (se[0] ?? Infinity) <= (A ?? 0);
  const plots = inputs.age_yr?.map((years, index) => ({ age: years, stock: inputs.agb_t_ha?.[index] }));
  return {
    case: id,
    raw: { method: 'fit', plots, heldShape: inputs.fixed_p ?? '', years: 20 },
    expected: numbersOf({
      agb: at(expected.predicted, inputs.predict_ages_yr, 20),
      ...(isKnown ? { fittedAsymptote: A, fittedRate: k, fittedShape: p } : {}),
      residualError: expected.residual_se,
    }),
  };
}

/** The reference takes 3.67 for 44/12: its CO2 is brought to 44/12 here. */
function ofRates({ id, inputs, expected }: GoldenCase): GoldenInput {
  const { growth_up_to_20: ownYoung, growth_over_20: ownOld, agb_cap: ownCap } = inputs;
  const agb = Math.min(ownCap ?? Infinity, 20 * (ownYoung ?? 0) + (age - 20) * (ownOld ?? 0));
  const rootRatio = agb > 125 ? inputs.root_shoot_above : inputs.root_shoot_below;
  const co2 = at(expected.co2_t_ha, inputs.ages_yr, age) ?? Number.NaN;
  return {
    case: id,
    raw: { ownYoung, ownOld, ownCap, belowGround: 'ratio', rootRatio, years: age },
    expected: { co2: (co2 * 44) / 12 / 3.67 },
  };
}

function at(numbers: Numbers, ages: Numbers, wanted: number): number | undefined {
  return numbers?.[ages?.indexOf(wanted) ?? -1];
}

function numbersOf(all: Readonly<Record<string, number | null | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  );
}
