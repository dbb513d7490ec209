import { type Markup, svg } from '../svg.ts';
import { leading, textLine, typeSizes } from '../text.ts';
import { textWidth } from '../wrap.ts';
import type { Tone } from './model.ts';

export interface LegendEntry {
  readonly name: string;
  readonly tone: Tone;
  readonly mark: 'line' | 'dashed' | 'points' | 'bar';
}

const swatch = 22;
const gap = 18;

/** Names of the series above a plot, as many a line as fit. One series alone needs none. */
export function drawLegend(
  entries: readonly LegendEntry[],
  width: number,
): { readonly markup: Markup; readonly height: number } {
  if (entries.length < 2) return { markup: svg``, height: 0 };
  const size = typeSizes(width).name;
  const step = leading(size) + 4;
  let [x, y] = [0, size + 2];
  const drawn = entries.map((entry) => {
    const room = swatch + 6 + textWidth(entry.name, size);
    if (x > 0 && x + room > width) [x, y] = [0, y + step];
    const place = { x: x + swatch + 6, y, className: 'name' };
    const markup = svg`<g class="series-${entry.tone}">${markOf(entry, x, y - size * 0.35)}</g>${textLine(entry.name, place)}`;
    x += room + gap;
    return markup;
  });
  return { markup: svg`${drawn}`, height: y + 10 };
}

function markOf({ mark }: LegendEntry, x: number, y: number): Markup {
  if (mark === 'bar')
    return svg`<rect class="bar" x="${x + 4}" y="${y - 6}" width="${swatch - 8}" height="12"/>`;
  if (mark === 'points') return svg`<circle class="dot" cx="${x + swatch / 2}" cy="${y}" r="4"/>`;
  return svg`<path class="plot-line${mark === 'dashed' ? ' dashed' : ''}" d="M${x} ${y}h${swatch}"/>`;
}
