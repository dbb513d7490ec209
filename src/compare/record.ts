import type { Locale } from '../i18n/locales.ts';

/** What can be compared, by its name in an address; two kinds are never mixed. */
export const kinds = {
  cases: 'case-studies',
  protocols: 'protocols',
  models: 'management-models',
} as const;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];

/** Words in every language that has them; English is always there. */
export type Labels = Readonly<Partial<Record<Locale, string>>>;

/** A source of an item, in the order of its page: the number there is the position here. */
export interface RecordSource {
  readonly key: string;
  readonly doi?: string;
}

/** An entry that an item names or is named by. */
export interface Named {
  readonly id: string;
  readonly title: Labels;
}

/** Entries that name an item: how many there are, and the first of them. */
export interface Naming {
  readonly count: number;
  readonly first: readonly Named[];
}

/** So many are named: an item may be named by thousands. */
export const mostNamed = 12;

/**
 * The facts of one item that are compared, once for all languages: the file compare.json beside its page. Units,
 * qualifiers and ids are those of the contribution.
 */
interface ItemRecord {
  readonly id: string;
  readonly title: Labels;
  readonly review: { readonly state: string; readonly date: string; readonly reviewers?: readonly string[] };
  readonly licence: string;
  readonly sources: readonly RecordSource[];
}

export interface Quantity {
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly level?: number | undefined;
  readonly n?: number | undefined;
  readonly basis?: string | undefined;
  readonly qualifier?: string | undefined;
}

export interface Spread {
  readonly kind: 'SD' | 'SE' | 'CI' | 'not-stated';
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly level?: number | undefined;
}

export interface Depth {
  readonly top: number;
  readonly bottom: number;
}

export interface OutcomeRecord extends Quantity {
  readonly id: string;
  readonly label: Labels;
  readonly indicator: string;
  readonly role: 'effect' | 'output' | 'context';
  readonly kind: 'absolute' | 'change' | 'difference';
  readonly unit: string;
  readonly substance?: string | undefined;
  readonly finding?: Labels | undefined;
  readonly spread?: Spread | undefined;
  readonly comparison?:
    | (Quantity & { readonly kind: string; readonly label: Labels; readonly spread?: Spread | undefined })
    | undefined;
  readonly carbon?:
    | {
        readonly pool: string;
        readonly depth?: Depth | 'not-stated' | undefined;
        readonly baseline: string;
        readonly gwp?: string | undefined;
      }
    | undefined;
  readonly depth?: Depth | undefined;
  readonly design?: string | undefined;
  readonly period?: Labels | undefined;
  readonly note?: Labels | undefined;
  readonly sources: readonly string[];
  readonly confirmed?: boolean | undefined;
}

export interface CaseRecord extends ItemRecord {
  readonly place: {
    readonly name: Labels;
    /** ISO 3166-1 alpha-2, from which a browser knows the names. */
    readonly countries: readonly string[];
    readonly point: {
      readonly lat: number;
      readonly lon: number;
      readonly basis: string;
      readonly blurred?: number | undefined;
    };
  };
  readonly ecosystems: readonly string[];
  readonly drivers: readonly string[];
  readonly degradation: readonly string[];
  readonly interventions: readonly string[];
  readonly restoration: string;
  readonly started: string;
  readonly ended?: string | undefined;
  readonly area?:
    | (Quantity & {
        readonly unit: string;
        readonly note?: Labels | undefined;
        readonly sources: readonly string[];
      })
    | undefined;
  readonly models: readonly string[];
  readonly protocols: readonly string[];
  readonly policies: readonly string[];
  readonly outcomes: readonly OutcomeRecord[];
}

/** A sentence with the sources that say it. */
export interface Said {
  readonly id: string;
  readonly text: Labels;
  readonly sources?: readonly string[] | undefined;
}

export interface ProtocolRecord extends ItemRecord {
  readonly version: string;
  readonly yields: readonly {
    readonly id: string;
    readonly label: Labels;
    readonly unit: string;
    readonly substance?: string | undefined;
  }[];
  readonly landUses: readonly string[];
  readonly pools: readonly string[];
  readonly scale: Labels;
  readonly skill: string;
  readonly cost: string;
  readonly crew: Labels;
  readonly equipment: readonly { readonly id: string; readonly item: Labels }[];
  readonly steps: number;
  readonly checks: readonly {
    readonly id: string;
    readonly check: Labels;
    readonly limit?: Labels | undefined;
    readonly sources?: readonly string[] | undefined;
  }[];
  readonly uncertainty: readonly Said[];
  readonly variants: { readonly lowCost: Labels; readonly standard: Labels; readonly reference: Labels };
  readonly standards: readonly string[];
  readonly calculators: readonly string[];
  readonly cases: Naming;
}

export interface ModelRecord extends ItemRecord {
  readonly interventions: readonly string[];
  readonly suits: readonly Said[];
  readonly unsuited: readonly Said[];
  readonly timeline: readonly Said[];
  readonly effects: readonly Said[];
  readonly risks: readonly Said[];
  readonly enablers: readonly Said[];
  readonly protocols: readonly string[];
  readonly policies: readonly string[];
  readonly cases: Naming;
}

export interface RecordOf {
  readonly cases: CaseRecord;
  readonly protocols: ProtocolRecord;
  readonly models: ModelRecord;
}
export type AnyRecord = RecordOf[Kind];
