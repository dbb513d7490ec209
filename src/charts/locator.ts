import { type ChartWords, type Drawing, frame } from './frame.ts';
import type { Land } from './land.ts';
import { type Point, pathData } from './path.ts';
import { areaOf, simplifyRing } from './simplify.ts';
import { type Markup, svg } from './svg.ts';
import { textLine } from './text.ts';
import { latitudeOf, mercatorY, ringsInWindow, type Window } from './window.ts';
import { textWidth } from './wrap.ts';

export interface LocatorWords extends ChartWords {
  /** Degrees as printed on the graticule: north and east positive. */
  readonly latitude: (degrees: number) => string;
  readonly longitude: (degrees: number) => string;
}

export interface LocatorOptions {
  readonly latitude: number;
  readonly longitude: number;
  /** Kilometres from west to east through the mark, so that all locators have one scale. */
  readonly across?: number;
}

const width = 304;
const height = 240;
const numberSize = 13;
const kilometresPerDegree = 111.32;

/** Where a place lies: coast, a 10° graticule with its numbers, and the survey mark in the middle. */
export function locator(land: Land, words: LocatorWords, options: LocatorOptions): Drawing {
  const view = viewOf(options);
  const rings = ringsInWindow(land, view.padded)
    .map((ring) => simplifyRing(ring.map(view.place), 0.45))
    .filter((ring) => Math.abs(areaOf(ring)) > 0.8);
  const { lines, numbers } = graticule(view, words);
  return frame(
    words,
    { width, height, kind: 'locator' },
    svg`<rect class="sea" width="${width}" height="${height}"/>
      <path class="land" d="${pathData(rings, { closed: true, decimals: 1 })}"/>
      ${lines}${numbers}${surveyMark(view.place([options.longitude, mercatorY(options.latitude)]))}`,
  );
}

interface View {
  readonly window: Window;
  /** A little more than can be seen, so that cut edges lie outside. */
  readonly padded: Window;
  /** From the Mercator sheet to the drawing. */
  readonly place: (onSheet: Point) => Point;
}

function viewOf({ latitude, longitude, across = 3400 }: LocatorOptions): View {
  const shrink = Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  const wide = across / (kilometresPerDegree * shrink);
  const scale = width / wide;
  const tall = height / scale;
  const middle = mercatorY(latitude);
  const window = {
    west: longitude - wide / 2,
    east: longitude + wide / 2,
    south: middle - tall / 2,
    north: middle + tall / 2,
  };
  const pad = 4 / scale;
  return {
    window,
    padded: {
      west: window.west - pad,
      east: window.east + pad,
      south: window.south - pad,
      north: window.north + pad,
    },
    place: ([x, y]) => [(x - window.west) * scale, (window.north - y) * scale],
  };
}

function tens(from: number, to: number): number[] {
  const first = Math.ceil(from / 10);
  return Array.from(
    { length: Math.max(0, Math.floor(to / 10) - first + 1) },
    (_, index) => (first + index) * 10,
  );
}

/** Lines every 10°, numbered at the end and at the foot, inside the frame. */
function graticule(view: View, words: LocatorWords): { lines: Markup; numbers: Markup } {
  const { window, place } = view;
  const columns = tens(window.west, window.east).map((x) => ({ x: place([x, 0])[0], degrees: wrapped(x) }));
  const rows = tens(latitudeOf(window.south), latitudeOf(window.north)).map((degrees) => ({
    y: place([0, mercatorY(degrees)])[1],
    degrees,
  }));
  const lines = svg`<path class="graticule" d="${columns.map(({ x }) => svg`M${x} 0V${height}`)}
    ${rows.map(({ y }) => svg`M0 ${y}H${width}`)}"/>`;
  const foot = height - 6;
  const names = columns.map(({ x, degrees }) => ({ x: x + 3, name: words.longitude(degrees), degrees }));
  const every = 10 * Math.ceil((widest(names) + 8) / view.place([view.window.west + 10, 0])[0]);
  const below = names.filter(({ degrees }) => degrees % every === 0);
  const beside = rows.filter(({ y }) => y > numberSize + 6 && y < foot - numberSize - 2);
  const numbers = svg`${below
    .filter(({ x, name }) => x + textWidth(name, numberSize) < width - 4)
    .map(({ x, name }) => textLine(name, { x, y: foot, className: 'tick' }))}
    ${beside.map(({ y, degrees }) => {
      const place = { x: width - 4, y: y - 4, className: 'tick', anchor: 'end' as const };
      return textLine(words.latitude(degrees), place);
    })}`;
  return { lines, numbers };
}

function widest(names: readonly { readonly name: string }[]): number {
  return Math.max(0, ...names.map(({ name }) => textWidth(name, numberSize)));
}

/** A longitude past the date line, named from the other side. */
function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

function surveyMark([x, y]: Point): Markup {
  const arms = svg`M${x - 10} ${y}h7M${x + 3} ${y}h7M${x} ${y - 10}v7M${x} ${y + 3}v7`;
  return svg`<g class="survey-mark"><circle cx="${x}" cy="${y}" r="5"/><path d="${arms}"/></g>`;
}
