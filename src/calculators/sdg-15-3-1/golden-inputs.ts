import { landCovers } from '../../science/sdg-15-3-1/domain.ts';
import type { InputRow } from '../fields.ts';
import type { GoldenInput } from '../golden-input.ts';

/** What is read of a reference case of `golden/sdg-15-3-1`. */
interface GoldenCase {
  readonly id: string;
  readonly operation: string;
  readonly inputs: {
    readonly units?: readonly GoldenUnit[] | undefined;
    readonly combinations?: readonly Combination[] | undefined;
    readonly initial?: readonly number[] | undefined;
    readonly final?: readonly number[] | undefined;
    readonly soc_baseline_t_ha?: Numbers | undefined;
    readonly soc_final_t_ha?: Numbers | undefined;
  };
  readonly expected: {
    readonly indicator?: Numbers | undefined;
    readonly lpd3?: Numbers | undefined;
    readonly land_cover?: Numbers | undefined;
    readonly soc?: Numbers | undefined;
    readonly area_degraded_km2?: number | undefined;
    readonly area_stable_km2?: number | undefined;
    readonly area_improved_km2?: number | undefined;
    readonly proportion_degraded_percent?: number | undefined;
  };
}
type Numbers = readonly (number | null)[];

interface GoldenUnit {
  readonly unit: string;
  readonly area_km2: number;
  readonly trajectory_class: number;
  readonly state_class_change: number;
  readonly performance: number;
  readonly land_cover_initial: number;
  readonly land_cover_final: number;
  readonly soc_baseline_t_ha: number;
  readonly soc_final_t_ha: number;
}

type Part = 'trajectory' | 'state' | 'performance' | 'productivity' | 'land_cover' | 'soc';
type Combination = {
  readonly [Name in Part | 'baseline' | 'reporting']?: number | null | undefined;
};

/**
 * The reference cases as a reader would enter them; for tests only. Cases of one part alone stand as units of
 * 1 km2 whose other parts are stable, so that the areas count the classes that the case expects.
 */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap((one) => {
    const { id, inputs, expected } = one;
    const { initial = [], final = [], soc_baseline_t_ha: before = [], soc_final_t_ha: after = [] } = inputs;
    const combinations = inputs.combinations ?? [];
    switch (one.operation) {
      case 'units':
        return [ofUnits(one)];
      case 'productivity':
        return [counting(id, combinations.map(partsOfProductivity), expected.lpd3)];
      case 'indicator':
        return [counting(id, combinations.map(threeParts), expected.indicator)];
      case 'land-cover':
        return [
          counting(
            id,
            initial.map((from, index) => coverOf(from, final[index])),
            expected.land_cover,
          ),
        ];
      case 'soc':
        return [
          counting(
            id,
            before.map((stock, index) => ({ socBaseline: stock, socFinal: after[index] ?? null })),
            expected.soc,
          ),
        ];
      default:
        return []; // classes and status before any area: their figures are not outputs
    }
  });
}

function ofUnits({ id, inputs, expected }: GoldenCase): GoldenInput {
  return {
    case: id,
    raw: {
      units: (inputs.units ?? []).map((unit) => ({
        ...{ unit: unit.unit, area: unit.area_km2 },
        ...{ trajectory: unit.trajectory_class, state: unit.state_class_change },
        performance: unit.performance,
        ...coverOf(unit.land_cover_initial, unit.land_cover_final),
        ...{ socBaseline: unit.soc_baseline_t_ha, socFinal: unit.soc_final_t_ha },
      })),
    },
    expected: {
      areaDegraded: expected.area_degraded_km2 ?? Number.NaN,
      areaStable: expected.area_stable_km2 ?? Number.NaN,
      areaImproved: expected.area_improved_km2 ?? Number.NaN,
      proportionDegraded: expected.proportion_degraded_percent ?? Number.NaN,
    },
  };
}

const allStable = {
  productivity: 4,
  ...{ landCoverInitial: 'grassland', landCoverFinal: 'grassland' },
  ...{ socBaseline: 50, socFinal: 50 },
};

function counting(id: string, parts: readonly InputRow[], classes: Numbers = []): GoldenInput {
  const count = (wanted: number | null) => classes.filter((one) => one === wanted).length;
  const units = parts.map((part, index) => ({ unit: `${index + 1}`, area: 1, ...allStable, ...part }));
  return {
    case: id,
    raw: { units, water: 'include' },
    expected: {
      ...{ areaDegraded: count(-1), areaStable: count(0) },
      ...{ areaImproved: count(1), areaNoData: count(null) },
    },
  };
}

/** Trajectory at 99 %, and state by three classes, for a part that is not stable. */
function partsOfProductivity({ trajectory, state, performance = null }: Combination): InputRow {
  return {
    ...{ trajectory: (trajectory ?? 0) * 3, state: (state ?? 0) * 3 },
    ...{ performance, productivity: null },
  };
}

function threeParts({ productivity, land_cover: cover, soc }: Combination): InputRow {
  const [missing, degraded, stable, improved] = [null, -1, 0, 1];
  const classes = new Map([
    [missing, null],
    [degraded, 1],
    [stable, 4],
    [improved, 5],
  ]);
  const stocks = new Map([
    [missing, null],
    [degraded, 40],
    [stable, 50],
    [improved, 60],
  ]);
  const covers = new Map([
    [missing, coverOf(undefined, 1)],
    [degraded, coverOf(1, 2)],
    [stable, coverOf(1, 1)],
    [improved, coverOf(2, 1)],
  ]);
  return {
    productivity: classes.get(productivity ?? missing) ?? null,
    socFinal: stocks.get(soc ?? missing) ?? null,
    ...covers.get(cover ?? missing),
  };
}

function coverOf(initial: number | undefined, final: number | undefined) {
  const name = (code: number | undefined) => (code === undefined ? null : (landCovers[code - 1] ?? null));
  return { landCoverInitial: name(initial), landCoverFinal: name(final) };
}
