import { type ChartWords, type Drawing, frame } from '../frame.ts';
import { type Markup, svg } from '../svg.ts';
import { isNarrow, leading, textLine, textLines, typeSizes } from '../text.ts';
import { textWidth, wrap } from '../wrap.ts';
import { drawLegend } from './legend.ts';
import type { PlotOptions } from './lines.ts';
import type { BarPlot, IntervalPlot, IntervalRow } from './model.ts';
import {
  bottomAxis,
  inPieces,
  type LinearScale,
  linearScale,
  type Piece,
  scaleOver,
  titleOf,
} from './scale.ts';

/** Where the rows of a plot lie: names beside their marks, or above them where there is little room. */
interface Rows {
  readonly column: number;
  readonly places: readonly { readonly lines: readonly string[]; readonly top: number; readonly y: number }[];
  readonly bottom: number;
  /** Where vertical lines run: beside the names, or in pieces between them. */
  readonly pieces: readonly Piece[];
}

interface NamedRow {
  readonly name: string;
  readonly printed: string;
}

const gap = 8;

function placeRows(rows: readonly NamedRow[], width: number, from: number): Rows {
  const { name: size } = typeSizes(width);
  const widest = Math.ceil(Math.max(0, ...rows.map(({ name }) => textWidth(name, size))));
  const column = isNarrow(width) ? 0 : Math.min(widest, width * 0.36) + 2 * gap;
  let bottom = from;
  const places = rows.map(({ name }) => {
    const lines = wrap(name, column > 0 ? column - 2 * gap : width, size);
    const tall = lines.length * leading(size);
    const height = column > 0 ? Math.max(28, tall + 8) : tall + 26;
    const top = bottom;
    bottom += height;
    return { lines, top, y: column > 0 ? top + height / 2 : top + tall + 12 };
  });
  bottom += 4;
  const pieces = places.map(({ y }): Piece => [y - 11, y + 11]);
  return {
    column,
    places,
    bottom,
    pieces: column > 0 || pieces.length === 0 ? [[from - 2, bottom]] : pieces,
  };
}

function drawName(lines: readonly string[], top: number, y: number, column: number, width: number): Markup {
  const { name: size } = typeSizes(width);
  const step = leading(size);
  const first = column > 0 ? y + size * 0.35 - ((lines.length - 1) * step) / 2 : top + size + 2;
  return textLines(lines, step, { x: 0, y: first, className: 'name' });
}

/** A scale that leaves room for the printed figures at the end. */
function scaleBeside(
  values: readonly number[],
  rows: readonly NamedRow[],
  column: number,
  width: number,
  fromZero: boolean,
): LinearScale {
  const { label } = typeSizes(width);
  const room = Math.max(0, ...rows.map(({ printed }) => textWidth(printed, label, true))) + gap;
  const flat = linearScale(values, [0, 1], 5, fromZero);
  return scaleOver(flat.domain, [column + 6, Math.max(column + 80, width - room - 4)]);
}

/** Stacked bars from a zero line, with the interval of the sum and the sum in figures. */
export function barPlot(plot: BarPlot, words: ChartWords, { width, format }: PlotOptions): Drawing {
  const parts = new Map(plot.bars.flatMap((bar) => bar.parts).map((part) => [part.name, part]));
  const legend = drawLegend(
    [...parts.values()].map(({ name, tone }) => ({ name, tone, mark: 'bar' })),
    width,
  );
  const rows = placeRows(plot.bars, width, legend.height + 2);
  const ends = plot.bars.flatMap(({ parts: own, interval }) => [
    own.reduce((sum, { value }) => sum + Math.max(0, value), 0),
    own.reduce((sum, { value }) => sum + Math.min(0, value), 0),
    ...(interval ?? []),
  ]);
  const scale = scaleBeside(ends, plot.bars, rows.column, width, true);
  const place = { left: rows.column, right: width, top: legend.height, bottom: rows.bottom, width };
  const axis = bottomAxis(scale, place, titleOf(plot.x), format, rows.pieces);
  const drawn = plot.bars.map((bar, index) => {
    const { lines, top, y } = rows.places[index] ?? { lines: [], top: 0, y: 0 };
    let [negative, positive] = [0, 0];
    const stacked = bar.parts.map(({ tone, value }) => {
      const start = value < 0 ? negative : positive;
      if (value < 0) negative += value;
      else positive += value;
      const [from, to] = [scale.at(start), scale.at(start + value)];
      return svg`<g class="series-${tone}"><rect class="bar" x="${Math.min(from, to)}" y="${y - 7}" width="${Math.abs(to - from)}" height="14"/></g>`;
    });
    const far = Math.max(scale.at(positive), ...(bar.interval ?? []).map((end) => scale.at(end)));
    return svg`${drawName(lines, top, y, rows.column, width)}${stacked}${drawInterval(bar.interval, scale, y)}
      ${printedAt(bar.printed, far, y, width)}`;
  });
  const body = svg`${legend.markup}${axis.markup}${drawn}`;
  return frame(words, { width, height: rows.bottom + axis.height, kind: 'plot' }, body);
}

/** Estimates with their intervals below one another, against a line of reference. */
export function intervalPlot(plot: IntervalPlot, words: ChartWords, { width, format }: PlotOptions): Drawing {
  const rows = placeRows(plot.rows, width, 2);
  const reference = plot.reference === null ? [] : [plot.reference];
  const values = [...plot.rows.flatMap(({ value, interval }) => [value, ...(interval ?? [])]), ...reference];
  const scale = scaleBeside(values, plot.rows, rows.column, width, plot.x.fromZero);
  const place = { left: rows.column, right: width, top: 0, bottom: rows.bottom, width };
  const axis = bottomAxis(scale, place, titleOf(plot.x), format, rows.pieces);
  const line = reference.map((at) => svg`<path class="mark" d="${inPieces(scale.at(at), rows.pieces)}"/>`);
  const drawn = plot.rows.map((row, index) => {
    const { lines, top, y } = rows.places[index] ?? { lines: [], top: 0, y: 0 };
    const far = Math.max(scale.at(row.value), ...(row.interval ?? []).map((end) => scale.at(end)));
    return svg`${drawName(lines, top, y, rows.column, width)}<g class="series-treated">${drawEstimate(row, scale, y)}</g>
      ${printedAt(row.printed, far, y, width)}`;
  });
  const body = svg`${axis.markup}${line}${drawn}`;
  return frame(words, { width, height: rows.bottom + axis.height, kind: 'plot' }, body);
}

function drawEstimate(row: IntervalRow, scale: LinearScale, y: number): Markup {
  const x = scale.at(row.value);
  if (row.pooled && row.interval) {
    const [left, right] = row.interval.map((end) => scale.at(end));
    return svg`<path class="pooled" d="M${left ?? x} ${y}L${x} ${y - 7}L${right ?? x} ${y}L${x} ${y + 7}Z"/>`;
  }
  const half = row.weight === undefined ? 5 : 2.5 + 5.5 * Math.sqrt(Math.max(0, Math.min(1, row.weight)));
  const mark =
    row.weight === undefined
      ? svg`<circle class="dot" cx="${x}" cy="${y}" r="${half}"/>`
      : svg`<rect class="dot" x="${x - half}" y="${y - half}" width="${2 * half}" height="${2 * half}"/>`;
  return svg`${drawInterval(row.interval, scale, y)}${mark}`;
}

function drawInterval(
  interval: readonly [number, number] | null,
  scale: LinearScale,
  y: number,
): Markup | undefined {
  if (interval === null) return undefined;
  const [left, right] = [scale.at(interval[0]), scale.at(interval[1])];
  return svg`<path class="interval" d="M${left} ${y}H${right}M${left} ${y - 4.5}v9M${right} ${y - 4.5}v9"/>`;
}

function printedAt(text: string, far: number, y: number, width: number): Markup {
  const { label } = typeSizes(width);
  return textLine(text, { x: far + gap, y: y + label * 0.35, className: 'label' });
}
