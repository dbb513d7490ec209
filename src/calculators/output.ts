/** A single number of the result. The first output of a calculator is the headline. */
export interface FigureOutput {
  readonly kind: 'figure';
  /** UCUM code. */
  readonly unit: string;
  /** The unit as readers write it. */
  readonly symbol: string;
  readonly substance: string | null;
  /** Significant digits shown; the full number is kept. */
  readonly digits: number;
  /** A change: printed with its sign. */
  readonly signed: boolean;
  /** Smaller numbers are shown as "less than" this one, such as 0.001 for a p-value; files hold them in full. */
  readonly least: number | null;
  /** Left out of the page where it has no value, because it was not asked for. */
  readonly optional: boolean;
}

/** Words of the result: one of `values`, each with a name in `label.<output>.<value>`, or as they were typed. */
export interface LabelOutput {
  readonly kind: 'label';
  /** null: text as it is. */
  readonly values: readonly string[] | null;
}

/** A table of the result, a number or a label a cell. */
export interface RowsOutput<Columns extends OutputColumns = OutputColumns> {
  readonly kind: 'rows';
  readonly columns: Columns;
  /**
   * On the page at once; closed at first, for those who check the work; or so long that it is only saved, as a file
   * of its own with these names of columns.
   */
  readonly shown: 'open' | 'closed' | 'file';
}
type OutputColumns = Readonly<Record<string, FigureOutput | LabelOutput>>;

export type Output = FigureOutput | LabelOutput | RowsOutput;
export type Outputs = Readonly<Record<string, Output>>;

interface FigureOptions {
  readonly unit: string;
  readonly symbol?: string;
  readonly substance?: string;
  readonly digits?: number;
  readonly signed?: boolean;
  readonly least?: number;
  readonly optional?: boolean;
}

/** A number of the result, or a column of one of its tables. */
export function figure(options: FigureOptions): FigureOutput {
  const symbol = options.unit === '1' ? '' : options.unit;
  return {
    kind: 'figure',
    symbol,
    substance: null,
    digits: 3,
    signed: false,
    least: null,
    optional: false,
    ...options,
  };
}

/** Words of the result; those of a column are named `label.<output>.<column>.<value>`. */
export function label(values: readonly string[] | null = null): LabelOutput {
  return { kind: 'label', values };
}

/** A table of the result. */
export function rows<Columns extends OutputColumns>(
  columns: Columns,
  { shown = 'open' }: Partial<Pick<RowsOutput, 'shown'>> = {},
): RowsOutput<Columns> {
  return { kind: 'rows', columns, shown };
}

/** A number in the unit of its output, with the interval that holds the truth in `level` of all cases. */
export interface Estimate {
  /** null where the value is not defined. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** 0.95 for 95 %. */
  readonly level?: number;
}

export type OutputRow = Readonly<Record<string, number | string | null>>;
export type OutputValue = Estimate | string | null | readonly OutputRow[];
/** What `run` gives, by the kind of each output. */
export type OutputsOf<O> = {
  readonly [Name in keyof O]: O[Name] extends RowsOutput<infer Columns>
    ? readonly { readonly [Column in keyof Columns]: CellOf<Columns[Column]> }[]
    : O[Name] extends LabelOutput
      ? string | null
      : Estimate;
};
type CellOf<Column> = Column extends LabelOutput ? string | null : number | null;
