import { gasBalance, gwpOf } from '../../science/units-gwp/gwp.ts';
import { gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import type { Warning } from '../define.ts';
import { converted, problemsOf } from './conversions.ts';
import type { Inputs } from './form.ts';
import { massesOf, potentialsOf } from './masses.ts';

export { problems } from './conversions.ts';
export const warnings = [
  'fossil-methane',
  'methane-of-all-origins',
  'older-report',
  'own-potential',
] as const;

export function check({ conversions }: Inputs) {
  return conversions.flatMap((row, index) => problemsOf(row, index));
}

export function run(inputs: Inputs) {
  const masses = massesOf(inputs);
  const potentials = potentialsOf(inputs);
  const balance = gasBalance(masses, potentials);
  return {
    outputs: {
      balance: { value: balance.total },
      co2Part: { value: balance.co2 },
      ch4Part: { value: balance.ch4 },
      n2oPart: { value: balance.n2o },
      gwpCh4: { value: potentials.CH4 },
      gwpN2o: { value: potentials.N2O },
      method: 'gwp',
      conversions: inputs.conversions.map((row) => ({ ...row, ...converted(row) })),
      bySet: gwpSets.map((set) => {
        const { CH4, N2O } = gwpOf(set);
        return { set, ch4: CH4, n2o: N2O, balance: gasBalance(masses, { CH4, N2O }).total };
      }),
    },
    warnings: warningsOf(inputs),
  };
}

function warningsOf({ gwpSet, ch4, ownGwpCh4, ownGwpN2o }: Inputs): Warning<(typeof warnings)[number]>[] {
  const about = (code: (typeof warnings)[number], path = 'gwpSet', value: number | null = null) => [
    { code, path, value },
  ];
  const own = [
    ...(ownGwpCh4 === null ? [] : about('own-potential', 'ownGwpCh4', ownGwpCh4)),
    ...(ownGwpN2o === null ? [] : about('own-potential', 'ownGwpN2o', ownGwpN2o)),
  ];
  if (own.length === 2) return own;
  if (/^(?:sar|tar|ar4)/.test(gwpSet)) return [...own, ...about('older-report')];
  if (ch4 === 0 || ownGwpCh4 !== null) return own;
  if (gwpSet.endsWith('-fossil')) return [...own, ...about('fossil-methane')];
  return gwpSet === 'ar6-100' || gwpSet === 'ar6-20' ? [...own, ...about('methane-of-all-origins')] : own;
}
