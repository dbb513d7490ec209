import type { EcosystemType } from '../charts/ecosystem.ts';

/**
 * All cases as columns, in the order of their list: what the map, and whoever looks for cases in the browser, needs of
 * them. Positions in one column are positions in all of them.
 */
export interface CaseIndex {
  readonly keys: readonly string[];
  readonly titles: readonly string[];
  /** Positions of cases whose title is there in English only. */
  readonly english: readonly number[];
  /** Degrees, WGS84. */
  readonly longitude: readonly number[];
  readonly latitude: readonly number[];
  /** Type of the main ecosystem, as a position in `ecosystemTypes`. */
  readonly type: readonly number[];
  /** Countries and years as the list prints them. */
  readonly where: readonly string[];
  readonly when: readonly string[];
  /** Number of effects. */
  readonly effects: readonly number[];
  readonly facets: readonly IndexFacet[];
  /** Climates that the names of its ecosystem types say, as positions in `climates`. */
  readonly climates: readonly (readonly number[])[];
  /** Themes of its measured and modelled effects, as positions in `themes`. */
  readonly aims: readonly (readonly number[])[];
  readonly themes: readonly string[];
}

export interface IndexFacet {
  readonly name: string;
  readonly values: readonly string[];
  readonly labels: readonly string[];
  /** For each case the positions of its values. */
  readonly of: readonly (readonly number[])[];
}

export const typeOf = (index: CaseIndex, at: number, types: readonly EcosystemType[]): EcosystemType =>
  types[index.type[at] ?? -1] ?? 'other';

/** What is chosen, by the name of the facet; ids that nobody knows are no choice. */
export type Choice = Readonly<Record<string, readonly string[]>>;

export interface Narrowed {
  /** Positions of the cases that are left, in the order of the index. */
  readonly cases: readonly number[];
  /** For each facet and value the number of cases there would be with it, the other facets being as they are. */
  readonly counts: Readonly<Record<string, readonly number[]>>;
}

/**
 * The cases that have, in every facet with a choice, one of the chosen values. One pass: a case that fits all facets
 * counts for all, one that fails a single facet counts for the values of that facet only.
 */
export function narrow(index: CaseIndex, choice: Choice): Narrowed {
  const wanted = index.facets.map(({ name, values }) => {
    const chosen = (choice[name] ?? []).flatMap((id) => {
      const at = values.indexOf(id);
      return at < 0 ? [] : [at];
    });
    return chosen.length === 0 ? undefined : new Set(chosen);
  });
  const counts = index.facets.map(({ values }) => new Array<number>(values.length).fill(0));
  const cases: number[] = [];
  for (let at = 0; at < index.keys.length; at += 1) {
    let failed = -1;
    let failures = 0;
    for (let facet = 0; facet < wanted.length && failures < 2; facet += 1) {
      const chosen = wanted[facet];
      if (!chosen || index.facets[facet]?.of[at]?.some((value) => chosen.has(value))) continue;
      failed = facet;
      failures += 1;
    }
    if (failures > 1) continue;
    if (failures === 0) cases.push(at);
    for (let facet = 0; facet < wanted.length; facet += 1) {
      if (failures === 1 && facet !== failed) continue;
      const own = counts[facet] ?? [];
      for (const value of index.facets[facet]?.of[at] ?? []) own[value] = (own[value] ?? 0) + 1;
    }
  }
  return {
    cases,
    counts: Object.fromEntries(index.facets.map(({ name }, facet) => [name, counts[facet] ?? []])),
  };
}
