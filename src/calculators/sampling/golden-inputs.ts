import type { GoldenInput } from '../golden-input.ts';

type Numbers = number | readonly number[] | null | undefined;

/** What is read of a reference case of `golden/sampling`. */
interface GoldenCase {
  readonly id: string;
  readonly operation: string;
  readonly inputs: {
    readonly stratum_area_ha?: Numbers;
    readonly stratum_sd?: Numbers;
    readonly plot_area_ha?: number | undefined;
    readonly margin_of_error?: number | undefined;
    readonly confidence?: number | undefined;
    readonly t_value?: number | undefined;
    readonly cost_per_plot?: Numbers;
    readonly variance?: number | undefined;
    readonly N_possible_plots?: number | null | undefined;
    readonly N_possible_plots_by_stratum?: readonly number[] | undefined;
    readonly n_total?: number | undefined;
    readonly minimum_per_stratum?: Numbers;
  };
  readonly expected: {
    readonly n_total_unrounded?: number | undefined;
    readonly N_possible_plots?: number | undefined;
    readonly n_unrounded?: Numbers;
    readonly se_mean_integer?: number | undefined;
  };
}

/** Two-sided quantiles of the normal distribution at 90 and 95 %; other values of t have no field. */
const normalQuantiles = [1.64485362695147, 1.95996398454005];

/**
 * The reference cases as a reader would enter them; for tests only. Left out: quantiles that are no normal ones,
 * areas without limit, and the case in coefficients of variation, whose correction for small areas is another.
 */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap((one) => {
    if (one.operation === 'stratified') return ofStrata(one);
    if (one.operation === 'simple-random') return ofSimpleSample(one);
    return one.operation === 'neyman' ? [ofTotal(one)] : [];
  });
}

function ofStrata({ id, inputs, expected }: GoldenCase): readonly GoldenInput[] {
  if (!normalQuantiles.includes(inputs.t_value ?? Number.NaN)) return [];
  const [areas, sds, costs] = [inputs.stratum_area_ha, inputs.stratum_sd, inputs.cost_per_plot].map(listOf);
  return [
    {
      case: id,
      raw: {
        ...{ goal: 'margin', margin: inputs.margin_of_error, quantile: 'normal' },
        ...{ confidence: percent(inputs.confidence), plotArea: inputs.plot_area_ha },
        strata: areas?.map((area, i) => ({ area, sd: sds?.[i], cost: costs?.[i] ?? '' })),
      },
      expected: {
        formulaTotal: expected.n_total_unrounded ?? Number.NaN,
        possible: expected.N_possible_plots ?? Number.NaN,
      },
    },
  ];
}

/** One stratum, its area that of the plots that fit. */
function ofSimpleSample({ id, inputs, expected }: GoldenCase): readonly GoldenInput[] {
  if (!inputs.N_possible_plots) return [];
  const area = inputs.N_possible_plots / 10;
  return [
    {
      case: id,
      raw: {
        ...{ goal: 'margin', margin: inputs.margin_of_error, quantile: 'normal' },
        ...{ confidence: percent(inputs.confidence), plotArea: 0.1 },
        strata: [{ area, sd: Math.sqrt(inputs.variance ?? Number.NaN) }],
      },
      expected: { formulaTotal: listOf(expected.n_unrounded)[0] ?? Number.NaN, possible: 10 * area },
    },
  ];
}

function ofTotal({ id, inputs, expected }: GoldenCase): GoldenInput {
  const sds = listOf(inputs.stratum_sd);
  return {
    case: id,
    raw: {
      ...{ goal: 'total', total: inputs.n_total, margin: '', plotArea: 0.1 },
      minimum: listOf(inputs.minimum_per_stratum)[0] ?? 1,
      strata: inputs.N_possible_plots_by_stratum?.map((plots, i) => ({ area: plots / 10, sd: sds[i] })),
    },
    expected: {
      n: inputs.n_total ?? Number.NaN,
      standardError: expected.se_mean_integer ?? Number.NaN,
    },
  };
}

function listOf(numbers: Numbers): readonly number[] {
  return [numbers ?? []].flat();
}

/** A share as it is typed in percent. */
function percent(share: number | undefined): number {
  return Number((100 * (share ?? Number.NaN)).toPrecision(12));
}
