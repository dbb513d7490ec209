import { appraise } from '../science/restoration-cost/appraisal.ts';
import { numberAt, numbersAt } from './json-inputs.ts';
import type { JsonObject, Verifier } from './verifier.ts';

export default {
  calculator: 'restoration-cost',
  operations: { appraisal },
  references: [
    'npm package financial 0.2.4 (port of numpy-financial): npv, irr, pmt',
    'numpy-financial manual: printed examples of npv (3065.22) and irr (0.28095)',
  ],
  notVerified: [
    'The spread from triangular distributions and the tornado chart: checked against arithmetic and their own coverage.',
    'The deductions of credits: arithmetic, each programme has its own.',
    'The annuity at a rate of 0: the reference gives none; the portal shows its limit, the present value per year.',
  ],
} as const satisfies Verifier;

function appraisal(inputs: JsonObject) {
  const rate = numberAt(inputs, 'discount_rate');
  const flow = numbersAt(inputs, 'net_cash_flow_by_year');
  const given = numbersAt(inputs, 'tco2e_removed_by_year');
  const result = appraise(flow, given.length === 0 ? flow.map(() => 0) : given, rate);
  return {
    npv: result.npv,
    irr: result.irr,
    payback_year_undiscounted: result.payback,
    pv_tco2e: result.discountedCarbon,
    sum_tco2e: result.carbon,
    cost_per_tco2e_discounted_carbon: result.costPerDiscountedTonne,
    cost_per_tco2e_undiscounted_carbon: result.costPerTonne,
    // The closed form of the reference is 0 / 0 at a rate of 0, and it gives no value there.
    equivalent_annual: rate === 0 ? null : result.annuity,
  };
}
