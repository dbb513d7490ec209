import { gasBalance, gwpOf, n2oOfNitrogen } from '../science/units-gwp/gwp.ts';
import { gwpSets } from '../science/units-gwp/gwp-sets.ts';
import { convertQuantity } from '../science/units-gwp/quantity.ts';
import { ch4PerC, co2PerC } from '../science/units-gwp/substance.ts';
import { readWrittenUnit } from '../science/units-gwp/written-unit.ts';
import { numberAt, optionalNumberAt } from './json-inputs.ts';
import { choiceOf, textAt, textsAt } from './text-inputs.ts';
import { type JsonObject, Refusal, type Verifier } from './verifier.ts';

/** The id of a set as the reference results write it. */
const written = (set: string) =>
  set.replace(/^(?:ar|sar|tar)\d?/, (report) => report.toUpperCase()).replace(/-/g, '_');

function convert(inputs: JsonObject) {
  const value = numberAt(inputs, 'value');
  const from = readWrittenUnit(textAt(inputs, 'from'));
  const to = readWrittenUnit(textAt(inputs, 'to'));
  return convertQuantity({ ...from, value }, to);
}

function gwpTable(inputs: JsonObject) {
  const sets = textsAt(inputs, 'sets');
  const rows = textsAt(inputs, 'gases').map((gas) => {
    if (gas !== 'CH4' && gas !== 'N2O') throw new Refusal(`"${gas}" has no potential here`);
    return [
      gas,
      Object.fromEntries(sets.map((set) => [set, gwpOf(choiceOf(set, gwpSets, 'set of potentials'))[gas]])),
    ];
  });
  return Object.fromEntries(rows);
}

function balance(inputs: JsonObject) {
  const given = (key: string) => optionalNumberAt(inputs, key) ?? 0; // a gas that is not named is not emitted
  const co2 = given('co2_t') + given('c_t') * co2PerC;
  const ch4 = given('ch4_kg') + given('ch4_c_kg') * ch4PerC;
  const n2o = given('n2o_kg') + n2oOfNitrogen(given('n2o_n_kg'));
  return Object.fromEntries(
    gwpSets.map((set) => [written(set), gasBalance({ co2, ch4, n2o }, gwpOf(set)).total]),
  );
}

export default {
  calculator: 'units-gwp',
  operations: { convert, 'gwp-table': gwpTable, 'gas-balance': balance },
  references: [
    'GNU units 2.22',
    'openclimatedata/globalwarmingpotentials (CC0): IPCC potentials from the second to the sixth assessment report',
    'Definitions: 1 ha = 15 mu; 44/12, 16/12 and 44/28 of the IPCC inventories',
  ],
  notVerified: [
    'Units of the United States and of Britain beyond inch, foot and acre rest on their definitions alone.',
    'Moles of methane and nitrous oxide rest on IUPAC atomic masses; no reference result has them.',
    'GWP* is shown as an explanation only; no reference result has it.',
  ],
} as const satisfies Verifier;
