import { type SoilScenario, scenarioFaults } from '../../science/ipcc-soc-tier1/scenario.ts';
import { referenceStock } from '../../science/ipcc-soc-tier1/systems.ts';
import type { Inputs } from './form.ts';
import { landSystem, tillsGrassland } from './land.ts';

export const problems = [
  'no-default-stock',
  'not-for-system',
  'not-for-land-use',
  'input-only-improved',
  'no-default-factor',
  'needs-wetland-soil',
  'needs-cultivated-land',
  'not-whole',
  'error-without-stock',
] as const;

/** The choices of the form as a scenario of science. */
export function scenarioOf(inputs: Inputs): SoilScenario {
  const { climate, soil, area, years, ownStock, landWithout, landAfter } = inputs;
  const before = landSystem(
    inputs.landBefore,
    inputs.tillageBefore,
    inputs.inputBefore,
    inputs.ownFactorBefore,
  );
  return {
    climate,
    soil,
    area,
    years,
    reference:
      ownStock === null ? referenceStock(climate, soil) : { value: ownStock, error: inputs.ownStockError },
    before,
    after:
      landAfter === 'rewetted-wetland'
        ? landAfter
        : landSystem(landAfter, inputs.tillageAfter, inputs.inputAfter, inputs.ownFactorAfter),
    without:
      landWithout === 'as-before'
        ? before
        : landSystem(landWithout, inputs.tillageWithout, inputs.inputWithout, null),
    nitrogen: inputs.nitrogen,
    wet: inputs.nitrogenClimate === 'wet',
  };
}

/** The same with the defaults of the IPCC alone; null where nothing of the reader's own is in it. */
export function defaultScenario(inputs: Inputs): SoilScenario | null {
  const own = [inputs.ownStock, inputs.ownFactorBefore, inputs.ownFactorAfter];
  if (own.every((one) => one === null)) return null;
  const none = { ownStock: null, ownStockError: null, ownFactorBefore: null, ownFactorAfter: null };
  const scenario = scenarioOf({ ...inputs, ...none });
  return scenarioFaults(scenario).length > 0 ? null : scenario;
}

/** Arguments of science -> fields of the form. */
const places: Readonly<Record<string, string>> = {
  'before.landUse': 'landBefore',
  'before.management': 'tillageBefore',
  'before.input': 'inputBefore',
  'before.ownLandUseFactor': 'ownFactorBefore',
  'after.landUse': 'landAfter',
  'after.management': 'tillageAfter',
  'after.input': 'inputAfter',
  'after.ownLandUseFactor': 'ownFactorAfter',
  'without.landUse': 'landWithout',
  'without.management': 'tillageWithout',
  'without.input': 'inputWithout',
};

/** What forbids a result, each at the field of the form where it can be mended. */
export function check(inputs: Inputs) {
  const { landBefore, landAfter, landWithout, ownStock, ownStockError } = inputs;
  const found: { code: (typeof problems)[number]; path: string; value: string | number | null }[] = [];
  for (const { code, argument, value } of scenarioFaults(scenarioOf(inputs))) {
    // land that stays as it was is the same land: its faults are told once
    if (landWithout === 'as-before' && argument.startsWith('without.')) continue;
    const known = code === 'not-whole-years' ? 'not-whole' : problems.find((one) => one === code);
    found.push(...(known === undefined ? [] : [{ code: known, path: pathOf(inputs, argument), value }]));
  }
  const tilled = [
    ['tillageBefore', landBefore, inputs.tillageBefore],
    ['tillageAfter', landAfter, inputs.tillageAfter],
    ['tillageWithout', landWithout, inputs.tillageWithout],
  ] as const;
  for (const [path, land, level] of tilled) {
    if (land !== 'as-before' && land !== 'rewetted-wetland' && tillsGrassland(land, level))
      found.push({ code: 'not-for-system', path, value: level });
  }
  for (const path of ['draws', 'seed'] as const) {
    if (!Number.isInteger(inputs[path])) found.push({ code: 'not-whole', path, value: inputs[path] });
  }
  if (ownStock === null && ownStockError !== null)
    found.push({ code: 'error-without-stock', path: 'ownStockError', value: ownStockError });
  return found;
}

/** The field of an argument of science; the state of grassland is chosen with its land. */
function pathOf(inputs: Inputs, argument: string): string {
  const path = places[argument] ?? argument;
  const { landBefore: tillageBefore, landAfter: tillageAfter, landWithout: tillageWithout } = inputs;
  const land = Object.entries({ tillageBefore, tillageAfter, tillageWithout }).find(
    ([name]) => name === path,
  );
  return land?.[1].startsWith('grassland') ? path.replace('tillage', 'land') : path;
}
