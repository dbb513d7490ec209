import { type LandCover, landCovers } from '../science/sdg-15-3-1/domain.ts';
import {
  type Change,
  defaultMatrix,
  landCoverChange,
  oneOutAllOut,
  productivityChange,
  productivityClass,
  socChange,
  socPercent,
  stateChange,
  statusChange,
  statusClass,
  type TransitionMatrix,
  trajectoryChange,
} from '../science/sdg-15-3-1/indicator.ts';
import { assessLand, type LandUnit } from '../science/sdg-15-3-1/units.ts';
import { listAt, objectsAt, optionalNumberAt } from './json-inputs.ts';
import { type JsonObject, Refusal, type Verifier } from './verifier.ts';

const verifier: Verifier = {
  calculator: 'sdg-15-3-1',
  operations: {
    trajectory: (inputs) => ({
      trajectory: optionalNumbersAt(inputs, 'trajectory_class').map(trajectoryChange),
    }),
    state: (inputs) => ({ state: optionalNumbersAt(inputs, 'state_class_change').map(stateChange) }),
    productivity,
    'land-cover': landCover,
    soc,
    indicator: (inputs) => ({
      indicator: objectsAt(inputs, 'combinations').map((one) =>
        oneOutAllOut(['productivity', 'land_cover', 'soc'].map((name) => changeAt(one, name))),
      ),
    }),
    status,
    units,
  },
  allowance: (path, tolerance) => {
    // `exact`, `exact_classes`: equal. `abs_area` is that of the areas, and of the share computed from them.
    const area = tolerance['abs_area'];
    const ofAreas = path[0]?.startsWith('area_') || path[0]?.startsWith('proportion_');
    return ofAreas && typeof area === 'number' ? { rel: 0, abs: area } : undefined;
  },
  references: [
    'trends.earth-algorithms (Conservation International, MIT), commit 35b2b7d: recode_traj, recode_state, calc_prod5, prod5_to_prod3, calc_deg_lc, calc_deg_soc, calc_deg_sdg, sdg_status_expanded',
    'Trends.Earth, LDMP/data/land_cover_transition_matrix_unccd.json: default matrix of the UNCCD, 49 transitions',
  ],
  notVerified: [
    'What comes before the classes (time series of vegetation indices, maps of land cover and carbon) is not part of the calculator.',
    'Leaving out water, the share near the limit of soil organic carbon and the result without a sub-indicator are tested by hand arithmetic only.',
    'Numbers of the figures and tables in the Good Practice Guidance itself were not compared; its public implementation was.',
  ],
};
export default verifier;

function productivity(inputs: JsonObject): unknown {
  const classes = objectsAt(inputs, 'combinations').map((one) => {
    const performance = changeAt(one, 'performance');
    if (performance === 1) throw new Refusal('performance is 1; it is -1, 0 or null');
    return productivityClass(changeAt(one, 'trajectory'), changeAt(one, 'state'), performance);
  });
  return { lpd5: classes, lpd3: classes.map(productivityChange) };
}

function landCover(inputs: JsonObject): unknown {
  const matrix = matrixOf(inputs);
  const final = optionalNumbersAt(inputs, 'final').map(landCoverOf);
  const initial = optionalNumbersAt(inputs, 'initial').map(landCoverOf);
  if (initial.length !== final.length)
    throw new Refusal(`${initial.length} initial and ${final.length} final land covers`);
  return { land_cover: initial.map((one, index) => landCoverChange(one, final[index] ?? null, matrix)) };
}

function soc(inputs: JsonObject): unknown {
  const final = optionalNumbersAt(inputs, 'soc_final_t_ha');
  const baseline = optionalNumbersAt(inputs, 'soc_baseline_t_ha');
  if (baseline.length !== final.length)
    throw new Refusal(`${baseline.length} stocks of the baseline and ${final.length} final ones`);
  const percent = baseline.map((one, index) => socPercent(one, final[index] ?? null));
  return { soc: percent.map(socChange), percent_change: percent };
}

function status(inputs: JsonObject): unknown {
  const seven = objectsAt(inputs, 'combinations').map((one) =>
    statusClass(changeAt(one, 'baseline'), changeAt(one, 'reporting')),
  );
  return { status7: seven, status3: seven.map(statusChange) };
}

function units(inputs: JsonObject): unknown {
  const given = objectsAt(inputs, 'units').map(unitOf);
  const excludeWater = inputs['exclude_water'] === true;
  const result = assessLand(given, { matrix: matrixOf(inputs), excludeWater });
  return {
    lpd5: result.units.map((unit) => unit.productivityClass),
    productivity: result.units.map((unit) => unit.productivity),
    land_cover: result.units.map((unit) => unit.landCover),
    soc: result.units.map((unit) => unit.soc),
    percent_change: result.units.map((unit) => unit.socPercent),
    indicator: result.units.map((unit) => unit.indicator),
    area_degraded_km2: result.areas.degraded,
    area_stable_km2: result.areas.stable,
    area_improved_km2: result.areas.improved,
    area_no_data_km2: result.areas.noData,
    proportion_degraded_percent: result.proportionDegraded,
  };
}

function unitOf(given: JsonObject): LandUnit {
  return {
    area: optionalNumberAt(given, 'area_km2') ?? Number.NaN,
    trajectory: optionalNumberAt(given, 'trajectory_class'),
    state: optionalNumberAt(given, 'state_class_change'),
    performance: optionalNumberAt(given, 'performance'),
    productivity: optionalNumberAt(given, 'lpd5'),
    landCoverInitial: landCoverOf(optionalNumberAt(given, 'land_cover_initial')),
    landCoverFinal: landCoverOf(optionalNumberAt(given, 'land_cover_final')),
    socBaseline: optionalNumberAt(given, 'soc_baseline_t_ha'),
    socFinal: optionalNumberAt(given, 'soc_final_t_ha'),
    baseline: null,
  };
}

/** A matrix of its own, rows initial, columns final; the default one where there is none. */
function matrixOf(inputs: JsonObject): TransitionMatrix {
  const rows = listAt(inputs, 'matrix');
  if (rows.length === 0) return defaultMatrix;
  return rows.map((row) =>
    listAt({ row }, 'row').map((value) => changeOf(value) ?? refused('matrix', value)),
  );
}

function landCoverOf(code: number | null): LandCover | null {
  if (code === null) return null;
  return landCovers[code - 1] ?? refused('land cover', code);
}

function optionalNumbersAt(inputs: JsonObject, key: string): readonly (number | null)[] {
  return listAt(inputs, key).map((value) => optionalNumberAt({ [key]: value }, key));
}

function changeAt(object: JsonObject, key: string): Change | null {
  return changeOf(optionalNumberAt(object, key));
}

function changeOf(value: unknown): Change | null {
  if (value === null) return null;
  return ([-1, 0, 1] as const).find((one) => one === value) ?? refused('class', value);
}

function refused(name: string, value: unknown): never {
  throw new Refusal(`${name} is ${String(value)}, which is not one of its codes`);
}
