import { extent } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type Markup, svg } from './svg.ts';
import { textLine, typeSizes } from './text.ts';
import { textWidth } from './wrap.ts';

export type Scale = ScaleLinear<number, number>;

export interface AxisWords {
  /** Unit as plain words, printed with the last tick; empty for a number without unit. */
  readonly unit: string;
  readonly format: (value: number) => string;
}

interface ScaleOptions {
  readonly range: readonly [number, number];
  readonly count: number;
  /** Zero belongs to the scale unless a quantity has none that means anything, as temperature or pH. */
  readonly fromZero: boolean;
}

/** A shorter span is no span: no unit here is that large. */
const smallest = 1e-12;

/** A linear scale with round ends over all values; it holds for no value, one value, and equal values. */
export function scaleFor(values: readonly number[], { range, count, fromZero }: ScaleOptions): Scale {
  const [low, high] = extent(fromZero ? [0, ...values] : values);
  const [start, end] = low === undefined || high === undefined ? [0, 1] : [low, high];
  return scaleLinear(end - start < smallest ? around(start) : [start, end], range).nice(count);
}

function around(value: number): [number, number] {
  const pad = Math.abs(value) / 10;
  return pad < smallest ? [0, 1] : [value - pad, value + pad];
}

/** Words that stand beside a value: how far along the domain it lies, from 0 to 1, and the room the words need. */
export interface Beside {
  readonly share: number;
  readonly room: number;
  readonly side: 'left' | 'right';
}

/** Room for the unit after the last tick, where it is short enough to stand there. */
export function besideUnit(words: AxisWords, shares: Scale, width: number): Beside[] {
  const size = typeSizes(width).tick;
  const [, end = 0] = shares.domain();
  const unit = textWidth(words.unit, size);
  if (unit > width / 5) return [];
  return [{ share: 1, room: unit + textWidth(words.format(end), size) / 2 + 4, side: 'right' }];
}

/** The widest range between two edges in which all words beside the values still fit. */
export function rangeBeside(words: readonly Beside[], from: number, to: number): [number, number] {
  let [left, right] = [from, to];
  for (let round = 0; round < 12; round += 1) {
    for (const { share, room, side } of words) {
      if (side === 'right' && share > 0) right = Math.min(right, (to - room - left * (1 - share)) / share);
      if (side === 'left' && share < 1) left = Math.max(left, (from + room - right * share) / (1 - share));
    }
  }
  return right - left > 20 ? [left, right] : [from, to];
}

/** As many round values as there is room to print below a horizontal scale, at most `count` or so. */
export function ticksThatFit(
  scale: Scale,
  count: number,
  format: AxisWords['format'],
  size: number,
): number[] {
  for (let wanted = count; wanted > 1; wanted -= 1) {
    const ticks = scale.ticks(wanted);
    const places = ticks.map((value) => ({ x: scale(value), half: textWidth(format(value), size) / 2 }));
    const fits = places.every(({ x, half }, index) => {
      const next = places[index + 1];
      return !next || next.x - next.half - x - half > 8;
    });
    if (fits && ticks.length <= count + 2) return ticks;
  }
  return scale.ticks(1);
}

/** Vertical hairlines where values are read, zero in ink. */
export function verticalGrid(scale: Scale, ticks: readonly number[], top: number, bottom: number): Markup {
  return svg`${ticks.map(
    (value) => svg`<path class="${value === 0 ? 'zero' : 'grid'}" d="M${scale(value)} ${top}V${bottom}"/>`,
  )}`;
}

/** Horizontal hairlines where values are read, zero in ink. */
export function horizontalGrid(scale: Scale, ticks: readonly number[], left: number, right: number): Markup {
  return svg`${ticks.map(
    (value) => svg`<path class="${value === 0 ? 'zero' : 'grid'}" d="M${left} ${scale(value)}H${right}"/>`,
  )}`;
}

export interface BottomAxis {
  readonly markup: Markup;
  readonly height: number;
}

/** Numbers below a horizontal scale; the unit follows the last one, or stands on a line of its own. */
export function bottomAxis(
  scale: Scale,
  ticks: readonly number[],
  words: AxisWords,
  place: { readonly y: number; readonly width: number },
): BottomAxis {
  const size = typeSizes(place.width).tick;
  const y = place.y + size + 5;
  const numbers = ticks.map((value) => {
    const text = words.format(value);
    const half = textWidth(text, size) / 2;
    const x = Math.min(Math.max(scale(value), half), place.width - half);
    return { text, x, half };
  });
  const drawn = numbers.map(({ text, x }) => textLine(text, { x, y, className: 'tick', anchor: 'middle' }));
  const last = numbers.at(-1);
  if (words.unit === '' || !last) return { markup: svg`${drawn}`, height: y - place.y + 6 };
  const start = last.x + last.half + 4;
  if (start + textWidth(words.unit, size) <= place.width) {
    const unit = textLine(words.unit, { x: start, y, className: 'tick' });
    return { markup: svg`${drawn}${unit}`, height: y - place.y + 6 };
  }
  const below = y + size + 4;
  const unit = textLine(words.unit, { x: last.x + last.half, y: below, className: 'tick', anchor: 'end' });
  return { markup: svg`${drawn}${unit}`, height: below - place.y + 6 };
}
