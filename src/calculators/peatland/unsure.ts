import { drawnBalance, factorSpreads } from '../../science/peatland/uncertainty.ts';
import { gwpOf } from '../../science/units-gwp/gwp.ts';
import { type Unsure, unsureOf } from '../unsure.ts';
import { factorsOf } from './assess.ts';
import type { PeatlandInputs } from './fields.ts';
import type { OwnFactorName } from './own-factors.ts';

const named = (factor: OwnFactorName) => ({ key: `label.factors.factor.${factor}` });
const names = {
  co2: named('drained-co2'),
  doc: named('drained-doc'),
  ch4Land: named('drained-ch4-land'),
  ch4Ditch: named('drained-ch4-ditch'),
  n2o: named('drained-n2o'),
  wetCo2: named('rewetted-co2'),
  wetDoc: named('rewetted-doc'),
  wetCh4: named('rewetted-ch4'),
};

/** The emission factors between their limits. */
export function unsure(inputs: PeatlandInputs): Unsure {
  const { drained, rewetted } = factorsOf(inputs);
  const gwp = gwpOf(inputs.gwpSet);
  const spreads = factorSpreads(drained, rewetted, { shape: inputs.shape, varied: 'all' });
  return unsureOf(names, spreads, (drawn) => drawnBalance(drawn, drained.ditchFraction, gwp).benefit);
}
