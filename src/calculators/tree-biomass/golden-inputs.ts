import type { GoldenInput } from '../golden-input.ts';

/** What is read of a reference case of `golden/tree-biomass`. */
interface GoldenCase {
  readonly id: string;
  readonly operation: string;
  readonly inputs: {
    readonly equation?: string | undefined;
    readonly equation_set?: string | undefined;
    readonly equations?: readonly { readonly equation_id: string; readonly taxa: string }[] | undefined;
    readonly region?: string | undefined;
    readonly dbh_cm?: readonly number[] | undefined;
    readonly height_m?: readonly number[] | undefined;
    readonly wood_density_g_cm3?: readonly number[] | undefined;
    readonly E?: readonly number[] | undefined;
    readonly dbh_limit_cm?: number | undefined;
    readonly plot_area_ha?: number | undefined;
  };
  /** Masses of trees in kg, or of equations and their trees; a stand in t/ha. */
  readonly expected: object;
}

/** The reference trees as a reader would enter them; for tests only. Where E differs by tree, one entry a tree. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap((one) => {
    if (one.operation === 'equation-set') return ofSet(one);
    if (one.operation !== 'trees' || !('agb_kg' in one.expected || 'agb_t_ha' in one.expected)) return [];
    return one.inputs.E === undefined ? [ofPlot(one)] : ofSingleTrees(one);
  });
}

/** In kg on a plot of 0.1 ha: t/ha = kg / 100. */
const smallPlot = 0.1;

function ofPlot({ id, inputs, expected }: GoldenCase): GoldenInput {
  const { dbh_cm = [], plot_area_ha: plotArea = smallPlot, dbh_limit_cm, region } = inputs;
  const { agb_t_ha, agb_kg = [] } = expected as { agb_t_ha?: number; agb_kg?: readonly number[] };
  const total = agb_kg.reduce((sum, kilograms) => sum + kilograms, 0) / 1000 / plotArea;
  return {
    case: id,
    raw: {
      plotArea,
      trees: dbh_cm.map((_, index) => treeOf(inputs, index)),
      ...(dbh_limit_cm === undefined ? {} : { diameterLimit: dbh_limit_cm }),
      ...(region === undefined ? {} : { heights: 'feldpausch', region }),
    },
    expected: { agb: agb_t_ha ?? total },
  };
}

function ofSingleTrees({ id, inputs, expected }: GoldenCase): readonly GoldenInput[] {
  const { agb_kg = [] } = expected as { agb_kg?: readonly number[] };
  const way = inputs.equation?.includes('eq7') ? { equation: 'chave-7-biomass' } : { heights: 'chave-6a' };
  return agb_kg.map((kilograms, index) => ({
    case: id,
    raw: { ...way, stress: inputs.E?.[index], plotArea: smallPlot, trees: [treeOf(inputs, index)] },
    expected: { agb: kilograms / 1000 / smallPlot },
  }));
}

function treeOf(
  { dbh_cm = [], height_m = [], wood_density_g_cm3 = [] }: GoldenCase['inputs'],
  index: number,
) {
  return { diameter: dbh_cm[index], height: height_m[index], woodDensity: wood_density_g_cm3[index] };
}

/** One tree of 20 cm for every species of a set; groups with classes of wood density are left out. */
function ofSet({ id, inputs, expected }: GoldenCase): readonly GoldenInput[] {
  const { equation_set = '', equations = [], dbh_cm = [] } = inputs;
  const { agb_kg = [] } = expected as { agb_kg?: readonly { agb_kg: readonly number[] }[] };
  const equation = ['wang-2006', 'xiang-2016'].find((set) => equation_set.startsWith(set.replace('-', '_')));
  const at = dbh_cm.indexOf(20);
  return equations.flatMap(({ taxa }, index): GoldenInput[] => {
    if (equation === undefined || equations.filter((other) => other.taxa === taxa).length > 1) return [];
    const kilograms = agb_kg[index]?.agb_kg[at] ?? Number.NaN;
    const [taxon = ''] = taxa.split(/,\s*/);
    const raw = { equation, plotArea: smallPlot, trees: [{ taxon, diameter: 20 }] };
    return [{ case: id, raw, expected: { agb: kilograms / 1000 / smallPlot } }];
  });
}
