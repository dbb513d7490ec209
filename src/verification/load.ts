import type { Verifier } from './verifier.ts';

/** One line a calculator. */
const verifiers = {
  'blue-carbon': () => import('./blue-carbon.ts'),
  'carbon-neutrality': () => import('./carbon-neutrality.ts'),
  'eddy-covariance': () => import('./eddy-covariance.ts'),
  'ipcc-soc-tier1': () => import('./ipcc-soc-tier1.ts'),
  'meta-analysis': () => import('./meta-analysis.ts'),
  peatland: () => import('./peatland.ts'),
  'recovery-wheel': () => import('./recovery-wheel.ts'),
  regrowth: () => import('./regrowth.ts'),
  'restoration-cost': () => import('./restoration-cost.ts'),
  rothc: () => import('./rothc.ts'),
  sampling: () => import('./sampling.ts'),
  'sdg-15-3-1': () => import('./sdg-15-3-1.ts'),
  'soc-stock': () => import('./soc-stock.ts'),
  'tree-biomass': () => import('./tree-biomass.ts'),
  'units-gwp': () => import('./units-gwp.ts'),
  yasso15: () => import('./yasso15.ts'),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly default: Verifier }>>>;

export type VerifiedId = keyof typeof verifiers;

/** Calculators whose reference results can be run. */
export const verifiedIds: readonly VerifiedId[] = Object.keys(verifiers).filter(isVerifiedId);

function isVerifiedId(id: string): id is VerifiedId {
  return Object.hasOwn(verifiers, id);
}

/** The verifier of a calculator; null where there is none. */
export async function loadVerifier(id: string): Promise<Verifier | null> {
  return isVerifiedId(id) ? (await verifiers[id]()).default : null;
}
