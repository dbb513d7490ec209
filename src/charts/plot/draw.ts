import type { ChartWords, Drawing } from '../frame.ts';
import { linePlot, type PlotOptions } from './lines.ts';
import type { Plot, PlotTable } from './model.ts';
import { rasterPlot } from './raster.ts';
import { barPlot, intervalPlot } from './rows.ts';
import { wheelPlot } from './wheel.ts';

/** Any plot as SVG, the same in the build and in the browser. */
export function drawPlot(plot: Plot, words: ChartWords, options: PlotOptions): Drawing {
  if (plot.kind === 'lines') return linePlot(plot, words, options);
  if (plot.kind === 'raster') return rasterPlot(plot, words, options);
  if (plot.kind === 'wheel') return wheelPlot(plot, words, options);
  return plot.kind === 'bars' ? barPlot(plot, words, options) : intervalPlot(plot, words, options);
}

export interface TableWords {
  readonly low: string;
  readonly high: string;
  readonly name: string;
}

/** The same figures as a table. */
export function tableOf(plot: Plot, words: TableWords): PlotTable {
  const titled = ({ name, unit }: { readonly name: string; readonly unit: string }) =>
    unit === '' ? name || words.name : name === '' ? unit : `${name} (${unit})`;
  if (plot.kind === 'raster') return plot.table;
  if (plot.kind === 'wheel') {
    const rows = plot.sectors.flatMap(({ name, parts }) =>
      parts.map((part) => [name, part.name, part.score ?? plot.none]),
    );
    return { columns: plot.columns, rows };
  }
  if (plot.kind === 'bars') {
    const names = [...new Set(plot.bars.flatMap(({ parts }) => parts.map(({ name }) => name)))];
    const rows = plot.bars.map(({ name, parts, interval }) => [
      name,
      ...names.map((part) => parts.find((one) => one.name === part)?.value ?? null),
      interval?.[0] ?? null,
      interval?.[1] ?? null,
    ]);
    return { columns: [titled(plot.x), ...names, words.low, words.high], rows };
  }
  if (plot.kind === 'intervals') {
    const rows = plot.rows.map(({ name, value, interval }) => [
      name,
      value,
      interval?.[0] ?? null,
      interval?.[1] ?? null,
    ]);
    return { columns: [words.name, titled(plot.x), words.low, words.high], rows };
  }
  const rows = plot.lines.flatMap(({ name, points, band = [] }) => {
    const limits = new Map(band.map(([x, low, high]) => [x, [low, high] as const]));
    return points.map(([x, y]) => [name, x, y, limits.get(x)?.[0] ?? null, limits.get(x)?.[1] ?? null]);
  });
  return { columns: [words.name, titled(plot.x), titled(plot.y), words.low, words.high], rows };
}
