import type { BandPoint, Plot, PlotAxis, PlotTable, Point, RasterTick, Tone } from '../charts/plot/model.ts';
import { type Rounded, type Saying, sayText, type Values, type Words, written } from './say.ts';

/** A name in a view: a key of its words, `view.<id>.<key>`, or the reader's own text. */
export type Name = string | { readonly text: string } | Saying;

export interface ViewAxis {
  readonly name: Name;
  /** As readers write it; empty for a plain number. */
  readonly symbol: string;
  readonly fromZero?: boolean;
  /** Numbers of a vertical axis grow downwards. */
  readonly down?: boolean;
}

interface LineView {
  readonly kind: 'lines';
  readonly x: ViewAxis;
  readonly y: ViewAxis;
  readonly lines: readonly {
    readonly name: Name;
    readonly tone: Tone;
    readonly style?: 'line' | 'dashed' | 'points';
    readonly points: readonly Point[];
    readonly band?: readonly BandPoint[];
  }[];
  readonly marks?: readonly { readonly axis: 'x' | 'y'; readonly at: number; readonly name: Name }[];
}

type Interval = readonly [low: number, high: number];

interface BarView {
  readonly kind: 'bars';
  readonly x: ViewAxis;
  readonly bars: readonly {
    readonly name: Name;
    readonly parts: readonly { readonly name: Name; readonly tone: Tone; readonly value: number }[];
    readonly interval?: Interval | null;
  }[];
}

interface IntervalView {
  readonly kind: 'intervals';
  readonly x: ViewAxis;
  /** What stands at the end of a row: the value; its ends, where all rows have the same value. */
  readonly prints?: 'value' | 'ends';
  readonly reference?: number | null;
  readonly rows: readonly {
    readonly name: Name;
    readonly value: number;
    readonly interval?: Interval | null;
    readonly weight?: number;
    readonly pooled?: boolean;
  }[];
}

interface RasterView {
  readonly kind: 'raster';
  readonly x: ViewAxis;
  readonly y: ViewAxis;
  /** What the cells hold. */
  readonly value: ViewAxis;
  readonly columns: number;
  readonly rows: number;
  /** Column after column, each from the bottom; null where there is nothing. */
  readonly cells: readonly (number | null)[];
  readonly xTicks: readonly RasterTick[];
  readonly yTicks: readonly RasterTick[];
  /** What a cell without a value means. */
  readonly none: Name;
  /** The figures that stand for the cells. */
  readonly table: { readonly columns: readonly Name[]; readonly rows: PlotTable['rows'] };
}

interface WheelView {
  readonly kind: 'wheel';
  readonly best: number;
  readonly sectors: readonly {
    readonly name: Name;
    /** Beside the name: a mean and what it rests on. */
    readonly printed: Name;
    readonly parts: readonly { readonly name: Name; readonly score: number | null }[];
  }[];
  readonly filled: Name;
  readonly none: Name;
  readonly columns: readonly [sector: Name, part: Name, score: Name];
}

/** What a result looks like, in keys and numbers; title and sentence are `view.<id>.title` and `view.<id>.says`. */
export type ViewModel = (LineView | BarView | IntervalView | RasterView | WheelView) & {
  /** For the places of the sentence. */
  readonly values?: Values;
  /** Significant digits of printed figures. */
  readonly digits?: number;
};

/** A view with its words: what is drawn, and what stands around it. */
export interface NamedView {
  readonly title: string;
  readonly says: string;
  readonly plot: Plot;
  readonly format: (value: number) => string;
}

/** Puts the words of a language into a view. */
export function nameView(words: Words, id: string, view: ViewModel): NamedView {
  const { digits = 3 } = view;
  const name = (one: Name) => nameOf(words, id, one);
  const print = (number: number) =>
    written({ number, digits, signed: false } satisfies Rounded, words.locale);
  const axis = ({ name: title, symbol, fromZero = true, down }: ViewAxis) => ({
    name: name(title),
    unit: symbol,
    fromZero,
    down,
  });
  return {
    title: sayText(words, `view.${id}.title`).text,
    says: sayText(words, { key: `view.${id}.says`, values: view.values ?? {} }).text,
    plot: plotOf(view, { name, axis, print }),
    format: (value) => written({ number: value, digits: 6, signed: false }, words.locale),
  };
}

interface Namer {
  readonly name: (one: Name) => string;
  readonly axis: (one: ViewAxis) => PlotAxis;
  readonly print: (value: number) => string;
}

function plotOf(view: ViewModel, { name, axis, print }: Namer): Plot {
  if (view.kind === 'lines') {
    const lines = view.lines.map(({ style = 'line', ...line }) => ({
      ...line,
      style,
      name: name(line.name),
    }));
    const marks = (view.marks ?? []).map((mark) => ({ ...mark, name: name(mark.name) }));
    return { kind: 'lines', x: axis(view.x), y: axis(view.y), lines, marks };
  }
  if (view.kind === 'bars') {
    const bars = view.bars.map(({ parts, interval = null, ...bar }) => ({
      name: name(bar.name),
      parts: parts.map((part) => ({ ...part, name: name(part.name) })),
      interval,
      printed: print(parts.reduce((sum, { value }) => sum + value, 0)),
    }));
    return { kind: 'bars', x: axis(view.x), bars };
  }
  if (view.kind === 'raster') {
    const { columns, rows } = view.table;
    return {
      ...view,
      x: axis(view.x),
      y: axis(view.y),
      value: axis(view.value),
      none: name(view.none),
      table: { columns: columns.map(name), rows },
    };
  }
  if (view.kind === 'wheel') {
    const sectors = view.sectors.map(({ parts, ...sector }) => ({
      name: name(sector.name),
      printed: name(sector.printed),
      parts: parts.map((part) => ({ ...part, name: name(part.name) })),
    }));
    const [sector, part, score] = view.columns;
    const columns = [name(sector), name(part), name(score)] as const;
    return { ...view, sectors, filled: name(view.filled), none: name(view.none), columns };
  }
  const rows = view.rows.map(({ interval = null, ...row }) => ({
    ...row,
    interval,
    name: name(row.name),
    printed: view.prints === 'ends' && interval !== null ? interval.map(print).join(' … ') : print(row.value),
  }));
  return { kind: 'intervals', x: axis(view.x), reference: view.reference ?? null, rows };
}

function nameOf(words: Words, id: string, name: Name): string {
  if (typeof name === 'string') return name === '' ? '' : sayText(words, `view.${id}.${name}`).text;
  return 'text' in name ? name.text : sayText(words, name).text;
}
