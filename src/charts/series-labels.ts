import type { Scale } from './axis.ts';
import type { Series } from './series.ts';
import { type Markup, svg } from './svg.ts';
import { isNarrow, isolate, leading, type TypeSizes, textLine, textLines } from './text.ts';
import { textWidth, wrap } from './wrap.ts';

/** The words at the end of a series. */
export interface EndLabel {
  readonly lines: readonly string[];
  /** The label is short enough to follow its figure on one line. */
  readonly inline: boolean;
  readonly printed: string;
  readonly series: Series['series'];
  readonly point: { readonly x: number; readonly y: number };
  readonly x: number;
  readonly wide: number;
  readonly tall: number;
  /** Of the first baseline. */
  readonly y: number;
}

export const labelGap = 9;
const widestLabel = 150;

/** Room at the end of the axis for the widest label. */
export function labelColumn(list: readonly Series[], sizes: TypeSizes, width: number): number {
  const widths = list.flatMap(({ label, printed }) => [
    textWidth(label, sizes.name),
    textWidth(printed, sizes.label, true),
  ]);
  return Math.min(Math.max(0, ...widths), width * (isNarrow(width) ? 0.3 : 0.24)) + labelGap;
}

export interface LabelSpace {
  readonly x: Scale;
  readonly y: Scale;
  readonly column: number;
  readonly sizes: TypeSizes;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Labels beside the last points, moved apart where they would lie on each other, kept inside the frame. */
export function placeLabels(list: readonly Series[], space: LabelSpace): EndLabel[] {
  const { sizes, top, bottom } = space;
  const labels = list.flatMap((series) => labelOf(series, space)).sort((a, b) => a.y - b.y);
  const down: EndLabel[] = [];
  for (const label of labels) {
    const ends = down.filter((other) => sideBySide(other, label)).map((other) => other.y + other.tall);
    down.push({ ...label, y: Math.max(label.y, top + sizes.label * 0.5, ...ends) });
  }
  const up: EndLabel[] = [];
  for (const label of down.toReversed()) {
    const limits = up.filter((other) => sideBySide(other, label)).map((other) => other.y);
    const limit = Math.min(bottom + sizes.label, ...limits) - label.tall;
    up.push({ ...label, y: Math.max(top + sizes.label * 0.5, Math.min(label.y, limit)) });
  }
  return up;
}

function labelOf({ label, printed, points, series }: Series, space: LabelSpace): EndLabel[] {
  const { x, y, column, sizes, width } = space;
  const last = points.at(-1);
  if (!last) return [];
  const point = { x: x(last.x), y: y(last.value) };
  const room = Math.max(column - labelGap, Math.min(width - point.x - 2 * labelGap, widestLabel));
  const lines = wrap(label, room, sizes.name);
  const figure = textWidth(printed, sizes.label, true);
  const inline = figure + 6 + textWidth(label, sizes.name) <= room;
  const tall = leading(sizes.label) + (inline ? 0 : lines.length * leading(sizes.name));
  const place = { x: point.x + labelGap + 3, y: point.y + sizes.label * 0.35 };
  return [{ lines, inline, printed, series, point, tall, wide: room, ...place }];
}

function sideBySide(a: EndLabel, b: EndLabel): boolean {
  return a.x < b.x + b.wide && b.x < a.x + a.wide;
}

/** The words of a series, with a line to their point where they were moved away from it. */
export function drawLabel(label: EndLabel, sizes: TypeSizes): Markup {
  const { printed, lines, inline, series, point, x, y } = label;
  const middle = y - sizes.label * 0.35;
  const leader =
    Math.abs(middle - point.y) > 5 &&
    svg`<path class="leader series-${String(series)}" d="M${point.x} ${point.y}L${x - 3} ${middle}"/>`;
  if (inline) {
    return svg`${leader}<text x="${x}" y="${y}"><tspan class="label">${printed}</tspan>
      <tspan class="name" dx="5">${lines.map(isolate)}</tspan></text>`;
  }
  const rest = { x, y: y + leading(sizes.name), className: 'name' };
  return svg`${leader}${textLine(printed, { x, y, className: 'label' })}
    ${textLines(lines, leading(sizes.name), rest)}`;
}
