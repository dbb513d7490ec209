import { type Distribution, triangular } from '../distributions.ts';
import { monteCarlo, type Summary, summarise } from '../monte-carlo.ts';
import { type RangeFault, rangeFaults, refuse } from '../range-fault.ts';
import { oneAtATime, type Swing } from '../sensitivity.ts';
import { costPerTonne, presentValue } from './appraisal.ts';
import { type CostFault, costBounds, lengthFaults, seriesFaults } from './faults.ts';

/** Money and carbon of each year, from year 0, all of one length. */
export interface Project {
  /** Costs, money, from 0. */
  readonly costs: readonly number[];
  /** Income, money, from 0. */
  readonly income: readonly number[];
  /** Removal, t CO2e. */
  readonly carbon: readonly number[];
}

/** Lowest, most likely and highest value. */
export type Spread = readonly [low: number, mode: number, high: number];

/** What is not sure: three multipliers of whole series, from 0, and the discount rate as a fraction. */
export interface Spreads {
  readonly cost: Spread;
  readonly income: Spread;
  readonly carbon: Spread;
  readonly rate: Spread;
}
type Input = keyof Spreads;

export interface Spreading {
  readonly npv: Summary;
  /** Cost per tonne of discounted carbon; null where some draw removes no carbon. */
  readonly costPerTonne: Summary | null;
  /** Share of draws whose net present value is above 0. */
  readonly gaining: number;
  /** Net present value with one input at a time at its 10 and its 90 % point, the widest swing first. */
  readonly swings: readonly Swing<Input>[];
}

/** Everything that forbids a simulation. */
export function spreadFaults(project: Project, spreads: Spreads): readonly CostFault[] {
  const { costs, income, carbon } = project;
  const faults: CostFault[] = [
    ...lengthFaults({ costs, income, carbon }),
    ...seriesFaults(costs, costBounds.money, 'costs'),
    ...seriesFaults(income, costBounds.money, 'income'),
    ...seriesFaults(carbon, costBounds.carbon, 'carbon'),
  ];
  for (const input of ['cost', 'income', 'carbon', 'rate'] as const) {
    faults.push(...spreadFaultsOf(spreads[input], input));
  }
  return faults;
}

function spreadFaultsOf([low, mode, high]: Spread, input: Input): CostFault[] {
  const bounds = input === 'rate' ? costBounds.rate : costBounds.multiplier;
  const faults: RangeFault[] = rangeFaults(
    { low, mode, high },
    { low: bounds, mode: bounds, high: bounds },
    `${input}.`,
  );
  if (faults.length > 0 || (low <= mode && mode <= high)) return faults;
  return [{ code: 'out-of-order', argument: `${input}.mode`, value: mode, min: low, max: high }];
}

/** Triangular distributions of what is not sure. */
export function spreadInputs(spreads: Spreads): Readonly<Record<Input, Distribution>> {
  return {
    cost: triangular(...spreads.cost),
    income: triangular(...spreads.income),
    carbon: triangular(...spreads.carbon),
    rate: triangular(...spreads.rate),
  };
}

/** Net present value and discounted removal for drawn multipliers and rate. */
export function drawnWorth(
  { costs, income, carbon }: Project,
  x: Readonly<Record<Input, number>>,
): { npv: number; tonnes: number } {
  const npv = x.income * presentValue(income, x.rate) - x.cost * presentValue(costs, x.rate);
  return { npv, tonnes: x.carbon * presentValue(carbon, x.rate) };
}

/**
 * Spread of net present value and cost per tonne from triangular distributions of costs, income, removal and rate,
 * all independent of one another.
 * @param options draws 2 to 10 million; the seed, which makes a result repeatable, from 0
 * @throws RangeError for inputs outside their range
 */
export function simulate(
  project: Project,
  spreads: Spreads,
  options: { readonly draws: number; readonly seed: number },
): Spreading {
  refuse(spreadFaults(project, spreads));
  const inputs = spreadInputs(spreads);
  const npvOf = (x: Readonly<Record<Input, number>>) => drawnWorth(project, x).npv;
  const { npv, tonnes } = monteCarlo(inputs, (x) => drawnWorth(project, x), options);
  const limits = (input: Input) => [inputs[input].quantile(0.1), inputs[input].quantile(0.9)] as const;
  const base = {
    cost: spreads.cost[1],
    income: spreads.income[1],
    carbon: spreads.carbon[1],
    rate: spreads.rate[1],
  };
  return {
    npv: summarise(npv),
    costPerTonne: summariseCosts(npv, tonnes),
    gaining: npv.reduce((count, one) => count + (one > 0 ? 1 : 0), 0) / npv.length,
    swings: oneAtATime(npvOf, base, {
      cost: limits('cost'),
      income: limits('income'),
      rate: limits('rate'),
    }),
  };
}

/** Cost per tonne of each draw; null where a draw has none, for a spread of the rest would be too good. */
function summariseCosts(npv: Float64Array, tonnes: Float64Array): Summary | null {
  const costs = new Float64Array(npv.length);
  for (const [index, value] of npv.entries()) {
    const cost = costPerTonne(value, tonnes[index] ?? 0);
    if (cost === null) return null;
    costs[index] = cost;
  }
  return summarise(costs);
}
