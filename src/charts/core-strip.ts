import type { EcosystemType } from './ecosystem.ts';
import { type ChartWords, type Drawing, frame } from './frame.ts';
import { type Markup, svg } from './svg.ts';
import { coreYears, type TimeAxis } from './time-axis.ts';

/** When a restoration ran. */
export interface CoreSpan {
  readonly start?: number | undefined;
  /** Left out where it still goes on. */
  readonly end?: number | undefined;
  /** The source gives the start as about a year. */
  readonly approximate?: boolean | undefined;
}

const height = 16;
const yearWidth = 3;
const fadeYears = 3;

/**
 * A core in time: one cell a year in the colour of the ecosystem, on the axis that all cores of a list share.
 * A start that is approximate, or before the axis, fades in dashes; without a start only the axis is drawn.
 */
export function coreStrip(
  span: CoreSpan,
  ecosystem: EcosystemType,
  words: ChartWords,
  axis: TimeAxis = coreYears,
): Drawing {
  const width = (axis.to + 1 - axis.from) * yearWidth;
  const body = svg`<path class="core-axis" d="M0 ${height / 2}H${width}"/>${cellsOf(span, ecosystem, axis)}`;
  return frame(words, { width, height, kind: 'core', scaling: 'stretch' }, body);
}

function cellsOf(span: CoreSpan, ecosystem: EcosystemType, axis: TimeAxis): Markup | undefined {
  const { start, end = axis.to, approximate = false } = span;
  if (start === undefined || start > axis.to || end < axis.from) return undefined;
  const first = Math.max(start, axis.from);
  const last = Math.min(Math.max(end, first), axis.to);
  const open = approximate || start < axis.from;
  const faded = open ? Math.min(fadeYears, last - first) : 0;
  const x = (year: number) => (year - axis.from) * yearWidth;
  const dashes = Array.from({ length: faded }, (_, index) => svg`M${x(first + index) + 1.1} 0v${height}`);
  return svg`<g class="eco-${ecosystem}">
    ${faded > 0 && svg`<path class="core-open" d="${dashes}"/>`}
    <path class="core-years" d="M${x(first + faded)} ${height / 2}H${x(last + 1)}"/></g>`;
}

/** Years above a list of cores. Places are shares of the width: the words keep their size at any width. */
export function coreAxis(words: ChartWords, step = 20, axis: TimeAxis = coreYears): Drawing {
  const years = axis.to + 1 - axis.from;
  const width = years * yearWidth;
  const first = Math.ceil((axis.from + 3) / step) * step;
  const ticks = Array.from(
    { length: Math.floor((axis.to - 3 - first) / step) + 1 },
    (_, i) => first + i * step,
  );
  const body = ticks.map((year) => {
    const x = `${(((year - axis.from) / years) * 100).toFixed(2)}%`;
    return svg`<line class="core-tick" x1="${x}" x2="${x}" y1="13" y2="18"/>
      <text class="tick" x="${x}" y="10" text-anchor="middle">${String(year)}</text>`;
  });
  return frame(words, { width, height: 18, kind: 'core-scale', scaling: 'none' }, svg`${body}`);
}
