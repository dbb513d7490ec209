import { defineCalculator } from '../define.ts';
import { assess } from './assess.ts';
import { equations, symbols, working } from './equations.ts';
import { fields } from './fields.ts';
import { findProblems, problems } from './inputs.ts';
import { outputs } from './outputs.ts';
import { sources } from './sources.ts';
import { forest, funnel } from './views.ts';
import { warnings } from './warnings.ts';

/** Effects of several studies pooled: log response ratios, mean differences, or effects computed elsewhere. */
export default defineCalculator({
  id: 'meta-analysis',
  version: '2.0.0',
  fields,
  outputs,
  sources,
  symbols,
  equations,
  working,
  views: { forest, funnel },
  assumptions: ['independent-studies', 'known-variances', 'normal-effects', 'small-samples', 'filled-in'],
  limits: ['funnel', 'heterogeneity', 'dependence', 'quality', 'prediction'],
  problems,
  warnings,
  check: findProblems,
  run: assess,
  // Hundreds of studies, each left out in turn, for every input that may drive the result.
  slow: true,
});
