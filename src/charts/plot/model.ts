/** Colour of a series: restored land, what it stands against, or one of four others. */
export type Tone = 'treated' | 'comparison' | '1' | '2' | '3' | '4';

export interface PlotAxis {
  readonly name: string;
  /** As printed; empty for a plain number. */
  readonly unit: string;
  /** Zero belongs to the axis. */
  readonly fromZero: boolean;
  /** A vertical axis whose numbers grow downwards, as depths and standard errors do. */
  readonly down?: boolean | undefined;
}

export type Point = readonly [x: number, y: number];
export type BandPoint = readonly [x: number, low: number, high: number];

export interface PlotLine {
  readonly name: string;
  readonly tone: Tone;
  readonly style: 'line' | 'dashed' | 'points';
  readonly points: readonly Point[];
  /** Interval around the line. */
  readonly band?: readonly BandPoint[] | undefined;
}

/** Lines, bands and clouds of points over a number: time, age, diameter, standard error. */
export interface LinePlot {
  readonly kind: 'lines';
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly lines: readonly PlotLine[];
  /** A straight mark across the plot: a threshold, an age. */
  readonly marks: readonly { readonly axis: 'x' | 'y'; readonly at: number; readonly name: string }[];
}

export interface BarPart {
  readonly name: string;
  readonly tone: Tone;
  readonly value: number;
}

/** Stacked bars from a zero line: gases, pools, costs. Negative parts lie left of it. */
export interface BarPlot {
  readonly kind: 'bars';
  readonly x: PlotAxis;
  readonly bars: readonly {
    readonly name: string;
    readonly parts: readonly BarPart[];
    /** Of the sum. */
    readonly interval: readonly [low: number, high: number] | null;
    readonly printed: string;
  }[];
}

export interface IntervalRow {
  readonly name: string;
  readonly value: number;
  readonly interval: readonly [low: number, high: number] | null;
  readonly printed: string;
  /** 0 to 1: the area of the mark. */
  readonly weight?: number | undefined;
  /** Drawn as a diamond: a pooled estimate. */
  readonly pooled?: boolean | undefined;
}

/** Estimates with their intervals below one another: forest plot, drivers of a result, scenarios. */
export interface IntervalPlot {
  readonly kind: 'intervals';
  readonly x: PlotAxis;
  /** Where a line is drawn: no effect, the present result. */
  readonly reference: number | null;
  readonly rows: readonly IntervalRow[];
}

export interface RasterTick {
  /** In cells from the edge. */
  readonly at: number;
  readonly name: string;
}

/** Values on a grid, in classes of colour to both sides of zero: days by half hours. */
export interface RasterPlot {
  readonly kind: 'raster';
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** What the cells hold. */
  readonly value: PlotAxis;
  readonly columns: number;
  readonly rows: number;
  /** Column after column, each from the bottom; null where there is nothing. */
  readonly cells: readonly (number | null)[];
  readonly xTicks: readonly RasterTick[];
  readonly yTicks: readonly RasterTick[];
  /** What a cell without a value means. */
  readonly none: string;
  /** Stands for the cells where figures are read: nobody reads thousands of them. */
  readonly table: PlotTable;
}

export interface WheelPart {
  readonly name: string;
  /** null where it was not assessed, which is never zero. */
  readonly score: number | null;
}

export interface WheelSector {
  readonly name: string;
  /** What stands beside the name: its mean, and what that rests on. */
  readonly printed: string;
  readonly parts: readonly WheelPart[];
}

/** Scores of the parts of a whole, around a circle: recovery against a reference. */
export interface WheelPlot {
  readonly kind: 'wheel';
  /** The best score: the outer ring. */
  readonly best: number;
  readonly sectors: readonly WheelSector[];
  /** What a filled part means. */
  readonly filled: string;
  /** What a part without a score means. */
  readonly none: string;
  /** Names of the columns of the table. */
  readonly columns: readonly [sector: string, part: string, score: string];
}

export interface PlotTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export type Plot = LinePlot | BarPlot | IntervalPlot | RasterPlot | WheelPlot;
