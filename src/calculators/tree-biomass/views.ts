import type { Estimate } from '../output.ts';
import type { ViewModel } from '../view.ts';
import type { Inputs } from './fields.ts';
import type { TreeOutputs } from './outputs.ts';

/** Lower limits of the classes of diameter, cm. */
const limits = [0, 10, 20, 30, 40, 60, 80, 100, 150];

/** Biomass of a hectare by classes of diameter: few large trees often hold most of it. */
export function diameterClasses({ plotArea }: Inputs, { trees, plots }: TreeOutputs): ViewModel | null {
  const classes = limits.map((from, index) => {
    const to = limits[index + 1] ?? null;
    const own = trees.filter(
      ({ diameter }) => (diameter ?? -1) >= from && (diameter ?? -1) < (to ?? Infinity),
    );
    const kilograms = own.reduce((sum, { agb }) => sum + (agb ?? 0), 0);
    return { from, to, count: own.length, biomass: kilograms / 1000 / (plotArea * plots.length) };
  });
  const first = classes.findIndex(({ count }) => count > 0);
  const last = classes.findLastIndex(({ count }) => count > 0);
  if (first < 0 || first === last) return null;
  return {
    kind: 'bars',
    x: { name: 'biomass', symbol: 't/ha' },
    bars: classes.slice(first, last + 1).map(({ from, to, count, biomass }) => ({
      name: {
        key: to === null ? 'view.classes.above' : 'view.classes.class',
        values: { from, to: to ?? from, count },
      },
      parts: [{ name: 'biomass', tone: 'treated', value: biomass }],
    })),
  };
}

/** More plots than these do not stand below one another. */
const mostPlots = 30;

/** Every plot with the interval of measuring, and their mean with the interval of how they differ. */
export function plotByPlot(_: Inputs, { plots, betweenPlots }: TreeOutputs): ViewModel | null {
  const mean = betweenPlots.value;
  if (mean === null || plots.length > mostPlots) return null;
  const rows = plots.flatMap(({ plot, agb, low, high }) =>
    agb === null
      ? []
      : [{ name: plot === null ? 'unnamed' : { text: plot }, value: agb, interval: interval(low, high) }],
  );
  const pooled = { name: 'mean', value: mean, interval: intervalOf(betweenPlots), pooled: true };
  return { kind: 'intervals', x: { name: 'biomass', symbol: 't/ha' }, rows: [...rows, pooled] };
}

function intervalOf({ low, high }: Estimate) {
  return interval(low ?? null, high ?? null);
}

function interval(low: number | null, high: number | null) {
  return low === null || high === null ? null : ([low, high] as const);
}

/** Heights against diameters: what was measured, and what was predicted; slips of the pen stand out. */
export function heightsByDiameter(_: Inputs, { trees }: TreeOutputs): ViewModel | null {
  const points = (measured: boolean) =>
    trees.flatMap(({ diameter, height, heightFrom }): (readonly [number, number])[] =>
      diameter === null || height === null || (heightFrom === 'measured') !== measured
        ? []
        : [[diameter, height]],
    );
  const [measured, predicted] = [points(true), points(false)];
  if (measured.length + predicted.length < 3) return null;
  return {
    kind: 'lines',
    x: { name: 'diameter', symbol: 'cm' },
    y: { name: 'height', symbol: 'm' },
    lines: [
      ...(measured.length > 0
        ? [{ name: 'measured', tone: 'treated' as const, style: 'points' as const, points: measured }]
        : []),
      ...(predicted.length > 0
        ? [{ name: 'predicted', tone: 'comparison' as const, style: 'points' as const, points: predicted }]
        : []),
    ],
  };
}
