import type { ViewModel } from '../view.ts';
import { type Precision, precisionAround } from './assess.ts';
import { marginOf, type SamplingInputs } from './inputs.ts';
import type { SamplingOutputs } from './outputs.ts';

/** How the half-width falls with the number of plots; null where there is nothing left to gain. */
export function halfWidthByPlots(inputs: SamplingInputs, outputs: SamplingOutputs): ViewModel | null {
  return curve(inputs, outputs, 'plots', outputs.n.value, ({ plots }) => plots);
}

/** The same against what the plots cost; null without costs. */
export function halfWidthByCost(inputs: SamplingInputs, outputs: SamplingOutputs): ViewModel | null {
  return curve(inputs, outputs, 'cost', outputs.cost.value, ({ cost }) => cost);
}

function curve(
  inputs: SamplingInputs,
  outputs: SamplingOutputs,
  name: 'plots' | 'cost',
  at: number | null,
  along: (one: Precision) => number | null,
): ViewModel | null {
  const [n, halfWidth] = [outputs.n.value, outputs.halfWidth.value];
  if (at === null || n === null || halfWidth === null || halfWidth <= 0) return null;
  const points = precisionAround(inputs, n).flatMap((one): [number, number][] => {
    const x = along(one);
    // Student's t of one degree of freedom would flatten all the rest.
    return x === null || one.halfWidth > 3 * halfWidth ? [] : [[x, one.halfWidth]];
  });
  if (points.length < 2) return null;
  const margin = inputs.goal === 'margin' ? marginOf(inputs) : null;
  return {
    kind: 'lines',
    x: { name, symbol: '' },
    y: { name: 'half-width', symbol: 't/ha' },
    lines: [
      { name: 'best', tone: 'treated', points },
      { name: 'plan', tone: '2', style: 'points', points: [[at, halfWidth]] },
    ],
    marks: margin === null ? [] : [{ axis: 'y', at: margin, name: 'margin' }],
    values: {
      at: { number: at, digits: 6, signed: false },
      halfWidth: { number: halfWidth, digits: 3, signed: false },
    },
  };
}

/** Where the plots lie: one bar a stratum; null for a single stratum. */
export function plotsByStratum(inputs: SamplingInputs, { strata }: SamplingOutputs): ViewModel | null {
  if (strata.length < 2) return null;
  return {
    kind: 'bars',
    x: { name: 'plots', symbol: '' },
    bars: strata.map(({ n }, index) => {
      const name = inputs.strata[index]?.name ?? null;
      const numbered = { key: 'row.strata.label', values: { number: index + 1 } };
      return {
        name: name === null ? numbered : { text: name },
        parts: [{ name: 'planned', tone: 'treated', value: n ?? 0 }],
      };
    }),
    digits: 6,
  };
}
