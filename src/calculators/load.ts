import type { Calculator } from './define.ts';

/** One line a calculator; each becomes a file of its own in the browser. */
const calculators = {
  'soc-stock': () => import('./soc-stock/calculator.ts'),
} satisfies Readonly<Record<string, () => Promise<{ readonly default: Calculator }>>>;

export type CalculatorId = keyof typeof calculators;

export function isCalculatorId(id: string): id is CalculatorId {
  return Object.hasOwn(calculators, id);
}

/** Every calculator there is. */
export const calculatorIds: readonly CalculatorId[] = Object.keys(calculators).filter(isCalculatorId);

/** A calculator by its id. */
export async function loadCalculator(id: CalculatorId): Promise<Calculator> {
  return (await calculators[id]()).default;
}
