import { type ChartWords, type Drawing, frame } from '../frame.ts';
import { type Markup, svg, writeNumber } from '../svg.ts';
import { textLine, typeSizes } from '../text.ts';
import { textWidth } from '../wrap.ts';
import { drawLegend } from './legend.ts';
import type { BandPoint, LinePlot, PlotLine, Point } from './model.ts';
import { bottomAxis, type LinearScale, leftAxis, linearScale, scaleOver, ticksOf, titleOf } from './scale.ts';

export interface PlotOptions {
  readonly width: number;
  readonly format: (value: number) => string;
}

/** Lines with their bands, clouds of points, and marks across. */
export function linePlot(plot: LinePlot, words: ChartWords, { width, format }: PlotOptions): Drawing {
  const { tick } = typeSizes(width);
  const legend = drawLegend(
    plot.lines.map(({ name, tone, style }) => ({ name, tone, mark: style })),
    width,
  );
  const title = titleOf(plot.y);
  const top = legend.height + (title === '' ? 6 : tick + 12);
  const height = Math.round(Math.min(300, Math.max(190, width * 0.5)));
  const bottom = top + height;
  const yFlat = linearScale(
    valuesOf(plot, 'y'),
    plot.y.down ? [top, bottom] : [bottom, top],
    5,
    plot.y.fromZero,
  );
  const yTicks = ticksOf(yFlat, 5, () => tick);
  const left = Math.max(...yTicks.map((value) => textWidth(format(value), tick))) + 8;
  const right = width - 8;
  const x = linearScale(valuesOf(plot, 'x'), [left, right], width < 480 ? 4 : 6, plot.x.fromZero);
  // An axis of years or ages ends where the data end: round ends would leave the plot half empty.
  const xTight = scaleOver(tighten(x.domain, plot), [left, right]);
  const place = { left, right, top, bottom, width };
  const axis = bottomAxis(xTight, place, titleOf(plot.x), format);
  const body = svg`${legend.markup}
    ${title !== '' && textLine(title, { x: 0, y: legend.height + tick + 1, className: 'tick' })}
    ${axis.markup}${leftAxis(yFlat, yTicks, place, format)}
    ${plot.lines.map((line) => drawBand(line, xTight, yFlat))}
    ${plot.lines.map((line) => drawLine(line, xTight, yFlat))}
    ${plot.marks.map((mark) => drawMark(mark, xTight, yFlat, place, plot.y.down === true))}`;
  return frame(words, { width, height: bottom + axis.height, kind: 'plot' }, body);
}

function* valuesOf({ lines, marks }: LinePlot, axis: 'x' | 'y'): Generator<number> {
  const index = axis === 'x' ? 0 : 1;
  for (const { points, band = [] } of lines) {
    for (const point of points) yield point[index];
    for (const [x, low, high] of band) {
      if (axis === 'x') yield x;
      else yield* [low, high];
    }
  }
  for (const mark of marks) if (mark.axis === axis) yield mark.at;
}

function tighten(domain: readonly [number, number], plot: LinePlot): [number, number] {
  let [low, high] = [domain[1], domain[0]];
  for (const value of valuesOf(plot, 'x')) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high > low ? [Math.min(domain[0] === 0 ? 0 : low, low), high] : [domain[0], domain[1]];
}

function drawLine({ tone, style, points }: PlotLine, x: LinearScale, y: LinearScale): Markup {
  if (style === 'points') return drawPoints(points, tone, x, y);
  const path = pathOf(points, x, y);
  return svg`<g class="series-${tone}"><path class="plot-line${style === 'dashed' ? ' dashed' : ''}" d="${path}"/></g>`;
}

/** Above so many, points are one path of dots: as many circles would be too heavy for a page. */
const fewPoints = 120;

function drawPoints(points: readonly Point[], tone: string, x: LinearScale, y: LinearScale): Markup {
  if (points.length <= fewPoints) {
    const dots = points.map(
      ([px, py]) => svg`<circle class="dot" cx="${x.at(px)}" cy="${y.at(py)}" r="3.6"/>`,
    );
    return svg`<g class="series-${tone}">${dots}</g>`;
  }
  const places = points.map(([px, py]): Point => [Math.round(x.at(px)), Math.round(y.at(py))]);
  const path = steps(places.sort(([a], [b]) => a - b)).map(([dx, dy]) => `m${pair(dx, dy)}h0`);
  return svg`<g class="series-${tone}"><path class="cloud" d="${path.join('')}"/></g>`;
}

function drawBand({ tone, band }: PlotLine, x: LinearScale, y: LinearScale): Markup | undefined {
  if (band === undefined || band.length === 0) return undefined;
  const there = band.map(([px, , high]): Point => [px, high]);
  const back = band.map(([px, low]: BandPoint): Point => [px, low]).reverse();
  return svg`<g class="series-${tone}"><path class="band" d="${pathOf([...there, ...back], x, y)}Z"/></g>`;
}

/** A path through the points; those that fall on the same tenth of a pixel as the one before are left out. */
function pathOf(points: readonly Point[], x: LinearScale, y: LinearScale): string {
  const tenth = (value: number) => Math.round(10 * value) / 10;
  const [start, ...rest] = steps(points.map(([px, py]): Point => [tenth(x.at(px)), tenth(y.at(py))]));
  if (start === undefined) return '';
  const moves = rest.map(([dx, dy]) => pair(dx, dy)).filter((move) => move !== '0 0');
  return `M${pair(...start)}${moves.map((move) => `l${move}`).join('')}`;
}

/** The first place, and from there each step to the next: shorter to write than places. */
function steps(places: readonly Point[]): readonly Point[] {
  return places.map(([px, py], index) => {
    const [lastX, lastY] = places[index - 1] ?? [0, 0];
    return [px - lastX, py - lastY];
  });
}

/** Two coordinates, the second close behind the first where its sign holds them apart. */
function pair(x: number, y: number): string {
  const [a, b] = [writeNumber(x), writeNumber(y)];
  return b.startsWith('-') ? a + b : `${a} ${b}`;
}

function drawMark(
  { axis, at, name }: LinePlot['marks'][number],
  x: LinearScale,
  y: LinearScale,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
  down: boolean,
): Markup {
  if (axis === 'y') {
    const py = y.at(at);
    return svg`<path class="mark" d="M${left} ${py}H${right}"/>${textLine(name, { x: right, y: py - 5, className: 'name', anchor: 'end' })}`;
  }
  const px = x.at(at);
  const end = px > (left + right) / 2;
  const words = {
    x: px + (end ? -6 : 6),
    y: down ? bottom - 6 : top + 14, // at the wide end of a funnel
    className: 'name',
    ...(end && { anchor: 'end' as const }),
  };
  return svg`<path class="mark" d="M${px} ${top}V${bottom}"/>${textLine(name, words)}`;
}
