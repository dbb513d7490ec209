/** A comparison of restored with other land as the synthesis needs it: in the build from a data set, in a browser from a file. */
export interface SynthesisRow {
  readonly id: string;
  readonly study: string;
  readonly dataset: string;
  readonly source: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** Code of the IUCN typology, or empty where it is not clear. */
  readonly ecosystem: string;
  readonly intervention: string;
  readonly method: string;
  /** Management model, or empty. */
  readonly model: string;
  /** Middle of the years since the restoration began. */
  readonly years: number | null;
  readonly depth: readonly [top: number, bottom: number] | null;
  /** Name of the profile whose layers are added up, or empty. */
  readonly profile: string;
  readonly indicator: string;
  /** Unit the indicator is counted in; units of one dimension have one name, since a ratio has none. */
  readonly dimension: string;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly restored: RowArm;
  readonly other: RowArm;
  /** Why it enters no pooled mean. */
  readonly aside: readonly string[];
}

export type Comparator = 'degraded' | 'reference';

export interface RowArm {
  readonly mean: number;
  readonly sd: number | null;
  readonly n: number | null;
}

/** What is asked of the rows: one intervention, one indicator, one kind of land to compare with. */
export interface Question {
  readonly id: string;
  readonly intervention: string;
  readonly indicator: string;
  readonly comparator: Comparator;
  readonly rows: readonly SynthesisRow[];
}

/** Rows by question, in the order in which questions first appear. */
export function questionsOf(rows: readonly SynthesisRow[]): Question[] {
  const questions = new Map<string, { readonly first: SynthesisRow; readonly rows: SynthesisRow[] }>();
  for (const row of rows) {
    const id = questionId(row);
    const known = questions.get(id);
    if (known) known.rows.push(row);
    else questions.set(id, { first: row, rows: [row] });
  }
  return [...questions].map(([id, { first, rows: own }]) => ({
    id,
    intervention: first.intervention,
    indicator: first.indicator,
    comparator: first.comparator,
    rows: own,
  }));
}

/** A name for addresses and files; a second dimension of an indicator makes a question of its own. */
function questionId({ intervention, indicator, dimension, comparator }: SynthesisRow): string {
  const parts = [intervention, indicator, ...(dimension === '' ? [] : [dimension]), comparator];
  return parts.join('-');
}

/** A study id as people read it: `ccn-poppe-2019-snohomish` is "Poppe 2019 Snohomish". */
export function studyName(study: string): string {
  return study
    .replace(/^ccn-/, '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
