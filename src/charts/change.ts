import {
  type AxisWords,
  type Beside,
  besideUnit,
  bottomAxis,
  rangeBeside,
  type Scale,
  scaleFor,
  ticksThatFit,
  verticalGrid,
} from './axis.ts';
import { type Estimate, endsOf, rangeOf, seriesClass, valuesOf, whiskerOf } from './estimate.ts';
import { type ChartWords, type Drawing, frame } from './frame.ts';
import { type Markup, svg } from './svg.ts';
import { isNarrow, leading, type TypeSizes, textLine, textLines, typeSizes } from './text.ts';
import { textWidth, wrap } from './wrap.ts';

/** A change over time, or a difference from comparison land, with the words that say of what. */
export interface Change extends Estimate {
  readonly label: string;
}

export interface ChangeOptions extends AxisWords {
  readonly width: number;
}

interface Row {
  readonly change: Change;
  readonly lines: readonly string[];
  readonly top: number;
  readonly y: number;
  readonly bottom: number;
}

const gap = 6;
const barHeight = 13;

/** Changes of one unit as bars from an ink zero line; the printed figure stands at the far end. */
export function changeChart(changes: readonly Change[], words: ChartWords, options: ChangeOptions): Drawing {
  const { width } = options;
  const sizes = typeSizes(width);
  const column = isNarrow(width) ? 0 : labelColumn(changes, sizes, width);
  const rows = placeRows(changes, width, column, sizes);
  const count = isNarrow(width) ? 3 : 4;
  const scale = scaleFor(changes.flatMap(valuesOf), { range: [0, 1], count, fromZero: true });
  const printed = [...beside(changes, scale, sizes), ...besideUnit(options, scale, width)];
  scale.range(rangeBeside(printed, column + 2, width - 2));
  const ticks = ticksThatFit(scale, count, options.format, sizes.tick);
  const bottom = (rows.at(-1)?.bottom ?? 0) - (column > 0 ? 0 : 10);
  const axis = bottomAxis(scale, ticks, options, { y: bottom, width });
  const grid =
    column > 0
      ? verticalGrid(scale, ticks, 0, bottom)
      : rows.map((row) => verticalGrid(scale, ticks, row.y - 11, row.y + 11));
  const drawn = rows.map((row) => drawRow(row, scale, column, sizes));
  return frame(
    words,
    { width, height: bottom + axis.height, kind: 'change' },
    svg`${grid}${drawn}${axis.markup}`,
  );
}

/** The far end decides on which side of zero the printed figure stands. */
function isNegative(change: Change): boolean {
  const values = valuesOf(change);
  return Math.abs(Math.min(0, ...values)) > Math.max(0, ...values);
}

function labelColumn(changes: readonly Change[], sizes: TypeSizes, width: number): number {
  const widest = Math.max(0, ...changes.map(({ label }) => textWidth(label, sizes.name)));
  return Math.min(widest, width * 0.42) + 3 * gap;
}

/** The room that printed figures need at the far ends, on a scale from 0 to 1. */
function beside(changes: readonly Change[], shares: Scale, sizes: TypeSizes): Beside[] {
  return changes.map((change) => {
    const places = valuesOf(change).map(shares);
    const negative = isNegative(change);
    return {
      share: negative ? Math.min(...places) : Math.max(...places),
      room: textWidth(change.printed, sizes.label, true) + 2 * gap + 4,
      side: negative ? 'left' : 'right',
    };
  });
}

function placeRows(changes: readonly Change[], width: number, column: number, sizes: TypeSizes): Row[] {
  const rows: Row[] = [];
  for (const change of changes) {
    const top = rows.at(-1)?.bottom ?? 0;
    const lines = wrap(change.label, column > 0 ? column - 3 * gap : width, sizes.name);
    const tall = lines.length * leading(sizes.name);
    if (column > 0) {
      const height = Math.max(32, tall + 12);
      rows.push({ change, lines, top, y: top + height / 2, bottom: top + height });
    } else rows.push({ change, lines, top, y: top + tall + 15, bottom: top + tall + 38 });
  }
  return rows;
}

function drawRow({ change, lines, top, y }: Row, scale: Scale, column: number, sizes: TypeSizes): Markup {
  const step = leading(sizes.name);
  const [left, right] = endsOf(change, scale);
  const negative = isNegative(change);
  const label = textLines(lines, step, {
    x: 0,
    y: column > 0 ? y + sizes.name * 0.35 - ((lines.length - 1) * step) / 2 : top + sizes.name,
    className: 'name',
  });
  const value = textLine(change.printed, {
    x: negative ? left - gap : right + gap,
    y: y + sizes.label * 0.35,
    className: 'label',
    ...(negative && { anchor: 'end' as const }),
  });
  return svg`${label}<g class="${seriesClass('treated', change)}">${barOf(change, scale, y)}</g>${value}`;
}

function barOf(change: Change, scale: Scale, y: number): Markup {
  const { value } = change;
  const zero = scale(0);
  if (typeof value !== 'number') {
    const nearest = Math.min(...value.map((end) => Math.abs(end)));
    const near = value.find((end) => Math.abs(end) === nearest) ?? 0;
    return svg`<path class="guide" d="M${zero} ${y}H${scale(near)}"/>${rangeOf(value, scale, y)}`;
  }
  const [from, to] = [Math.min(zero, scale(value)), Math.max(zero, scale(value))];
  return svg`<rect class="bar" x="${from}" y="${y - barHeight / 2}" width="${to - from}" height="${barHeight}"/>
    ${whiskerOf(change, scale, y)}`;
}
