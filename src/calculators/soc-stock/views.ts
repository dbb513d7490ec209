import { fixedDepthStock, type LayerStock } from '../../science/soc-stock/fixed-depth.ts';
import type { Estimate } from '../output.ts';
import type { Name, ViewModel } from '../view.ts';
import type { SocStockInputs } from './assess.ts';
import type { SocStockOutputs } from './outputs.ts';

type Point = readonly [x: number, y: number];

/** Carbon from the surface against the soil it lies in: two samplings are compared where the soil is the same. */
export function carbonAgainstMass(inputs: SocStockInputs, outputs: SocStockOutputs): ViewModel {
  const { laterLayers } = inputs;
  const later = laterLayers.length === 0 ? null : pointsOf(fixedDepthStock(laterLayers, inputs).layers);
  const reference = outputs.referenceMass.value;
  return {
    kind: 'lines',
    x: { name: 'mass', symbol: 't/ha' },
    y: { name: 'stock', symbol: 't C/ha' },
    lines: [
      { name: 'first', tone: later === null ? 'treated' : 'comparison', points: pointsOf(outputs.layers) },
      ...(later === null ? [] : [{ name: 'later', tone: 'treated' as const, points: later }]),
    ],
    marks: reference === null ? [] : [{ axis: 'x', at: reference, name: 'reference' }],
  };
}

type Cumulated = { readonly [Name in 'cumulativeMass' | 'cumulativeStock']: LayerStock[Name] | null };

function pointsOf(layers: readonly Cumulated[]): readonly Point[] {
  const limits = layers.flatMap(({ cumulativeMass: x, cumulativeStock: y }): Point[] =>
    x === null || y === null ? [] : [[x, y]],
  );
  return [[0, 0], ...limits];
}

/** The change at fixed depth and at equal soil mass below one another; null without a second sampling. */
export function changeCompared(_: SocStockInputs, outputs: SocStockOutputs): ViewModel | null {
  const rows = [
    ...changeRow('fixed-depth', outputs.changeAtFixedDepth),
    ...changeRow('equal-mass', outputs.change),
  ];
  if (outputs.change.value === null) return null;
  return { kind: 'intervals', x: { name: 'change', symbol: 't C/ha' }, reference: 0, rows };
}

function changeRow(name: Name, { value, low, high }: Estimate) {
  if (value === null) return [];
  return [{ name, value, interval: low === undefined || high === undefined ? null : ([low, high] as const) }];
}
