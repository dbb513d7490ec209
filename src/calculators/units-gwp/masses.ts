import { type GasMasses, type GwpValues, gwpOf } from '../../science/units-gwp/gwp.ts';
import { ch4PerC, n2oPerN } from '../../science/units-gwp/substance.ts';
import type { Inputs } from './form.ts';

/** The gases as such, however they were given. */
export function massesOf({ co2, ch4, ch4Form, n2o, n2oForm }: Inputs): GasMasses {
  return {
    co2,
    ch4: ch4Form === 'carbon' ? ch4 * ch4PerC : ch4,
    n2o: n2oForm === 'nitrogen' ? n2o * n2oPerN : n2o,
  };
}

/** The potentials of the set chosen, or the reader's own in their place. */
export function potentialsOf({ gwpSet, ownGwpCh4, ownGwpN2o }: Inputs): GwpValues {
  const { CH4, N2O } = gwpOf(gwpSet);
  return { CH4: ownGwpCh4 ?? CH4, N2O: ownGwpN2o ?? N2O };
}
