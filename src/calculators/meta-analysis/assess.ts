import { effectSizes } from '../../science/meta-analysis/effect-sizes.ts';
import { type ModelOptions, type Pooled, poolEffects } from '../../science/meta-analysis/model.ts';
import { type MetaInputs, rowsOfMeasure, studiesOf, usedStudies } from './inputs.ts';
import {
  asPercent,
  differenceRows,
  effectRows,
  estimate,
  groupRows,
  groupsOf,
  heterogeneityRow,
  leaveOneOutRows,
  modelRows,
  regressionOf,
  regressionRows,
  smallStudyRows,
} from './results.ts';
import { type Seen, warningsOf } from './warnings.ts';

/** Knapp-Hartung has no interval for one study and one wider than any use for two. */
export function testUsed({ test }: Pick<MetaInputs, 'test'>, k: number): ModelOptions['test'] {
  return k < 3 ? 'z' : test;
}

/** Everything that the result shows, and its warnings. */
export function assess(inputs: MetaInputs) {
  const { studies, filled } = usedStudies(inputs);
  const { effects, leftOut } = effectSizes(inputs.measure, studies);
  const options: ModelOptions = { method: inputs.method, test: testUsed(inputs, effects.length) };
  const pooled = poolEffects(effects, options);
  const own = rowsOfMeasure(inputs);
  const groups = groupsOf(
    effects,
    own.map(({ subgroup }) => subgroup),
    options,
  );
  const regression = regressionOf(
    effects,
    own.map(({ moderator }) => moderator),
    options,
  );
  const { prediction, riley, tau2 } = pooled;
  const outputs = {
    effect: estimate(pooled.estimate, pooled.low, pooled.high),
    percent: inputs.measure === 'lnRR' ? asPercent(pooled) : { value: null },
    answer: answerOf(pooled),
    k: { value: pooled.k },
    p: { value: pooled.p },
    prediction: prediction ? { value: pooled.estimate, ...prediction, level: 0.95 } : { value: null },
    riley: riley && pooled.k > 2 ? { value: pooled.estimate, ...riley, level: 0.95 } : { value: null },
    tau: { value: Math.sqrt(tau2) },
    i2: { value: pooled.i2 },
    regressionR2: { value: regression?.r2 ?? null },
    studies: effectRows(effects, pooled),
    subgroups: groupRows(groups),
    differences: differenceRows(groups),
    regression: regressionRows(regression),
    models: modelRows(effects),
    heterogeneity: [heterogeneityRow(pooled)],
    smallStudies: smallStudyRows(effects),
    leaveOneOut: leaveOneOutRows(effects, options),
  };
  const seen: Seen = { inputs, studies: studiesOf(inputs), effects, leftOut, filled };
  return { outputs, warnings: warningsOf(seen) };
}

/** Whether the interval of the mean leaves out 0, and on which side it lies. */
function answerOf({ low, high }: Pooled): 'above' | 'below' | 'open' {
  if (low !== null && low > 0) return 'above';
  return high !== null && high < 0 ? 'below' : 'open';
}
