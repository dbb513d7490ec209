import type { SynthesisRow } from './row.ts';

/** What a reader may narrow the rows by; empty is everything. */
export const filterNames = [
  'indicator',
  'intervention',
  'comparator',
  'ecosystem',
  'country',
  'model',
] as const;
export type FilterName = (typeof filterNames)[number];

export const subgroupNames = ['country', 'ecosystem', 'method', 'dataset'] as const;
export type SubgroupName = (typeof subgroupNames)[number];

export const correlations = [0, 0.25, 0.5, 0.75, 1] as const;

/** Everything a synthesis hangs on besides its rows; the address of the page holds what differs from the default. */
export interface Settings {
  readonly filters: Readonly<Record<FilterName, string>>;
  /** Rows without a standard deviation are left out, or filled from the coefficient of variation of the others. */
  readonly missing: 'drop' | 'impute';
  /** Between the errors of effects of one study. */
  readonly correlation: number;
  readonly subgroups: SubgroupName | '';
}

export const defaults: Settings = {
  filters: { indicator: '', intervention: '', comparator: '', ecosystem: '', country: '', model: '' },
  missing: 'drop',
  correlation: 0.5,
  subgroups: '',
};

/** Two-sided confidence of every interval. */
export const level = 0.95;

/** Fewer independent studies are not pooled. */
export const fewestStudies = 3;

export function readSettings(query: URLSearchParams): Settings {
  const correlation = Number(query.get('correlation') ?? defaults.correlation);
  const subgroups = query.get('subgroups') ?? '';
  return {
    filters: {
      indicator: query.get('indicator') ?? '',
      intervention: query.get('intervention') ?? '',
      comparator: query.get('comparator') ?? '',
      ecosystem: query.get('ecosystem') ?? '',
      country: query.get('country') ?? '',
      model: query.get('model') ?? '',
    },
    missing: query.get('missing') === 'impute' ? 'impute' : 'drop',
    correlation: correlations.some((one) => one === correlation) ? correlation : defaults.correlation,
    subgroups: subgroupNames.find((name) => name === subgroups) ?? '',
  };
}

/** The query of an address; empty for the default. */
export function writeSettings({ filters, missing, correlation, subgroups }: Settings): string {
  const query = new URLSearchParams();
  for (const name of filterNames) if (filters[name] !== '') query.set(name, filters[name]);
  if (missing !== defaults.missing) query.set('missing', missing);
  if (correlation !== defaults.correlation) query.set('correlation', String(correlation));
  if (subgroups !== '') query.set('subgroups', subgroups);
  return query.toString();
}

export function passes(row: SynthesisRow, filters: Settings['filters']): boolean {
  return filterNames.every((name) => filters[name] === '' || row[name] === filters[name]);
}
