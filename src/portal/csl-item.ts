import type { Source } from '../schemas/source.ts';

/** CSL-JSON 1.0, the keys that are used here. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly object[] | undefined;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly [key: string]: unknown;
}

/** CSL-JSON 1.0 from our YAML form: the plain date becomes date-parts. */
export function toCsl({ issued, seen: _, incomplete: __, ...csl }: Source): CslItem {
  return issued ? { ...csl, issued: { 'date-parts': [issued.split('-').map(Number)] } } : csl;
}
