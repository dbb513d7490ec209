import { molarFactors } from '../factors/molar.ts';

const { atom, ratio } = {
  atom: (element: 'C' | 'H' | 'N' | 'O') => molarFactors.factors[`atom.${element}`].value,
  ratio: (gas: 'CO2' | 'CH4' | 'N2O') => molarFactors.factors[`ratio.${gas}`].value,
};

/** A gas whose masses are written in two ways: the whole molecule, or its carbon or nitrogen alone. */
interface Form {
  readonly gas: 'CO2' | 'CH4' | 'N2O';
  /** Mass per mass of the carbon or nitrogen in it, by the integer masses of the inventories (44/12, 16/12, 44/28). */
  readonly perElement: number;
  /** g per mol of the gas (IUPAC abridged standard atomic weights 2021). */
  readonly molarMass: number;
}

/** `C` is carbon that is or becomes CO2: stocks and their change. Methane carbon is `CH4-C`. */
const forms: Readonly<Record<string, Form>> = {
  C: { gas: 'CO2', perElement: 1, molarMass: atom('C') },
  'CO2-C': { gas: 'CO2', perElement: 1, molarMass: atom('C') },
  CO2: { gas: 'CO2', perElement: ratio('CO2'), molarMass: atom('C') + 2 * atom('O') },
  'CH4-C': { gas: 'CH4', perElement: 1, molarMass: atom('C') },
  CH4: { gas: 'CH4', perElement: ratio('CH4'), molarMass: atom('C') + 4 * atom('H') },
  'N2O-N': { gas: 'N2O', perElement: 1, molarMass: 2 * atom('N') },
  N2O: { gas: 'N2O', perElement: ratio('N2O'), molarMass: 2 * atom('N') + atom('O') },
};

/** t CO2 per t C: 44/12, as IPCC inventories convert carbon. */
export const co2PerC = ratio('CO2');
/** kg CH4 per kg CH4-C: 16/12. */
export const ch4PerC = ratio('CH4');
/** kg N2O per kg N2O-N: 44/28. */
export const n2oPerN = ratio('N2O');

/** Whether one amount can be written as either: `C` and `CO2`, `CH4-C` and `CH4`, `N2O-N` and `N2O`. */
export function sameGas(from: string, to: string): boolean {
  return from === to || (forms[from]?.gas ?? from) === (forms[to]?.gas ?? to);
}

/** Mass of `to` that stands for one mass of `from`, by the integer ratios of the inventories; null where none does. */
export function massRatio(from: string | null, to: string | null): number | null {
  if (from === to) return 1;
  const source = from === null ? undefined : forms[from];
  const target = to === null ? undefined : forms[to];
  if (source === undefined || target === undefined || source.gas !== target.gas) return null;
  return target.perElement / source.perElement;
}

/** g per mol of gas, counted as `substance` (C of CO2: 12.011); null where it is not known. */
export function gramsPerMole(substance: string | null): number | null {
  return (substance === null ? undefined : forms[substance])?.molarMass ?? null;
}
