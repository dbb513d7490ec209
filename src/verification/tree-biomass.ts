import { cairns1997, cairns1997Latitude, mokany2006, rootShoot } from '../science/below-ground.ts';
import { chaveHeight, environmentalStress, feldpauschHeight } from '../science/tree-biomass/allometry.ts';
import { uncertaintyDiscount } from '../science/tree-biomass/discount.ts';
import { type FeldpauschRegion, feldpauschRegions } from '../science/tree-biomass/domain.ts';
import { parseFormula } from '../science/tree-biomass/formula.ts';
import { fitHeightModel, modelHeight } from '../science/tree-biomass/height-model.ts';
import type { BiomassMethod, Tree } from '../science/tree-biomass/method.ts';
import { type BelowGround, perHectare, standCarbon, treeCarbon } from '../science/tree-biomass/stand.ts';
import { treesBiomass } from '../science/tree-biomass/trees.ts';
import { listAt, numbersAt, objectsAt, optionalNumberAt } from './json-inputs.ts';
import { plotUncertainty } from './tree-biomass-simulation.ts';
import { type JsonObject, Refusal, type Verifier } from './verifier.ts';

export default {
  calculator: 'tree-biomass',
  operations: {
    trees,
    'equation-set': equationSet,
    'plot-uncertainty': plotUncertainty,
    'fit-height-model': fitModels,
    'below-ground': belowGround,
    'plot-to-carbon': plotToCarbon,
    'root-shoot': ratios,
    'uncertainty-discount': discount,
    refuse,
  },
  // The median is a location as the mean is: the cases state one tolerance for both.
  allowance: (path, tolerance) => {
    const rel = tolerance['mean_rel'];
    return path[0] === 'median_t' && typeof rel === 'number' ? { rel, abs: 0 } : undefined;
  },
  references: [
    'R package BIOMASS 2.1.6.9000, commit 84c970d: computeAGB, retrieveH, modelHD, AGBmonteCarlo',
    'Equation tables of allodb, commit 40f8958: Wang (2006), Chojnacky et al. (2014), Xiang et al. (2016)',
    'CDM AR-TOOL14 v04.2, appendix, worked example on p. 28',
    'IPCC 2019 Refinement, vol. 4, Table 4.4; Cairns et al. (1997) eq. 1; Mokany et al. (2006)',
  ],
  notVerified: [
    'Equation 7 with its published coefficients is arithmetic only; the reference runs the coefficients of BIOMASS.',
    'Monte Carlo intervals are compared where heights were measured; with predicted heights there is no reference run.',
    'The carbon fraction of the simulation is one draw for the stand; BIOMASS draws one for each tree.',
    'Shares of dead wood and litter, and the t interval between plots, have no reference case.',
    'The look-up of a genus in the Global Wood Density Database is compared with its table only.',
    'A formula of the user is checked against R by the shapes that allodb uses, not for every shape there is.',
  ],
} as const satisfies Verifier;

/** One value for each tree, or the same for all; null where the key is absent. */
function perTree(inputs: JsonObject, key: string, count: number): readonly number[] | null {
  const values = numbersAt(inputs, key);
  if (values.length === 0) return null;
  if (values.length === 1) return Array.from({ length: count }, () => values[0] ?? Number.NaN);
  if (values.length !== count)
    throw new Refusal(`${key} has ${values.length} values; ${count} trees have ${count}`);
  return values;
}

/** One region for each tree, or the same for all. */
function regionsOf(inputs: JsonObject, count: number): readonly FeldpauschRegion[] {
  const named = listAt(inputs, 'region').map((name) => {
    const region = feldpauschRegions.find((one) => one === name);
    if (region === undefined) throw new Refusal(`region is ${JSON.stringify(name)}`);
    return region;
  });
  const [first = 'Pantropical'] = named;
  if (named.length > 1 && named.length !== count)
    throw new Refusal(`region has ${named.length} values; ${count} trees have ${count}`);
  return named.length > 1 ? named : Array.from({ length: count }, () => first);
}

/** E itself, or from its climate. */
function stressOf(inputs: JsonObject, count: number): readonly number[] | null {
  const given = perTree(inputs, 'E', count);
  const [ts, cwd, ps] = ['TS', 'CWD', 'PS'].map((key) => perTree(inputs, key, count));
  if (given !== null || !ts || !cwd || !ps) return given;
  return ts.map((temperatureSeasonality, i) =>
    environmentalStress({
      temperatureSeasonality,
      waterDeficit: cwd[i] ?? Number.NaN,
      precipitationSeasonality: ps[i] ?? Number.NaN,
    }),
  );
}

function trees(inputs: JsonObject) {
  const equation = String(inputs['equation'] ?? 'chave2014_eq4');
  const diameters = numbersAt(inputs, 'dbh_cm');
  const n = diameters.length;
  const densities = perTree(inputs, 'wood_density_g_cm3', n);
  const stress = stressOf(inputs, n);
  const heights = heightsOf(equation, inputs, diameters, stress);
  const limit = optionalNumberAt(inputs, 'dbh_limit_cm') ?? 0;
  const heightOnly = densities === null && /^feldpausch2012$|^chave2014_eq6a$/.test(equation);
  const agb = diameters.map((diameter, i) => {
    if (heightOnly) return Number.NaN;
    return biomassOf(equation, limit, diameter, {
      height: heights?.[i] ?? null,
      woodDensity: densities?.[i] ?? null,
      stress: stress?.[i] ?? null,
    });
  });
  const kg = agb.reduce((sum, value) => sum + value, 0);
  const area = optionalNumberAt(inputs, 'plot_area_ha');
  return {
    height_m: heights,
    agb_kg: agb,
    agb_kg_first5: agb.slice(0, 5),
    agb_plot_t: kg / 1000,
    agb_t: kg / 1000,
    agb_t_ha: area === null ? null : perHectare(kg, area),
  };
}

function heightsOf(
  equation: string,
  inputs: JsonObject,
  diameters: readonly number[],
  stress: readonly number[] | null,
): readonly number[] | null {
  if (equation.startsWith('feldpausch2012')) {
    const regions = regionsOf(inputs, diameters.length);
    return diameters.map((diameter, i) => feldpauschHeight(diameter, regions[i] ?? 'Pantropical'));
  }
  if (equation.startsWith('chave2014_eq6a'))
    return diameters.map((diameter, i) => chaveHeight(diameter, stress?.[i] ?? Number.NaN));
  return perTree(inputs, 'height_m', diameters.length);
}

interface Attributes {
  readonly height: number | null;
  readonly woodDensity: number | null;
  readonly stress: number | null;
}

/** kg of one tree through the checked way in, which knows the names of a method. */
function biomassOf(equation: string, diameterLimit: number, diameter: number, tree: Attributes): number {
  const seven = /^chave2014_eq7(?:_(?<set>.+))?$/.exec(equation);
  const known = seven !== null || /(?:^chave2014_|_then_)eq4$/.test(equation);
  if (!known) throw new Refusal(`equation ${equation} is not known`);
  const published = seven?.groups?.['set']?.startsWith('published') ?? true;
  const { agb } = treesBiomass([{ diameter, taxon: null, ...tree }], {
    ...anyMethod,
    equation: seven === null ? 'chave-4' : published ? 'chave-7-published' : 'chave-7-biomass',
    stress: tree.stress,
    diameterLimit,
  });
  return agb;
}

const anyMethod: BiomassMethod = {
  equation: 'chave-4',
  heights: 'measured',
  stress: null,
  region: 'Pantropical',
  formula: null,
  diameterLimit: 0,
};

function equationSet(inputs: JsonObject) {
  const diameters = numbersAt(inputs, 'dbh_cm');
  const heights = perTree(inputs, 'height_m', diameters.length);
  const equations = objectsAt(inputs, 'equations').map((equation) => {
    const { evaluate } = parseFormula(String(equation['formula']));
    const factor = optionalNumberAt(equation, 'formula_unit_factor') ?? 1;
    return {
      equation_id: equation['equation_id'] ?? null,
      agb_kg: diameters.map((diameter, i) => evaluate(diameter, heights?.[i] ?? Number.NaN) * factor),
    };
  });
  return { agb_kg: equations };
}

/**
 * nlsLM stops where a step lowers the sum of squares by less than sqrt(2^-52) of it: in case tree-11 that is 4e-6 of
 * A short of the smallest sum of squares. To be compared to 1e-6, the fit must stop there too.
 */
const nlsLmTolerance = Math.sqrt(Number.EPSILON);

function fitModels(inputs: JsonObject) {
  const diameters = numbersAt(inputs, 'dbh_cm');
  const heights = numbersAt(inputs, 'height_m');
  if (diameters.length !== heights.length)
    throw new Refusal(`${diameters.length} diameters have ${heights.length} heights`);
  const at = numbersAt(inputs, 'predict_dbh_cm');
  const measured = diameters
    .map((diameter, i) => ({ diameter, height: heights[i] ?? Number.NaN }))
    .filter(({ diameter, height }) => !Number.isNaN(diameter) && !Number.isNaN(height));
  const forms = (['log1', 'log2', 'michaelis'] as const).map((form) => {
    const model = fitHeightModel(measured, form, { tolerance: nlsLmTolerance });
    const { coefficients: coef, logResidual: rse_log, residual: rse } = model;
    return [form, { coef, rse_log, rse, predicted_m: at.map((diameter) => modelHeight(model, diameter)) }];
  });
  return Object.fromEntries(forms);
}

function belowGround(inputs: JsonObject) {
  const stands = numbersAt(inputs, 'agb_t_ha');
  return {
    cairns1997_eq1: stands.map(cairns1997),
    cairns1997_tropical: stands.map((agb) => cairns1997Latitude(agb, 'tropical')),
    cairns1997_temperate: stands.map((agb) => cairns1997Latitude(agb, 'temperate')),
    cairns1997_boreal: stands.map((agb) => cairns1997Latitude(agb, 'boreal')),
    mokany2006: stands.map(mokany2006),
  };
}

/** The words of the table as the factors write them: "natural, conifer" is `natural-conifer`. */
function standOf(inputs: JsonObject) {
  const word = (key: string) =>
    String(inputs[key] ?? 'all')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  return { zone: word('zone'), continent: word('continent'), origin: word('origin') };
}

function plotToCarbon(inputs: JsonObject) {
  const fraction = optionalNumberAt(inputs, 'carbon_fraction') ?? treeCarbon;
  const ratio = optionalNumberAt(inputs, 'root_shoot');
  const roots: BelowGround =
    ratio === null ? { kind: 'ipcc-2019', stand: standOf(inputs) } : { kind: 'ratio', ratio };
  const stands = numbersAt(inputs, 'agb_t_ha').map((agb) => standCarbon(agb, roots, fraction));
  return {
    bgb_t_ha: stands.map(({ bgb }) => bgb),
    carbon_t_ha: stands.map(({ carbon }) => carbon),
    co2_t_ha: stands.map(({ co2 }) => co2),
  };
}

function ratios(inputs: JsonObject) {
  return { root_shoot: numbersAt(inputs, 'agb_t_ha').map((agb) => rootShoot(agb, standOf(inputs))) };
}

function discount(inputs: JsonObject) {
  const halves = numbersAt(inputs, 'half_width_90_t_ha');
  const found = numbersAt(inputs, 'mean_t_ha').map((mean, i) =>
    uncertaintyDiscount(mean, halves[i] ?? Number.NaN),
  );
  return {
    uncertainty_percent: found.map(({ uncertainty }) => uncertainty),
    discount_t_ha: found.map((one) => one.discount),
    project_t_ha: found.map(({ project }) => project),
    baseline_t_ha: found.map(({ baseline }) => baseline),
  };
}

/** What a case does not name is sound, so that only what it names can be refused. */
function refuse(inputs: JsonObject) {
  const list = listAt(inputs, 'empty_list').map(() => soundTree);
  const refused = objectsAt(inputs, 'rejected').map((one) => {
    const given = (key: string, sound: number) =>
      key in one ? (optionalNumberAt(one, key) ?? Number.NaN) : sound;
    const tree: Tree = {
      diameter: given('dbh_cm', 20),
      height: given('height_m', 15),
      woodDensity: given('wood_density_g_cm3', 0.6),
      taxon: null,
    };
    try {
      const stress = given('E', 0);
      const { agb } = treesBiomass([tree], { ...anyMethod, stress });
      perHectare(agb, given('plot_area_ha', 1));
      return false;
    } catch (error) {
      if (error instanceof RangeError) return true;
      throw error;
    }
  });
  return {
    agb_t: treesBiomass(list, anyMethod).agb / 1000,
    rejected_all: refused.every(Boolean),
    rejected: refused,
  };
}

const soundTree: Tree = { diameter: 20, height: 15, woodDensity: 0.6, taxon: null };
