import { type ChartWords, type Drawing, frame } from '../frame.ts';
import { type Markup, svg } from '../svg.ts';
import { textLine, typeSizes } from '../text.ts';
import { textWidth } from '../wrap.ts';
import type { PlotOptions } from './lines.ts';
import type { RasterPlot, RasterTick } from './model.ts';
import { type Colour, pngAddress } from './png.ts';
import { titleOf } from './scale.ts';

const opacities = [0.25, 0.5, 0.75, 1] as const;
const below = { red: 43, green: 123, blue: 186 }; // blue and orange, as dark as each other: on light and dark
const above = { red: 200, green: 100, blue: 26 }; // grounds alike, and told apart by colour-blind readers

/** Nothing there; below zero from the strongest to the weakest; about zero, the ground itself; above zero. */
const colours: readonly Colour[] = [
  { red: 128, green: 128, blue: 128, alpha: 0.55 },
  ...[...opacities].reverse().map((alpha) => ({ ...below, alpha })),
  { ...below, alpha: 0 },
  ...opacities.map((alpha) => ({ ...above, alpha })),
];
const aboutZero = opacities.length + 1;

/** Upper limits of the classes above zero; those below are their mirror. */
type Limits = readonly [number, number, number, number];

/** A twentieth, a fifth, half and the whole of a round number near the largest values. */
export function classLimits(cells: readonly (number | null)[]): Limits {
  const known = cells.filter((cell) => cell !== null);
  const sizes = Float64Array.from(known, Math.abs).sort();
  const large = sizes[Math.floor((sizes.length - 1) * 0.98)] ?? 0;
  const top = large > 0 ? roundNear(large) : 1;
  return [top / 20, top / 5, top / 2, top];
}

/** The nearest by ratio of 1, 2, 5, 10, 20 ... */
function roundNear(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value));
  const candidates = [1, 2, 5, 10].map((one) => one * ten);
  const far = (one: number) => Math.abs(Math.log(one / value));
  return candidates.reduce((best, one) => (far(one) < far(best) ? one : best));
}

/** The colour of a cell. */
export function classOf(cell: number | null, limits: Limits): number {
  if (cell === null) return 0;
  const steps = limits.filter((limit) => Math.abs(cell) >= limit).length;
  return aboutZero + Math.sign(cell) * steps;
}

/** Cells of a grid as a picture, with its classes of colour above it. */
export function rasterPlot(plot: RasterPlot, words: ChartWords, { width, format }: PlotOptions): Drawing {
  const { tick } = typeSizes(width);
  const limits = classLimits(plot.cells);
  const legend = drawClasses(plot, limits, { width, format });
  const top = legend.height + tick + 12;
  const bottom = top + Math.round(Math.min(260, Math.max(190, width * 0.4)));
  const left = Math.max(...plot.yTicks.map(({ name }) => textWidth(name, tick))) + 10;
  const right = width - 2;
  const x = (at: number) => left + (at / plot.columns) * (right - left);
  const y = (at: number) => bottom - (at / plot.rows) * (bottom - top);
  const picture = pngAddress({ width: plot.columns, height: plot.rows, at: pixelsOf(plot, limits) }, colours);
  const hours = plot.yTicks.map(({ at, name }) => {
    const place = { x: left - 7, y: y(at) + tick * 0.35, className: 'tick', anchor: 'end' as const };
    return svg`<path class="grid" d="M${left - 4} ${y(at)}H${left}"/>${textLine(name, place)}`;
  });
  const dates = fitting(plot.xTicks, x, tick).map(({ at, name }) => {
    const half = textWidth(name, tick) / 2;
    const middle = Math.min(Math.max(x(at), half), width - half);
    const place = { x: middle, y: bottom + tick + 6, className: 'tick', anchor: 'middle' as const };
    return svg`<path class="grid" d="M${x(at)} ${bottom}v4"/>${textLine(name, place)}`;
  });
  const below = bottom + 2 * (tick + 6);
  const name = textLine(titleOf(plot.x), { x: right, y: below, className: 'tick', anchor: 'end' });
  const body = svg`${legend.markup}
    ${textLine(titleOf(plot.y), { x: 0, y: legend.height + tick + 2, className: 'tick' })}
    ${imageOf(picture, { x: left, y: top, width: right - left, height: bottom - top })}${hours}${dates}${name}`;
  return frame(words, { width, height: below + 6, kind: 'plot' }, body);
}

/** The first row of a picture is its upper one, the last of a column of cells. */
function pixelsOf({ columns, rows, cells }: RasterPlot, limits: Limits): Uint8Array {
  return Uint8Array.from({ length: columns * rows }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    return classOf(cells[column * rows + rows - 1 - row] ?? null, limits);
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function imageOf(address: string, { x, y, width, height }: Box): Markup {
  return svg`<image class="raster" x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" href="${address}"/>`;
}

/** Every mark, or every second, third ... where their words would touch. */
function fitting(
  ticks: readonly RasterTick[],
  x: (at: number) => number,
  size: number,
): readonly RasterTick[] {
  for (let step = 1; step < ticks.length; step++) {
    const some = ticks.filter((_, index) => index % step === 0);
    const fit = some.every(({ at, name }, index) => {
      const next = some[index + 1];
      return next === undefined || x(next.at) - x(at) > textWidth(name, size) + 8;
    });
    if (fit) return some;
  }
  return ticks.slice(0, 1);
}

const barHeight = 13;
const widestCell = 46;

/** The classes as a bar with the limits between them, and what is counted. */
function drawClasses(
  { value, none, cells }: RasterPlot,
  limits: Limits,
  { width, format }: PlotOptions,
): { readonly markup: Markup; readonly height: number } {
  const { tick } = typeSizes(width);
  const classes = colours.length - 1;
  const cell = Math.min(widestCell, width / classes);
  const at = tick + 9;
  const bar = Uint8Array.from({ length: classes }, (_, index) => index + 1);
  const address = pngAddress({ width: classes, height: 1, at: bar }, colours);
  const ends = [...limits.map((limit) => -limit).reverse(), ...limits];
  const numbers = ends.map((limit, index) =>
    textLine(format(limit), {
      x: (index + 1) * cell,
      y: at + barHeight + tick + 3,
      className: 'tick',
      anchor: 'middle',
    }),
  );
  const height = at + barHeight + tick + 12;
  const missing = cells.includes(null) && drawMissing(none, { x: 0, y: height, width: cell, height: tick });
  return {
    markup: svg`${textLine(titleOf(value), { x: 0, y: tick + 1, className: 'tick' })}
      ${imageOf(address, { x: 0, y: at, width: cell * classes, height: barHeight })}
      <path class="grid" d="M0 ${at}h${cell * classes}v${barHeight}H0Z"/>${numbers}${missing}`,
    height: height + (missing === false ? 0 : tick + 10),
  };
}

function drawMissing(name: string, box: Box): Markup {
  const address = pngAddress({ width: 1, height: 1, at: new Uint8Array(1) }, colours);
  const words = { x: box.width + 8, y: box.y + box.height * 0.9, className: 'tick' };
  return svg`${imageOf(address, box)}${textLine(name, words)}`;
}
