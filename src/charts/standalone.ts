import type { Drawing } from './frame.ts';
import { Markup, svg } from './svg.ts';
import { isolate, leading } from './text.ts';
import { wrap } from './wrap.ts';

/** The light colours of styles/tokens.css: a drawing in a file of its own has no stylesheet to ask. */
export const lightColours = {
  paper: '#f4f7f0',
  sheet: '#fcfdfa',
  ink: '#16211b',
  'ink-2': '#45534a',
  green: '#10604c',
  blue: '#1b5a80',
  'brown-mark': '#ae6a1d',
  'blue-t': '#dae8f0',
  edge: '#76847a',
  rule: '#c6cfc0',
} as const;

const { paper, sheet, ink, green, blue, edge, rule } = lightColours;

export interface StandaloneWords {
  readonly title: string;
  /** What the marks mean. */
  readonly says: string;
  /** Whose figure it is and where it stands: it travels with the file. */
  readonly citation: string;
  /** Language as a BCP 47 tag, and its direction: the lines around a drawing begin where its readers begin. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

const margin = 16;
const sans = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif';

/**
 * A drawing as a file that needs nothing else: colours and type are written out as attributes, since a strict
 * content security policy lets no style through, and title and citation stand inside.
 */
export function standalone(drawing: Drawing, words: StandaloneWords): string {
  const width = drawing.width + 2 * margin;
  const inner = drawing.svg.slice(drawing.svg.indexOf('>') + 1, drawing.svg.lastIndexOf('</svg>'));
  const names = /<title id="([\w-]+)">[\s\S]*?<\/title>(?:<desc id="([\w-]+)">)?/.exec(inner);
  const kind = /class="chart (\w+)/.exec(drawing.svg)?.[1] ?? '';
  const column = { width: drawing.width, direction: words.direction };
  const small = { ...column, size: 12.5, colour: lightColours['ink-2'] };
  const head = lines(words.title, { ...column, y: margin, size: 17, colour: ink, bold: true });
  const top = head.bottom + 12;
  const says = lines(words.says, { ...small, y: top + drawing.height + 10 });
  const cited = lines(words.citation, { ...small, y: says.bottom + 6 });
  const height = Math.ceil(cited.bottom + margin);
  const labelled = [names?.[1], names?.[2]].filter(Boolean).join(' ');
  const file = svg`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"
    ${' '}lang="${words.tag}" role="img" aria-labelledby="${labelled}" font-family="${sans}" font-size="13" fill="none" stroke-linejoin="round">
    <rect width="${width}" height="${height}" fill="${paper}"/>
    ${head.markup}
    <g transform="translate(${margin} ${top})">${new Markup(painted(inner, kind))}</g>
    ${says.markup}${cited.markup}</svg>`;
  return `${file.markup}\n`;
}

interface Lines {
  readonly width: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly direction: StandaloneWords['direction'];
  readonly bold?: boolean;
}

function lines(
  text: string,
  { width, y, size, colour, direction, bold = false }: Lines,
): { markup: Markup; bottom: number } {
  const step = leading(size);
  const wrapped = wrap(text, width, size, bold);
  const place = direction === 'rtl' ? svg`x="${margin + width}" text-anchor="end"` : svg`x="${margin}"`;
  const markup = wrapped.map(
    (line, index) =>
      svg`<text ${place} y="${y + size + index * step}" font-size="${size}" fill="${colour}"${bold && svg` font-weight="600"`}>${isolate(line)}</text>`,
  );
  return { markup: svg`${markup}`, bottom: y + wrapped.length * step };
}

/** Every tag of a drawing with the attributes that chart.css gives its classes. */
function painted(markup: string, kind: string): string {
  const groups: Mark[] = [];
  return markup.replaceAll(
    /<(\/?)(\w+)((?:\s[\w:-]+="[^"]*")*)\s*(\/?)>/g,
    (_, end: string, name: string, attributes: string, empty: string) => {
      if (end) {
        if (name === 'g') groups.pop();
        return `</${name}>`;
      }
      const classes = (/\sclass="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' ');
      if (name === 'g' && !empty) groups.push(markOf(classes) ?? groups.at(-1) ?? plain);
      const kept = attributes.replace(/\sclass="[^"]*"/, '');
      const paint = Object.entries(paintOf(name, classes, kind, groups.at(-1) ?? plain));
      return `<${name}${kept}${paint.map(([key, value]) => ` ${key}="${value}"`).join('')}${empty}>`;
    },
  );
}

interface Mark {
  readonly colour: string;
  readonly fill: string;
  readonly modelled: boolean;
}

const plain: Mark = { colour: ink, fill: ink, modelled: false };

function markOf(classes: readonly string[]): Mark | undefined {
  const series = classes.find((name) => name.startsWith('series-'));
  if (!series) return undefined;
  const modelled = classes.includes('modelled');
  const open = series === 'series-comparison';
  const own = open ? lightColours['brown-mark'] : green;
  const colour = modelled ? blue : own;
  return { colour, fill: open ? sheet : colour, modelled };
}

type Paint = Readonly<Record<string, string | number>>;

const textPaint: Paint = { stroke: paper, 'stroke-width': 3.5, 'paint-order': 'stroke' };

function paintOf(name: string, classes: readonly string[], kind: string, mark: Mark): Paint {
  if (name === 'text') return { ...textPaint, ...wordPaint(classes, kind) };
  for (const one of classes) {
    const paint = kind === 'wheel' ? (wheelMarks[one]?.(mark) ?? marks[one]?.(mark)) : marks[one]?.(mark);
    if (paint) return paint;
  }
  return {};
}

/** Drawings whose names are what is read first. */
const inked: ReadonlySet<string> = new Set(['change', 'wheel']);

function wordPaint(classes: readonly string[], kind: string): Paint {
  if (classes.includes('label')) return { fill: ink, 'font-size': 14, 'font-weight': 600 };
  if (classes.includes('name')) return { fill: inked.has(kind) ? ink : lightColours['ink-2'] };
  if (classes.includes('tick')) return { fill: lightColours['ink-2'], 'font-size': 12.5 };
  return { fill: ink };
}

const marks: Readonly<Record<string, (mark: Mark) => Paint>> = {
  grid: () => ({ stroke: rule }),
  zero: () => ({ stroke: ink, 'stroke-width': 1.6 }),
  guide: () => ({ stroke: edge, 'stroke-dasharray': '1 4', 'stroke-linecap': 'round', 'stroke-width': 1.4 }),
  dot: ({ colour, fill }) => ({ fill, stroke: colour, 'stroke-width': 2 }),
  bar: ({ colour, fill, modelled }) => ({
    fill: modelled ? lightColours['blue-t'] : fill,
    stroke: colour,
    'stroke-width': 1.5,
    ...(modelled ? { 'stroke-dasharray': '5 4' } : {}),
  }),
  interval: () => ({ stroke: ink, 'stroke-width': 2 }),
  spread: ({ colour }) => ({ stroke: colour, 'stroke-width': 1.5 }),
  range: () => ({ stroke: edge, 'stroke-width': 1.2 }),
  observed: ({ colour }) => ({ stroke: colour, 'stroke-width': 2.5 }),
};

const wheelMarks: typeof marks = {
  outline: () => ({ fill: sheet, stroke: edge }),
  bar: ({ colour, fill }) => ({ fill, stroke: colour, 'stroke-width': 1 }),
  ring: () => ({ stroke: rule }),
  cut: () => ({ stroke: paper, 'stroke-width': 1.6 }),
  unknown: () => ({ stroke: edge, 'stroke-dasharray': '3 2.5' }),
  hatch: () => ({ stroke: edge, 'stroke-width': 1.1 }),
};
