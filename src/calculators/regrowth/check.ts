import { type FitFault, fitFaults } from '../../science/regrowth/fit.ts';
import { belowGround } from '../../science/tree-biomass/stand.ts';
import type { Problem } from '../fields.ts';
import { courseOf } from './course.ts';
import type { Inputs } from './fields.ts';
import { ratesOf, rootsOf } from './tables.ts';

export const problems = [
  'no-rates',
  'old-rate-missing',
  'young-rate-missing',
  'too-few-plots',
  'too-few-ages',
  'ratio-missing',
  'no-root-ratio',
  'not-whole',
  'step-too-long',
] as const;
type Code = (typeof problems)[number];
type Found = Omit<Problem, 'unit'> & { readonly code: Code };

/** What no field can see alone, all at once. */
export function check(inputs: Inputs): readonly Found[] {
  const found = [...numberProblems(inputs), ...methodProblems(inputs)];
  return found.length > 0 ? found : rootProblems(inputs);
}

function numberProblems(inputs: Inputs): Found[] {
  const whole = (['startYear', 'years', 'step', 'draws', 'seed'] as const).flatMap((path) =>
    Number.isInteger(inputs[path]) ? [] : [{ code: 'not-whole' as const, path, value: inputs[path] }],
  );
  const { step, years, belowGround: roots, rootRatio } = inputs;
  const found: Found[] = [...whole];
  if (step > years) found.push({ code: 'step-too-long', path: 'step', value: step, min: 1, max: years });
  if (roots === 'ratio' && rootRatio === null)
    found.push({ code: 'ratio-missing', path: 'rootRatio', value: null });
  return found;
}

function methodProblems(inputs: Inputs): Found[] {
  const { method, plots, heldShape, ownYoung, ownOld } = inputs;
  if (method === 'fit') return fitFaults(plots, heldShape).map(toProblem);
  if (method === 'curve' || ratesOf(inputs) !== null) return [];
  if (ownYoung !== null) return [{ code: 'old-rate-missing', path: 'ownOld', value: null }];
  if (ownOld !== null) return [{ code: 'young-rate-missing', path: 'ownYoung', value: null }];
  return [{ code: 'no-rates', path: 'zone', value: null }];
}

/** Ages and stocks lie within their bounds, as the fields see to: what is left concerns the plots together. */
function toProblem({ code, value, min }: FitFault): Found {
  return { code: code as Code, path: 'plots', value, min };
}

function rootProblems(inputs: Inputs): readonly Found[] {
  const roots = rootsOf(inputs);
  if (roots.kind !== 'ipcc-2019') return [];
  const missing = courseOf(inputs, false).find(({ agb }) => agb !== null && belowGround(agb, roots) === null);
  if (missing === undefined) return [];
  return [{ code: 'no-root-ratio', path: 'zone', value: Math.round(missing.agb ?? 0) }];
}
