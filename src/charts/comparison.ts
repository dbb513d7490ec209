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
import { dotRadius, drawEstimate, type Estimate, endsOf, type Role, valuesOf } from './estimate.ts';
import { type ChartWords, type Drawing, frame } from './frame.ts';
import { type Markup, svg } from './svg.ts';
import { isNarrow, leading, type TypeSizes, textLine, textLines, typeSizes } from './text.ts';
import { textWidth, wrap } from './wrap.ts';

export interface ComparedEstimate extends Estimate {
  /** What the figure belongs to: the exclosure, the grazing land beside it. */
  readonly name: string;
  readonly role: Role;
}

/** One outcome: the restored land and what it stands against. */
export interface ComparisonGroup {
  /** Left out where the figure's title already says it. */
  readonly label?: string | undefined;
  readonly estimates: readonly ComparedEstimate[];
}

export interface ComparisonOptions extends AxisWords {
  readonly width: number;
  readonly fromZero?: boolean;
}

interface Row {
  readonly estimate: ComparedEstimate;
  readonly lines: readonly string[];
  /** Of the line on which the marks lie, from the top of its group. */
  readonly y: number;
}

interface Block {
  readonly heading: readonly string[];
  readonly rows: readonly Row[];
  readonly top: number;
  readonly plotTop: number;
  readonly bottom: number;
}

const gap = 8;

/** Restored land (filled dot) and its comparison (open dot) on one axis, in one or several outcomes of one unit. */
export function comparisonChart(
  groups: readonly ComparisonGroup[],
  words: ChartWords,
  options: ComparisonOptions,
): Drawing {
  const { width, fromZero = true } = options;
  const sizes = typeSizes(width);
  const estimates = groups.flatMap((group) => group.estimates);
  const column = isNarrow(width) ? 0 : nameColumn(estimates, sizes, width);
  const blocks = placeBlocks(groups, width, column, sizes);
  const count = isNarrow(width) ? 4 : 5;
  const scale = scaleFor(estimates.flatMap(valuesOf), { range: [0, 1], count, fromZero });
  const printed = [...beside(estimates, scale, sizes), ...besideUnit(options, scale, width)];
  scale.range(rangeBeside(printed, column + dotRadius + 1.5, width - 2));
  const ticks = ticksThatFit(scale, count, options.format, sizes.tick);
  const bottom = blocks.at(-1)?.bottom ?? 0;
  const axis = bottomAxis(scale, ticks, options, { y: bottom, width });
  const drawn = blocks.map((block) => drawBlock(block, { scale, ticks, column, sizes, width }));
  return frame(
    words,
    { width, height: bottom + axis.height, kind: 'comparison' },
    svg`${drawn}${axis.markup}`,
  );
}

function nameColumn(estimates: readonly ComparedEstimate[], sizes: TypeSizes, width: number): number {
  const widest = Math.max(0, ...estimates.map(({ name }) => textWidth(name, sizes.name)));
  return Math.min(widest, width * 0.33) + 2 * gap;
}

/** The room that printed figures need at the end of their marks, on a scale from 0 to 1. */
function beside(estimates: readonly ComparedEstimate[], shares: Scale, sizes: TypeSizes): Beside[] {
  return estimates.map((estimate) => ({
    share: Math.max(...valuesOf(estimate).map(shares)),
    room: textWidth(estimate.printed, sizes.label, true) + dotRadius + gap,
    side: 'right',
  }));
}

function placeBlocks(
  groups: readonly ComparisonGroup[],
  width: number,
  column: number,
  sizes: TypeSizes,
): Block[] {
  const blocks: Block[] = [];
  for (const { label, estimates } of groups) {
    const top = (blocks.at(-1)?.bottom ?? -10) + 10;
    const heading = label === undefined ? [] : wrap(label, width, sizes.label, true);
    const plotTop = top + heading.length * leading(sizes.label) + (heading.length > 0 ? 8 : 2);
    const rows: Row[] = [];
    let bottom = plotTop;
    for (const estimate of estimates) {
      const lines = wrap(estimate.name, column > 0 ? column - 2 * gap : width - 2 * gap, sizes.name);
      const tall = lines.length * leading(sizes.name);
      const height = column > 0 ? Math.max(26, tall + 8) : tall + 24;
      rows.push({ estimate, lines, y: column > 0 ? bottom + height / 2 : bottom + tall + 11 });
      bottom += height;
    }
    blocks.push({ heading, rows, top, plotTop, bottom: bottom + 4 });
  }
  return blocks;
}

interface Plot {
  readonly scale: Scale;
  readonly ticks: readonly number[];
  /** Width of the names beside the plot; none where they stand above their marks. */
  readonly column: number;
  readonly sizes: TypeSizes;
  readonly width: number;
}

function drawBlock(block: Block, plot: Plot): Markup {
  const { scale, ticks, sizes } = plot;
  const heading = { x: 0, y: block.top + sizes.label, className: 'label' };
  return svg`${textLines(block.heading, leading(sizes.label), heading)}
    ${verticalGrid(scale, ticks, block.plotTop, block.bottom)}
    ${block.rows.map((row) => drawRow(row, plot))}`;
}

function drawRow(row: Row, plot: Plot): Markup {
  const { estimate, y } = row;
  const { scale, sizes } = plot;
  const [left, right] = endsOf(estimate, scale);
  const [start = 0] = scale.domain();
  const origin = scale(Math.max(0, start));
  const guide = left > origin + 2 && svg`<path class="guide" d="M${origin} ${y}H${left}"/>`;
  const value = { x: right + gap - 2, y: y + sizes.label * 0.35, className: 'label' };
  return svg`${drawNames(row, plot)}${guide}${drawEstimate(estimate, estimate.role, scale, y)}
    ${textLine(estimate.printed, value)}`;
}

function drawNames({ lines, y }: Row, { scale, column, sizes, width }: Plot): Markup {
  const step = leading(sizes.name);
  const above = (lines.length - 1) * step;
  if (column > 0) {
    const place = { x: column - 2 * gap, y: y + sizes.name * 0.35 - above / 2 };
    return textLines(lines, step, { ...place, className: 'name', anchor: 'end' });
  }
  const widest = Math.max(...lines.map((line) => textWidth(line, sizes.name)));
  const afterZero = scale(0) + gap;
  const x = afterZero > 0 && afterZero + widest < width ? afterZero : gap;
  return textLines(lines, step, { x, y: y - 14 - above, className: 'name' });
}
