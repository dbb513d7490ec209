import { stoneDensityFactors } from '../science/factors/stone-density.ts';
import { cumulativeMasses, equivalentMassStocks, massProfile } from '../science/soc-stock/equivalent-mass.ts';
import { fixedDepthStock } from '../science/soc-stock/fixed-depth.ts';
import type { DensityBasis, ProfileMethod, SoilLayer } from '../science/soc-stock/layers.ts';
import { slicedStocks } from '../science/soc-stock/sliced.ts';
import { listAt, numberAt, numbersAt, objectsAt, optionalNumberAt } from './json-inputs.ts';
import { type JsonObject, Refusal, type Verifier } from './verifier.ts';

const { stone } = stoneDensityFactors.factors;

const verifier: Verifier = {
  calculator: 'soc-stock',
  operations: { profile, 'coarse-fragments': coarseFragments },
  references: [
    'SimpleESM (Ferchaud & Chlebowski; fabienferchaud/SimpleESM, commit 19ad09a): fixed depth, slices of 1 mm, Hyman cubic, depth reached',
    'Base R approx(), spline() and splinefun(method = "hyman"): exact linear and cubic forms',
    'Poeplau, Vos & Don (2017), SOIL 3:61-66, method M4: coarse fragments (arithmetic)',
  ],
  notVerified: [
    'Intervals from replicate cores and from measurement errors are tested by simulated coverage only.',
    'The cut of a layer at the reporting depth and the choice of a reference mass are tested by hand arithmetic only.',
    'The linear extrapolation that replaces the cubic far below the profile is a rule of this portal.',
    'Coarse fragments are arithmetic from the cited equation, without an independent implementation.',
  ],
};
export default verifier;

/** Fixed depth and every form of equal soil mass for one profile of layers from the surface. */
function profile(inputs: JsonObject): unknown {
  const lower = numbersAt(inputs, 'layers_lower_cm');
  const soc = numbersAt(inputs, 'soc_g_kg');
  const density = numbersAt(inputs, 'fine_bd_g_cm3');
  if (soc.length !== lower.length || density.length !== lower.length)
    throw new Refusal(
      `${lower.length} layers, but ${soc.length} concentrations and ${density.length} densities`,
    );
  const layers = lower.map((depth, index) =>
    layerOf(lower[index - 1] ?? 0, depth, soc[index], density[index]),
  );
  const method = methodOf('total-volume', lower.at(-1));
  const fixed = fixedDepthStock(layers, method);
  const fixedDepth = {
    soil_mass_t_ha: fixed.layers.map((layer) => layer.mass),
    soc_stock_t_ha: fixed.layers.map((layer) => layer.stock),
    soc_stock_cum_t_ha: fixed.layers.map((layer) => layer.cumulativeStock),
    soil_mass_cum_t_ha: fixed.layers.map((layer) => layer.cumulativeMass),
  };
  if (listAt(inputs, 'reference_layer_mass_t_ha').length === 0) return { fixed_depth: fixedDepth };

  const masses = numbersAt(inputs, 'reference_layer_mass_t_ha');
  const depths = numbersAt(inputs, 'reference_layers_lower_cm');
  const reference = cumulativeMasses(masses.map((mass, index) => ({ lower: depths[index] ?? 0, mass })));
  const points = massProfile(layers, method);
  const at = (esm: 'linear' | 'fmm' | 'natural' | 'hyman') => {
    // The references follow the last cubic piece however far it goes.
    const stocks = equivalentMassStocks(points, reference, {
      method: esm,
      cubicReach: Number.POSITIVE_INFINITY,
    });
    return {
      soc_stock_cum_t_ha: stocks.map((one) => one.cumulativeStock),
      soc_stock_t_ha: stocks.map((one) => one.stock),
      depth_reached_mm: stocks.map((one) => one.depth * 10),
      extrapolated: stocks.map((one) => one.extrapolation !== null),
    };
  };
  return {
    fixed_depth: fixedDepth,
    esm_linear: at('linear'),
    esm_linear_discretised_1mm: { soc_stock_cum_t_ha: slicedStocks(layers, method, reference) },
    esm_cubic_hyman: at('hyman'),
    esm_cubic_fmm: at('fmm'),
    esm_cubic_natural: at('natural'),
  };
}

/** The stock of single layers, each with one of three densities. */
function coarseFragments(inputs: JsonObject): unknown {
  const results = objectsAt(inputs, 'layers').map(stockOfLayer);
  const missing = results.some((layer) => layer.fragmentsMissing);
  return {
    soc_stock_t_ha: results.map((layer) => (layer.fragmentsMissing ? null : layer.stock)),
    soc_stock_t_ha_if_zero: results.map((layer) => layer.stock),
    must_flag: missing ? 'coarse_fragments_missing' : null,
  };
}

const densities: readonly (readonly [string, DensityBasis])[] = [
  ['fine_earth_mass_per_total_volume_g_cm3', 'total-volume'],
  ['bulk_density_fine_earth_g_cm3', 'fine-earth'],
  ['bulk_density_whole_sample_g_cm3', 'whole-soil'],
];

function stockOfLayer(given: JsonObject) {
  const [key, basis] = densities.find(([name]) => (given[name] ?? null) !== null) ?? [];
  if (key === undefined || basis === undefined) throw new Refusal('a layer has no bulk density');
  const thickness = numberAt(given, 'thickness_cm');
  const method = methodOf(basis, thickness, optionalNumberAt(given, 'density_of_fragments_g_cm3'));
  const fragments = optionalNumberAt(given, 'coarse_fragments_volume_percent');
  const layer = layerOf(0, thickness, numberAt(given, 'soc_g_kg'), numberAt(given, key), fragments);
  const [stock] = fixedDepthStock([layer], method).layers;
  if (stock === undefined) throw new Refusal('the layer has no thickness');
  return stock;
}

function methodOf(
  densityBasis: DensityBasis,
  depth = Number.NaN,
  stones: number | null = null,
): ProfileMethod {
  return { densityBasis, reportingDepth: depth, stoneDensity: stones ?? stone.value };
}

function layerOf(
  upper: number,
  lower: number,
  soc = Number.NaN,
  bulkDensity = Number.NaN,
  fragments: number | null = null,
): SoilLayer {
  const errors = { concentrationError: null, densityError: null, fragmentsError: null };
  return { upper, lower, soc, bulkDensity, fragments, ...errors };
}
