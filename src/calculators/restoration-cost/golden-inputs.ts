import type { GoldenInput } from '../golden-input.ts';

/** A case of golden/restoration-cost/cases.json: net money and removal of each year. */
export interface GoldenCase {
  readonly id: string;
  readonly inputs: {
    readonly discount_rate: number;
    readonly net_cash_flow_by_year: readonly number[];
    readonly tco2e_removed_by_year: readonly number[];
  };
  readonly expected: {
    readonly npv: number;
    readonly irr: number | null;
    readonly payback_year_undiscounted: number | null;
    readonly pv_tco2e: number;
    readonly sum_tco2e: number;
    readonly cost_per_tco2e_discounted_carbon: number | null;
    readonly cost_per_tco2e_undiscounted_carbon: number | null;
    readonly equivalent_annual: number | null;
  };
}

/** A case has no ranges. */
const sure = Object.fromEntries(
  ['cost', 'carbon', 'income', 'rate'].flatMap((name) => [
    [`${name}Low`, ''],
    [`${name}High`, ''],
  ]),
);

/** Golden cases as they are typed into the form, like years in one row; what the reference leaves open is not expected. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.map(({ id, inputs, expected }) => ({
    case: id,
    raw: {
      ...sure,
      discountRate: String(Number((inputs.discount_rate * 100).toPrecision(12))),
      periods: periodsOf(inputs),
    },
    expected: numbersOf({
      costPerTonne: expected.cost_per_tco2e_discounted_carbon,
      costPerPlainTonne: expected.cost_per_tco2e_undiscounted_carbon,
      npv: expected.npv,
      annuity: expected.equivalent_annual,
      irr: expected.irr === null ? null : expected.irr * 100,
      payback: expected.payback_year_undiscounted,
      discountedCarbon: expected.pv_tco2e,
      carbon: expected.sum_tco2e,
    }),
  }));
}

interface PeriodTexts {
  readonly from: string;
  readonly to: string;
  readonly cost: string;
  readonly income: string;
  readonly carbon: string;
}

function periodsOf({ net_cash_flow_by_year: flow, tco2e_removed_by_year: removed }: GoldenCase['inputs']) {
  const periods: PeriodTexts[] = [];
  for (const [year, net] of flow.entries()) {
    const [cost, income] = [String(Math.max(0, -net)), String(Math.max(0, net))];
    const carbon = String(removed[year] ?? 0);
    const last = periods.at(-1);
    const goesOn = last?.cost === cost && last.income === income && last.carbon === carbon;
    if (goesOn) periods.pop();
    const from = goesOn ? last.from : String(year);
    periods.push({ from, to: String(year), cost, income, carbon });
  }
  return periods;
}

function numbersOf(all: Readonly<Record<string, number | null>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
