import { appraise, costPerTonne, presentValue } from '../../science/restoration-cost/appraisal.ts';
import { credit } from '../../science/restoration-cost/credits.ts';
import { yearByYear } from '../../science/restoration-cost/schedule.ts';
import { simulate } from '../../science/restoration-cost/uncertainty.ts';
import type { Estimate } from '../output.ts';
import type { CostInputs } from './fields.ts';
import { isUnsure, rulesOf, spreadsOf } from './inputs.ts';
import type { CostOutputs } from './outputs.ts';

/** The limits of the interval are the 5 and 95 % points of the draws. */
const level = 0.9;

/** Everything that is computed, and what warnings are read from. */
export function assess(inputs: CostInputs) {
  const project = yearByYear(inputs.periods);
  const { costs, income, carbon } = project;
  const rate = inputs.discountRate / 100;
  const flow = costs.map((cost, year) => (income[year] ?? 0) - cost);
  const appraisal = appraise(flow, carbon, rate);
  const spreads = spreadsOf(inputs);
  const spreading = isUnsure(spreads) ? simulate(project, spreads, inputs) : null;
  const { npv } = appraisal;
  const outputs: CostOutputs = {
    costPerTonne: within(appraisal.costPerDiscountedTonne, spreading?.costPerTonne ?? null),
    costPerPlainTonne: { value: appraisal.costPerTonne },
    npv: within(npv, spreading?.npv ?? null),
    npvArea: { value: npv * inputs.area },
    gaining: { value: spreading === null ? null : spreading.gaining * 100 },
    annuity: { value: appraisal.annuity },
    irr: { value: appraisal.irr === null ? null : appraisal.irr * 100 },
    payback: { value: appraisal.payback },
    discountedCarbon: { value: appraisal.discountedCarbon },
    carbon: { value: appraisal.carbon },
    ...creditsOf(inputs, carbon, npv),
    years: yearsOf({ costs, income, flow, carbon }, rate),
    swings: (spreading?.swings ?? []).flatMap(({ input, low, high, atLow, atHigh }) =>
      low < high ? [{ input, low: low * 100, high: high * 100, npvAtLow: atLow, npvAtHigh: atHigh }] : [],
    ),
  };
  return { outputs, appraisal, carbon };
}

/** Credits and their price; without a programme that takes something off both say nothing new. */
function creditsOf(
  inputs: CostInputs,
  carbon: readonly number[],
  npv: number,
): Pick<CostOutputs, 'issued' | 'breakEvenPrice'> {
  const rules = rulesOf(inputs);
  if (rules === null) return { issued: { value: null }, breakEvenPrice: { value: null } };
  const issued = carbon.map((gross) => credit(gross, rules).issued);
  return {
    issued: { value: issued.reduce((sum, tonnes) => sum + tonnes, 0) },
    breakEvenPrice: { value: costPerTonne(npv, presentValue(issued, inputs.discountRate / 100)) },
  };
}

interface Series {
  readonly costs: readonly number[];
  readonly income: readonly number[];
  readonly flow: readonly number[];
  readonly carbon: readonly number[];
}

function yearsOf({ costs, income, flow, carbon }: Series, rate: number): CostOutputs['years'] {
  let [cumulative, cumulativeDiscounted] = [0, 0];
  return flow.map((net, year) => {
    const factor = (1 + rate) ** -year;
    const discounted = net * factor;
    cumulative += net;
    cumulativeDiscounted += discounted;
    return {
      year,
      cost: costs[year] ?? null,
      income: income[year] ?? null,
      net,
      cumulative,
      discounted,
      cumulativeDiscounted,
      carbon: carbon[year] ?? null,
      discountedCarbon: (carbon[year] ?? 0) * factor,
    };
  });
}

/** A value with the limits that hold 90 % of the draws. */
function within(
  value: number | null,
  summary: { readonly p5: number; readonly p95: number } | null,
): Estimate {
  return summary === null ? { value } : { value, low: summary.p5, high: summary.p95, level };
}
