import type { TreesBiomass } from '../../science/tree-biomass/trees.ts';
import type { Warning } from '../define.ts';
import type { warnings } from './codes.ts';
import { densityOf } from './densities.ts';
import type { Inputs } from './fields.ts';

type Code = (typeof warnings)[number];

/** Above it a height is rarely right, m. */
const tallAbove = 60;
/** Share of the biomass from which one tree decides the result, %. */
const largeShare = 30;

interface Known {
  readonly simulated: boolean;
  /** The interval of carbon has the error of the roots. */
  readonly rootsSampled: boolean;
}

/** What to look at; values count trees, unless they are the value of an input. */
export function warningsOf(
  inputs: Inputs,
  { trees, agb, heightModel }: TreesBiomass,
  { simulated, rootsSampled }: Known,
): readonly Warning<Code>[] {
  const about = (code: Code, value: number | null = null): Warning<Code> => ({ code, path: null, value });
  const counted = (code: Code, holds: (index: number) => boolean) => {
    const count = trees.filter((_, index) => holds(index)).length;
    return count > 0 ? [about(code, count)] : [];
  };
  const when = (code: Code, holds: boolean, value: number | null = null) =>
    holds ? [about(code, value)] : [];
  const diameter = (index: number) => inputs.trees[index]?.diameter ?? Number.NaN;
  const outside = (value: number, range: readonly [number, number] | null | undefined) =>
    range != null && (value < range[0] || value > range[1]);
  const densities = inputs.trees.map((tree) => densityOf(tree, inputs));
  const largest = trees.reduce((high, tree) => Math.max(high, tree.agb), 0);
  const share = agb > 0 ? Math.round((100 * largest) / agb) : 0;
  return [
    ...counted('outside-range', (index) => outside(diameter(index), trees[index]?.fitted)),
    ...counted(
      'beyond-heights',
      (index) => trees[index]?.predicted === true && outside(diameter(index), heightModel?.diameters),
    ),
    ...inputs.trees.flatMap(({ height }, index) =>
      height !== null && height > tallAbove
        ? [{ code: 'tall' as const, path: `trees.${index}.height`, value: height }]
        : [],
    ),
    ...counted('density-of-genus', (index) => densities[index]?.from === 'genus'),
    ...counted('density-unknown', (index) => densities[index]?.from === 'mean'),
    ...when('one-tree', trees.length > 4 && share >= largeShare, share),
    ...when(
      'root-outlier',
      inputs.belowGround === 'ipcc-2019' &&
        inputs.zone === 'tropical-rainforest' &&
        inputs.continent === 'africa',
    ),
    ...when('no-interval', !simulated),
    ...when('roots-without-error', simulated && !rootsSampled),
    ...when('one-plot', new Set(inputs.trees.map(({ plot }) => plot)).size === 1),
  ];
}
