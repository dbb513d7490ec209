import { gasBalance, gwpOf } from '../../science/units-gwp/gwp.ts';
import { gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import type { Name, ViewModel } from '../view.ts';
import type { Inputs } from './form.ts';
import { massesOf, potentialsOf } from './masses.ts';

/** What each gas counts for: as chosen first, then with every other set of potentials. */
export function sets(inputs: Inputs): ViewModel {
  const masses = massesOf(inputs);
  const isOwn = inputs.ownGwpCh4 !== null || inputs.ownGwpN2o !== null;
  const others = gwpSets.filter((set) => isOwn || set !== inputs.gwpSet);
  const bar = (name: Name, potentials: ReturnType<typeof gwpOf>) => {
    const { co2, ch4, n2o } = gasBalance(masses, potentials);
    return {
      name,
      parts: [
        { name: 'co2', tone: '1', value: co2 } as const,
        { name: 'ch4', tone: '2', value: ch4 } as const,
        { name: 'n2o', tone: '3', value: n2o } as const,
      ],
    };
  };
  return {
    kind: 'bars',
    digits: 4,
    x: { name: 'equivalent', symbol: 't CO2e' },
    bars: [
      bar(isOwn ? 'own' : nameOf(inputs.gwpSet), potentialsOf(inputs)),
      ...others.map((set) => bar(nameOf(set), gwpOf(set))),
    ],
  };
}

function nameOf(set: (typeof gwpSets)[number]): Name {
  return { key: `label.bySet.set.${set}` };
}
