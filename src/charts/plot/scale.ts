import { nice, ticks } from 'd3-array';
import { type Markup, svg, writeNumber } from '../svg.ts';
import { textLine, typeSizes } from '../text.ts';
import { textWidth } from '../wrap.ts';

/** A linear scale: small, for it goes to the reader's browser. */
export interface LinearScale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  at(value: number): number;
}

const smallest = 1e-12;

/** A scale with round ends over all values; it holds for no value, one value and equal values. */
export function linearScale(
  values: Iterable<number>,
  range: readonly [number, number],
  count: number,
  fromZero: boolean,
): LinearScale {
  let [low, high] = fromZero ? [0, 0] : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) [low, high] = [0, 1];
  if (high - low < smallest) {
    const pad = Math.abs(low) / 10;
    [low, high] = pad < smallest ? [0, 1] : [low - pad, low + pad];
  }
  const [start = low, end = high] = nice(low, high, count);
  return scaleOver([start, end], range);
}

/** The same domain over another range. */
export function scaleOver(domain: readonly [number, number], range: readonly [number, number]): LinearScale {
  const step = (range[1] - range[0]) / (domain[1] - domain[0]);
  return { domain, range, at: (value) => range[0] + (value - domain[0]) * step };
}

/** Round values of a scale, fewer where their words would touch. */
export function ticksOf(scale: LinearScale, count: number, widest: (value: number) => number): number[] {
  const length = Math.abs(scale.range[1] - scale.range[0]);
  for (let wanted = count; wanted > 1; wanted -= 1) {
    const values = ticks(...scale.domain, wanted);
    const room = length / Math.max(1, values.length - 1);
    if (values.length <= count + 2 && values.every((value) => widest(value) + 8 <= room)) return values;
  }
  return ticks(...scale.domain, 1);
}

export interface AxisPlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

type Format = (value: number) => string;

/** From top to bottom, where a vertical line is drawn. */
export type Piece = readonly [from: number, to: number];

/** A vertical line in pieces, as the data of a path. */
export function inPieces(x: number, pieces: readonly Piece[]): string {
  return pieces.map(([from, to]) => `M${writeNumber(x)} ${writeNumber(from)}V${writeNumber(to)}`).join('');
}

/** Vertical hairlines with their numbers below, and what is counted at the end; lines leave out names in their way. */
export function bottomAxis(
  scale: LinearScale,
  { top, bottom, width }: AxisPlace,
  title: string,
  format: Format,
  pieces: readonly Piece[] = [[top, bottom]],
): { readonly markup: Markup; readonly height: number } {
  const { tick } = typeSizes(width);
  const values = ticksOf(scale, width < 480 ? 4 : 6, (value) => textWidth(format(value), tick));
  const y = bottom + tick + 5;
  const lines = values.map(
    (value) => svg`<path class="${value === 0 ? 'zero' : 'grid'}" d="${inPieces(scale.at(value), pieces)}"/>`,
  );
  const numbers = values.map((value) => {
    const half = textWidth(format(value), tick) / 2;
    const x = Math.min(Math.max(scale.at(value), half), width - half);
    return textLine(format(value), { x, y, className: 'tick', anchor: 'middle' });
  });
  if (title === '') return { markup: svg`${lines}${numbers}`, height: y - bottom + 6 };
  const below = y + tick + 5;
  const x = Math.min(width, Math.max(scale.range[1], textWidth(title, tick))); // a long one begins at the edge
  const name = textLine(title, { x, y: below, className: 'tick', anchor: 'end' });
  return { markup: svg`${lines}${numbers}${name}`, height: below - bottom + 6 };
}

/** Horizontal hairlines with their numbers at the left. */
export function leftAxis(
  scale: LinearScale,
  values: readonly number[],
  { left, right, width }: AxisPlace,
  format: Format,
): Markup {
  const { tick } = typeSizes(width);
  return svg`${values.map((value) => {
    const y = scale.at(value);
    const place = { x: left - 6, y: y + tick * 0.35, className: 'tick', anchor: 'end' as const };
    return svg`<path class="${value === 0 ? 'zero' : 'grid'}" d="M${left} ${y}H${right}"/>${textLine(format(value), place)}`;
  })}`;
}

/** What an axis counts, with its unit. */
export function titleOf({ name, unit }: { readonly name: string; readonly unit: string }): string {
  return unit === '' ? name : name === '' ? unit : `${name}, ${unit}`;
}
