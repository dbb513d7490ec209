import { type EcosystemType, ecosystemTypes } from '../charts/ecosystem.ts';
import { coreYears } from '../charts/time-axis.ts';
import type { CaseSpan } from './case-span.ts';
import type { Rectangle, RectanglePicture } from './png.ts';

/**
 * Pictures for links to the portal on other sites, 1200 by 630 points: the mark at the start, a drawing beside
 * it, the scale bar below, within a neatline. Rectangles only and no words: fonts differ between machines.
 */
const width = 600;
const height = 315;
export const shareWidth = 2 * width;
export const shareHeight = 2 * height;

/** Light values of src/styles/tokens.css; a shared picture knows no dark scheme. */
const colours = {
  paper: '#f4f7f0',
  ink: '#16211b',
  green: '#10604c',
  brown: '#ae6a1d',
  blue: '#1b5a80',
  rule: '#c6cfc0',
  forest: '#2a5d4e',
  savanna: '#776c16',
  steppe: '#aa7e34',
  alpine: '#787abf',
  farm: '#6d1e04',
  wetland: '#357a7d',
  coast: '#002d61',
  other: '#76847a',
} as const satisfies Record<EcosystemType, string> & Record<string, string>;

type Colour = keyof typeof colours;
const palette = Object.values(colours);
const names = Object.keys(colours);

const box = (x: number, y: number, across: number, down: number, colour: Colour): Rectangle => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(across),
  height: Math.round(down),
  colour: names.indexOf(colour),
});
const frame = (x: number, y: number, across: number, down: number, colour: Colour, line: number) => [
  box(x, y, across, down, colour),
  box(x + line, y + line, across - 2 * line, down - 2 * line, 'paper'),
];

/** The field beside the mark. */
const field = { x: 190, y: 44, width: 360, height: 186 };

export function sharePicture(drawing: readonly Rectangle[]): RectanglePicture {
  return { width, height, palette, rectangles: [...neatline(), ...mark(), ...scaleBar(), ...drawing] };
}

function neatline(): Rectangle[] {
  return [
    ...frame(8, 8, width - 16, height - 16, 'ink', 2),
    ...frame(13, 13, width - 26, height - 26, 'ink', 1),
  ];
}

/** The small mark: a core in five parts, 0 to 10, 20, 30, 60 and 100 cm deep. */
function mark(): Rectangle[] {
  const [x, y] = [60, 44];
  return [
    box(x, y, 87, 186, 'green'),
    box(x + 12, y + 28, 63, 16, 'paper'),
    box(x + 12, y + 61, 63, 48, 'paper'),
  ];
}

/** The bar of the masthead: five cells of 10, 10, 10, 30 and 40 hundredths, every other one filled. */
function scaleBar(): Rectangle[] {
  const [x, y, across, down] = [60, 262, 490, 14];
  const filled = [
    { from: 0, share: 0.1 },
    { from: 0.2, share: 0.1 },
    { from: 0.6, share: 0.4 },
  ];
  return [
    ...frame(x, y, across, down, 'ink', 2),
    ...filled.map(({ from, share }) => box(x + from * across, y, share * across, down, 'ink')),
  ];
}

type Core = Omit<CaseSpan, 'effects'>;

const cellsAYear = 5;

/** One case: its years on the axis of all cores, one cell a year. */
export function coreDrawing(core: Core): Rectangle[] {
  const decades = Array.from({ length: 7 }, (_, index) => 1960 + index * 10);
  const bottom = field.y + field.height;
  return [
    ...strip(core, field.y + 40, 96),
    box(field.x, bottom - 14, field.width, 2, 'ink'),
    ...decades.map((year) => box(yearPlace(year), bottom - 14, 2, 10, 'ink')),
  ];
}

/** Several cases, one below the other. */
export function coresDrawing(cores: readonly Core[]): Rectangle[] {
  const shown = cores.slice(0, 9);
  const step = field.height / Math.max(1, shown.length);
  return shown.flatMap((core, index) => strip(core, field.y + index * step, Math.min(step * 0.62, 30)));
}

function strip(
  { ecosystem, start, end = coreYears.to, approximate }: Core,
  y: number,
  down: number,
): Rectangle[] {
  const first = Math.max(start, coreYears.from);
  const years = Array.from(
    { length: Math.max(0, Math.min(end, coreYears.to) - first + 1) },
    (_, i) => first + i,
  );
  const open = approximate ? 3 : 0;
  return [
    box(field.x, y + down / 2 - 1, field.width, 2, 'rule'),
    ...years.map((year, index) =>
      index < open
        ? box(yearPlace(year) + 1, y, 2, down, ecosystem)
        : box(yearPlace(year), y, cellsAYear - 1, down, ecosystem),
    ),
  ];
}

function yearPlace(year: number): number {
  return field.x + (year - coreYears.from) * cellsAYear;
}

/** All cases: layers of the ecosystem types, as thick as they have cases. */
export function layersDrawing(types: readonly EcosystemType[]): Rectangle[] {
  const total = Math.max(1, types.length);
  let y = field.y;
  return ecosystemTypes.flatMap((type) => {
    const down = Math.round((types.filter((other) => other === type).length / total) * field.height);
    if (down === 0) return [];
    const layer = box(field.x, y, field.width, down, type);
    const line = box(field.x, y, field.width, 2, 'paper');
    y += down;
    return [layer, line];
  });
}

const rows = (count: number) => Array.from({ length: count }, (_, index) => index);

/** What the other kinds of pages are about, without data. */
export const signs = {
  /** Steps to tick off. */
  protocols: rows(5).flatMap((row) => [
    ...frame(field.x, field.y + row * 38, 24, 24, 'brown', 4),
    ...(row < 2 ? [box(field.x + 8, field.y + row * 38 + 8, 8, 8, 'brown')] : []),
    box(field.x + 44, field.y + row * 38 + 9, [300, 250, 316, 200, 280][row] ?? 0, 6, 'ink'),
  ]),
  /** A distribution above its interval. */
  calculators: [
    ...rows(45).map((at) => {
      const down = 128 * Math.exp(-(((at - 20) / 8.5) ** 2) / 2);
      return box(field.x + at * 8, field.y + 134 - down, 7, down, 'blue');
    }),
    box(field.x, field.y + 134, field.width, 2, 'ink'),
    box(field.x + 28, field.y + 162, 272, 4, 'ink'),
    ...[28, 298].map((x) => box(field.x + x, field.y + 152, 3, 24, 'ink')),
    box(field.x + 106, field.y + 158, 116, 12, 'ink'),
  ],
  /** Terraces. */
  'management-models': rows(6).flatMap((step) => [
    box(field.x + step * 60, field.y + 150 - step * 30, 60, 36 + step * 30, 'green'),
    box(field.x + step * 60, field.y + 156 - step * 30, 60, 3, 'paper'),
  ]),
  /** For and against. */
  'policy-options': [
    ...[130, 84, 150, 60].map((across, row) => box(field.x + 184, field.y + row * 48, across, 30, 'green')),
    ...[60, 120, 40, 96].flatMap((across, row) =>
      frame(field.x + 176 - across, field.y + row * 48, across, 30, 'brown', 4),
    ),
    box(field.x + 179, field.y - 6, 2, field.height + 6, 'ink'),
  ],
  /** A way from stop to stop. */
  'learning-paths': rows(5).flatMap((stop) => [
    ...(stop < 4 ? [box(field.x + 11 + stop * 84, field.y + 165 - stop * 38, 84, 4, 'ink')] : []),
    ...(stop > 0 ? [box(field.x + 9 + stop * 84, field.y + 165 - stop * 38, 4, 42, 'ink')] : []),
    box(field.x + stop * 84, field.y + 155 - stop * 38, 24, 24, stop === 4 ? 'green' : 'brown'),
  ]),
  /** Terms and their meanings. */
  glossary: rows(6).flatMap((row) => [
    box(field.x, field.y + row * 32, [74, 96, 60, 110, 84, 68][row] ?? 0, 12, 'green'),
    box(field.x + 130, field.y + row * 32, 230, 4, 'ink'),
    box(field.x + 130, field.y + row * 32 + 10, [180, 206, 150, 220, 120, 196][row] ?? 0, 4, 'ink'),
  ]),
} as const satisfies Record<string, readonly Rectangle[]>;
