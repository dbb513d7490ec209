import type { Factor, FactorError, FactorTable } from '../factor.ts';
import table from './ipcc-soc.json' with { type: 'json' };

type Groups = typeof table.groups;
export type SoilCarbonFactor = { [Group in keyof Groups]: keyof Groups[Group]['rows'] }[keyof Groups];

/** What the factors of one printed table have in common. */
interface Group extends Shared {
  /** Probability of the half-widths: 95 %, or two standard deviations. */
  readonly level?: number;
  readonly rows: Readonly<Record<string, Row>>;
}
interface Shared {
  readonly unit: string;
  readonly substance: string | null;
  readonly source: string;
  readonly place: string;
  readonly validity: string;
  /** Keys of the texts in which a number was read. */
  readonly seenIn: readonly (keyof typeof table.seenIn)[];
}
/** Value, half-width of its error in %, and what else holds for it alone. */
type Row = readonly [value: number, halfWidth?: number | null, own?: Partial<Shared> & Own];
interface Own {
  readonly error?: FactorError;
  /** A key of the notes, or the note itself. */
  readonly note?: string;
}

function factorOf(row: Row, group: Group): Factor {
  const [value, halfWidth = null, { error = null, note, ...own } = {}] = row;
  const { level = 0.95, rows: _, seenIn, ...shared } = { ...group, ...own };
  const notes: Readonly<Record<string, string>> = table.notes;
  return {
    value,
    ...shared,
    error: halfWidth === null ? error : { kind: 'percent', halfWidth, level },
    status: 'seen',
    seenIn: seenIn.map((key) => table.seenIn[key]).join('; '),
    ...(note === undefined ? {} : { note: notes[note] ?? note }),
  };
}

const { id, title, version, sources } = table;
// JSON types its words as string and its rows as lists
const groups = Object.values(table.groups) as unknown as readonly Group[];

/** Reference stocks and stock change factors of mineral soils (IPCC 2019), wetland soils and added nitrogen. */
export const soilCarbonFactors: FactorTable<SoilCarbonFactor> = {
  id,
  title,
  version,
  sources,
  factors: Object.fromEntries(
    groups.flatMap((group) => Object.entries(group.rows).map(([key, row]) => [key, factorOf(row, group)])),
  ) as Record<SoilCarbonFactor, Factor>, // the keys of all groups
};
