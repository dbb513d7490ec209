import { type Scale, scaleFor } from './axis.ts';
import { type Estimate, type Role, seriesClass, valuesOf, type Whisker } from './estimate.ts';
import { type ChartWords, type Drawing, frame } from './frame.ts';
import { type Markup, svg } from './svg.ts';

/** A figure in a strip: restored land filled, what it stands against open. */
export interface StripMark extends Estimate {
  readonly role: Role;
}

/** What the strips of one table share, so that its rows can be compared by eye. */
export interface StripScale {
  readonly scale: Scale;
  readonly ticks: readonly number[];
}

const width = 300;
const markHeight = 20;
const axisHeight = 18;
const radius = 5;
const cap = 4.5;

/** A scale from 0 to 100 over all figures, zero among them, with a few round values to read them by. */
export function stripScale(estimates: readonly Estimate[]): StripScale {
  const scale = scaleFor(estimates.flatMap(valuesOf), { range: [0, 100], count: 6, fromZero: true });
  return { scale, ticks: scale.ticks(3) };
}

/** The figures of one row of a table as dots with their intervals. Places are shares of the width. */
export function estimateStrip(
  marks: readonly StripMark[],
  { scale, ticks }: StripScale,
  words: ChartWords,
): Drawing {
  const height = marks.length * markHeight + 8;
  const grid = ticks.map((value) => {
    const x = share(scale, value);
    return line(value === 0 ? 'zero' : 'grid', [x, x], [0, height]);
  });
  const drawn = marks.map((mark, index) => drawMark(mark, scale, 4 + (index + 0.5) * markHeight));
  const kind = marks.length > 1 ? 'strip strip-pair' : 'strip';
  return frame(words, { width, height, kind, scaling: 'none' }, svg`${grid}${drawn}`);
}

/** The round values above the strips of a table. */
export function stripAxis(
  { scale, ticks }: StripScale,
  words: ChartWords,
  format: (value: number) => string,
): Drawing {
  const numbers = ticks.map(
    (value) =>
      svg`<text class="tick" x="${share(scale, value)}" y="12" text-anchor="middle">${format(value)}</text>`,
  );
  return frame(
    words,
    { width, height: axisHeight, kind: 'strip strip-axis', scaling: 'none' },
    svg`${numbers}`,
  );
}

function share(scale: Scale, value: number): string {
  return `${Number(scale(value).toFixed(2))}%`;
}

function line(
  className: string,
  [x1, x2]: readonly [string, string],
  [y1, y2]: readonly [number, number],
): Markup {
  return svg`<line class="${className}" x1="${x1}" x2="${x2}" y1="${y1}" y2="${y2}"/>`;
}

function drawMark(mark: StripMark, scale: Scale, y: number): Markup {
  const { value, whisker } = mark;
  const marks =
    typeof value === 'number'
      ? svg`${line('guide', [share(scale, 0), share(scale, value)], [y, y])}
          ${whisker && ends(whisker.kind, whisker.kind, whisker, scale, y)}
          <circle class="dot" cx="${share(scale, value)}" cy="${y}" r="${radius}"/>`
      : ends('range', 'observed', { low: value[0], high: value[1] }, scale, y);
  return svg`<g class="${seriesClass(mark.role, mark)}">${marks}</g>`;
}

/** A line and a tick for each of its ends. */
function ends(
  className: string,
  endClass: string,
  { low, high }: Pick<Whisker, 'low' | 'high'>,
  scale: Scale,
  y: number,
): Markup {
  const [from, to] = [share(scale, low), share(scale, high)];
  const ticks = [from, to].map((x) => line(endClass, [x, x], [y - cap, y + cap]));
  return svg`${line(className, [from, to], [y, y])}${ticks}`;
}
