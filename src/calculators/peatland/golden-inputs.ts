import { gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import type { GoldenInput } from '../golden-input.ts';

/** What is read of a reference case of `golden/peatland`. */
interface GoldenCase {
  readonly id: string;
  readonly operation: string;
  readonly inputs: {
    readonly drained_category?: string | undefined;
    readonly rewetted_category?: string | undefined;
    readonly area_ha?: number | undefined;
  };
  /** By set of potentials. */
  readonly expected: object;
}

const figures = {
  benefit: 'benefit_t_co2e_ha_yr',
  drained: 'drained_t_co2e_ha_yr',
  rewetted: 'rewetted_t_co2e_ha_yr',
} as const;

/** The reference balances as a reader would enter them, one entry for each set of potentials; for tests only. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases
    .filter(({ operation }) => operation === 'balance')
    .flatMap(({ id, inputs, expected }) =>
      Object.entries(expected).map(([name, totals]: [string, Readonly<Record<string, number>>]) => ({
        case: id,
        raw: {
          drained: keyOf(inputs.drained_category),
          rewetted: keyOf(inputs.rewetted_category),
          area: inputs.area_ha,
          gwpSet: gwpSets.find((set) => set === keyOf(name.toLowerCase())),
        },
        expected: Object.fromEntries(
          Object.entries(figures).map(([figure, key]) => [figure, totals[key] ?? Number.NaN]),
        ),
      })),
    );
}

/** `temperate.grassland_poor` as the fields have it. */
function keyOf(name = ''): string {
  return name.replaceAll(/[._]/g, '-');
}
