import { line } from 'd3-shape';
import { type AxisWords, bottomAxis, horizontalGrid, type Scale, scaleFor, ticksThatFit } from './axis.ts';
import { dotRadius, type Role, type Whisker } from './estimate.ts';
import { type ChartWords, type Drawing, frame } from './frame.ts';
import { drawLabel, labelColumn, labelGap, placeLabels } from './series-labels.ts';
import { type Markup, svg } from './svg.ts';
import { isNarrow, type TypeSizes, textLine, typeSizes } from './text.ts';
import { textWidth } from './wrap.ts';

export interface SeriesPoint {
  /** Year, or age in years. */
  readonly x: number;
  readonly value: number;
  readonly whisker?: Whisker | undefined;
}

export interface Series {
  readonly label: string;
  /** The last figure as it must be printed, above the label. */
  readonly printed: string;
  /** A role where there is one; else a number for the order of colours, 1 to 4. */
  readonly series: Role | 1 | 2 | 3 | 4;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesOptions {
  readonly width: number;
  readonly height?: number;
  readonly x: AxisWords;
  readonly y: AxisWords;
  readonly fromZero?: boolean;
}

/** Figures over years or age: points joined by dotted straight guides, each series named at its last point. */
export function seriesChart(list: readonly Series[], words: ChartWords, options: SeriesOptions): Drawing {
  const { width, height = isNarrow(width) ? 300 : 320 } = options;
  const sizes = typeSizes(width);
  const shown = list
    .filter(({ points }) => points.length > 0)
    .map(inOrder)
    .sort(comparisonLast);
  const points = shown.flatMap((series) => series.points);
  const top = options.y.unit === '' ? 10 : sizes.tick + 16;
  const foot = bottomHeight(sizes);
  const y = scaleFor(points.flatMap(heightsOf), {
    range: [height - foot, top],
    count: 5,
    fromZero: options.fromZero ?? true,
  });
  const heights = y.ticks(5);
  const left = Math.max(...heights.map((value) => textWidth(options.y.format(value), sizes.tick))) + labelGap;
  const column = labelColumn(shown, sizes, width);
  const x = scaleFor(
    points.map((point) => point.x),
    {
      range: [left + dotRadius + 2, width - column - labelGap],
      count: isNarrow(width) ? 4 : 5,
      fromZero: false,
    },
  );
  const labels = placeLabels(shown, { x, y, column, sizes, width, top, bottom: height - foot });
  const ticks = ticksThatFit(x, isNarrow(width) ? 4 : 6, options.x.format, sizes.tick);
  const axis = bottomAxis(x, ticks, options.x, { y: height - foot, width });
  const numbers = heights.map((value) => {
    const place = {
      x: left - labelGap,
      y: y(value) + sizes.tick * 0.35,
      className: 'tick',
      anchor: 'end' as const,
    };
    return textLine(options.y.format(value), place);
  });
  const unit = options.y.unit !== '' && textLine(options.y.unit, { x: 0, y: sizes.tick, className: 'tick' });
  return frame(
    words,
    { width, height: height - foot + axis.height, kind: 'series' },
    svg`${unit}${horizontalGrid(y, heights, left, width - column)}${numbers}
      ${labels.map((label) => drawLabel(label, sizes))}
      ${shown.map((series) => drawSeries(series, x, y))}${axis.markup}`,
  );
}

function inOrder(series: Series): Series {
  return { ...series, points: series.points.toSorted((a, b) => a.x - b.x) };
}

/** The open dot of a comparison lies above the first point of a treated series that starts from it. */
function comparisonLast(a: Series, b: Series): number {
  return Number(a.series === 'comparison') - Number(b.series === 'comparison');
}

function heightsOf({ value, whisker }: SeriesPoint): number[] {
  return whisker ? [value, whisker.low, whisker.high] : [value];
}

function bottomHeight(sizes: TypeSizes): number {
  return sizes.tick + 11;
}

function drawSeries({ series, points }: Series, x: Scale, y: Scale): Markup {
  const path = line<SeriesPoint>(
    (point) => x(point.x),
    (point) => y(point.value),
  ).digits(1)(points);
  const guide = points.length > 1 && path !== null && svg`<path class="joined" d="${path}"/>`;
  const dots = points.map(
    (point) => svg`${whiskerAt(point, x, y)}
      <circle class="dot" cx="${x(point.x)}" cy="${y(point.value)}" r="${dotRadius - 0.5}"/>`,
  );
  return svg`<g class="series-${String(series)}">${guide}${dots}</g>`;
}

function whiskerAt({ x: at, whisker }: SeriesPoint, x: Scale, y: Scale): Markup | undefined {
  if (!whisker) return undefined;
  const [low, high] = [y(whisker.low), y(whisker.high)];
  const d = svg`M${x(at)} ${low}V${high}M${x(at) - 4.5} ${low}h9M${x(at) - 4.5} ${high}h9`;
  return svg`<path class="${whisker.kind}" d="${d}"/>`;
}
