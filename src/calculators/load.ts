import { type Calculator, type Definition, withParts } from './define.ts';

/** One line a calculator; each becomes a file of its own in the browser. */
const calculators = {
  'eddy-covariance': () => import('./eddy-covariance/calculator.ts'),
  'ipcc-soc-tier1': () => import('./ipcc-soc-tier1/calculator.ts'),
  'carbon-neutrality': () => import('./carbon-neutrality/calculator.ts'),
  'recovery-wheel': () => import('./recovery-wheel/calculator.ts'),
  'restoration-cost': () => import('./restoration-cost/calculator.ts'),
  rothc: () => import('./rothc/calculator.ts'),
  'sdg-15-3-1': () => import('./sdg-15-3-1/calculator.ts'),
  regrowth: () => import('./regrowth/calculator.ts'),
  'tree-biomass': () => import('./tree-biomass/calculator.ts'),
  'soc-stock': () => import('./soc-stock/calculator.ts'),
  'units-gwp': () => import('./units-gwp/calculator.ts'),
  yasso15: () => import('./yasso15/calculator.ts'),
  peatland: () => import('./peatland/calculator.ts'),
  'blue-carbon': () => import('./blue-carbon/calculator.ts'),
  sampling: () => import('./sampling/calculator.ts'),
  'meta-analysis': () => import('./meta-analysis/calculator.ts'),
} satisfies Readonly<Record<string, () => Promise<{ readonly default: Definition }>>>;

export type CalculatorId = keyof typeof calculators;

export function isCalculatorId(id: string): id is CalculatorId {
  return Object.hasOwn(calculators, id);
}

/** Every calculator there is. */
export const calculatorIds: readonly CalculatorId[] = Object.keys(calculators).filter(isCalculatorId);

/** What a page needs of a calculator before it computes; its parts come when they are used. */
export async function loadDefinition(id: CalculatorId): Promise<Definition> {
  return (await calculators[id]()).default;
}

/** A calculator by its id, with all its parts. */
export async function loadCalculator(id: CalculatorId): Promise<Calculator> {
  return withParts(await loadDefinition(id));
}
