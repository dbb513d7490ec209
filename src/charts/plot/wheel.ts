import { type ChartWords, type Drawing, frame } from '../frame.ts';
import { type Markup, svg } from '../svg.ts';
import { isNarrow, leading, textLine, textLines, typeSizes } from '../text.ts';
import { textWidth, wrap } from '../wrap.ts';
import type { PlotOptions } from './lines.ts';
import type { WheelPart, WheelPlot, WheelSector } from './model.ts';

/** Degrees left free at the top, where the numbers of the rings stand; between sectors; between parts. */
const free = { top: 22, sector: 3.4, part: 0.8 } as const;
const widest = 330;
/** Room outside of the rings for the numbers of the parts. */
const rim = 27;
/** Of the outer radius: the middle stays empty, so that low scores have room. */
const hub = 0.17;

interface Ground {
  readonly x: number;
  readonly y: number;
  /** Radius of a score. */
  readonly at: (score: number) => number;
  readonly best: number;
  readonly outer: number;
  /** Address of the hatching. */
  readonly hatch: string;
}

/** A part with its number, `2.3`, and where it lies, in degrees clockwise from the top. */
interface PlacedPart extends WheelPart {
  readonly number: string;
  readonly from: number;
  readonly to: number;
}

interface PlacedSector extends Omit<WheelSector, 'parts'> {
  readonly parts: readonly PlacedPart[];
}

/**
 * Sectors around an empty middle, their parts filled ring by ring up to the score. A part that was not assessed is
 * hatched in a dashed outline; one that was assessed and found to be zero has its rings, none of them filled.
 */
export function wheelPlot(plot: WheelPlot, words: ChartWords, { width, format }: PlotOptions): Drawing {
  const size = Math.min(width, widest);
  const outer = size / 2 - rim;
  const inner = outer * hub;
  const ground: Ground = {
    ...{ x: isNarrow(width) ? width / 2 : size / 2, y: size / 2, outer, best: plot.best },
    at: (score) => inner + ((outer - inner) * score) / plot.best,
    hatch: `${words.id}-hatch`,
  };
  const sectors = place(plot.sectors);
  const parts = sectors.flatMap((sector) => sector.parts);
  const drawn = parts.map((part) => drawPart(part, ground, format, width));
  const key = drawKey(plot, ground, { x: 0, y: size + 8, width: isNarrow(width) ? width : size });
  const beside = isNarrow(width)
    ? { x: 0, y: key.bottom + 14, width }
    : { x: size + 22, y: 4, width: width - size - 22 };
  const names = drawNames(sectors, beside, format, width);
  const body = svg`<defs><pattern id="${ground.hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M3 0v6"/></pattern></defs>
    ${drawn}${drawScale(ground, format, width)}${key.markup}${names.markup}`;
  return frame(words, { width, height: Math.max(key.bottom, names.bottom) + 4, kind: 'wheel' }, body);
}

/** Sectors and parts around the circle, clockwise from the top. */
function place(sectors: readonly WheelSector[]): readonly PlacedSector[] {
  const each = (360 - free.top) / sectors.length;
  return sectors.map((sector, index) => {
    const start = free.top / 2 + index * each + free.sector / 2;
    const step = (each - free.sector) / sector.parts.length;
    const parts = sector.parts.map((part, position) => {
      const from = start + position * step;
      const number = `${index + 1}.${position + 1}`;
      return { ...part, number, from: from + free.part / 2, to: from + step - free.part / 2 };
    });
    return { ...sector, parts };
  });
}

function drawPart(part: PlacedPart, ground: Ground, format: PlotOptions['format'], width: number): Markup {
  const { number, score, from, to } = part;
  const { tick } = typeSizes(width);
  const [x, y] = pointAt(ground, (from + to) / 2, ground.outer + rim / 2 - 1);
  const label = textLine(number, { x, y: y + tick * 0.35, className: 'tick', anchor: 'middle' });
  const whole = ringPart(ground, 0, ground.best, part);
  if (score === null) return svg`<path class="unknown" d="${whole}" fill="url(#${ground.hatch})"/>${label}`;
  const rings = Array.from({ length: ground.best - 1 }, (_, index) => index + 1);
  const filled = score > 0 && svg`<path class="bar" d="${ringPart(ground, 0, score, part)}"/>`;
  const lines = rings.map(
    (ring) => svg`<path class="${ring < score ? 'cut' : 'ring'}" d="${arc(ground, ring, from, to)}"/>`,
  );
  const [zeroX, zeroY] = pointAt(ground, (from + to) / 2, ground.at(1.1));
  const zero =
    score === 0 &&
    textLine(format(0), { x: zeroX, y: zeroY + tick * 0.35, className: 'tick', anchor: 'middle' });
  return svg`<path class="outline" d="${whole}"/><g class="series-treated">${filled}</g>${lines}${zero}${label}`;
}

/** Numbers of the rings, at the top. */
function drawScale(ground: Ground, format: PlotOptions['format'], width: number): Markup {
  const { tick } = typeSizes(width);
  const numbers = Array.from({ length: ground.best }, (_, index) => index + 1).map((ring) => {
    const middle = (ground.at(ring - 1) + ground.at(ring)) / 2;
    const y = ground.y - middle + tick * 0.35;
    return textLine(format(ring), { x: ground.x, y, className: 'tick', anchor: 'middle' });
  });
  return svg`${numbers}`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Block {
  readonly markup: Markup;
  readonly bottom: number;
}

const swatch = 22;

/** What filled and hatched mean. */
function drawKey(plot: WheelPlot, { hatch }: Ground, { x, y, width }: Box): Block {
  const { name: size } = typeSizes(width);
  const step = leading(size);
  const entries = [
    {
      name: plot.filled,
      mark: (at: number) =>
        svg`<g class="series-treated"><rect class="bar" x="${x + 4}" y="${at - 6}" width="14" height="12"/></g>`,
    },
    {
      name: plot.none,
      mark: (at: number) =>
        svg`<rect class="unknown" x="${x + 4}" y="${at - 6}" width="14" height="12" fill="url(#${hatch})"/>`,
    },
  ];
  let bottom = y;
  const drawn = entries.map(({ name, mark }) => {
    const lines = wrap(name, width - swatch - 8, size);
    const first = bottom + size + 2;
    bottom += lines.length * step + 5;
    return svg`${mark(first - size * 0.35)}${textLines(lines, step, { x: x + swatch + 6, y: first, className: 'name' })}`;
  });
  return { markup: svg`${drawn}`, bottom };
}

/** Names and scores of sectors and parts by their numbers. */
function drawNames(
  sectors: readonly PlacedSector[],
  { x, y, width }: Box,
  format: PlotOptions['format'],
  whole: number,
): Block {
  const sizes = typeSizes(whole);
  const indent = Math.ceil(textWidth('0.0', sizes.name)) + 10;
  let bottom = y;
  const numbered = (own: string, name: string, printed: string, className: 'label' | 'name') => {
    const size = sizes[className];
    const bold = className === 'label';
    const room = Math.max(80, width - indent - textWidth(printed, size, bold) - 12);
    const lines = wrap(name, room, size, bold);
    const at = { y: bottom + size, className };
    bottom += lines.length * leading(size) + 1;
    const end = { ...at, x: x + width, anchor: 'end' as const };
    return svg`${textLine(own, { ...at, x })}${textLines(lines, leading(size), { ...at, x: x + indent })}${textLine(printed, end)}`;
  };
  const drawn = sectors.map(({ name, printed, parts }, index) => {
    if (index > 0) bottom += 9;
    const head = numbered(String(index + 1), name, printed, 'label');
    const each = parts.map((part) =>
      numbered(part.number, part.name, part.score === null ? '–' : format(part.score), 'name'),
    );
    return svg`${head}${each}`;
  });
  return { markup: svg`${drawn}`, bottom };
}

/** The part of a ring between two scores. */
function ringPart(ground: Ground, low: number, high: number, { from, to }: PlacedPart): Markup {
  const [inner, outer] = [ground.at(low), ground.at(high)];
  const [[x, y], [nextX, nextY]] = [pointAt(ground, from, outer), pointAt(ground, to, outer)];
  const [[backX, backY], [endX, endY]] = [pointAt(ground, to, inner), pointAt(ground, from, inner)];
  return svg`M${x} ${y}A${outer} ${outer} 0 0 1 ${nextX} ${nextY}L${backX} ${backY}A${inner} ${inner} 0 0 0 ${endX} ${endY}Z`;
}

function arc(ground: Ground, score: number, from: number, to: number): Markup {
  const radius = ground.at(score);
  const [[x, y], [endX, endY]] = [pointAt(ground, from, radius), pointAt(ground, to, radius)];
  return svg`M${x} ${y}A${radius} ${radius} 0 0 1 ${endX} ${endY}`;
}

function pointAt(
  { x, y }: Pick<Ground, 'x' | 'y'>,
  degrees: number,
  radius: number,
): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
}
