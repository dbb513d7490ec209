/** The part of pagefind.js that the search page uses. */
export interface Pagefind {
  init(): Promise<void>;
  options(options: { excerptLength?: number; ranking?: Record<string, number> }): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  debouncedSearch(
    query: string | null,
    options: { filters: Record<string, { any: string[] }> },
    wait: number,
  ): Promise<PagefindAnswer | null>;
}
export interface PagefindAnswer {
  readonly results: readonly { readonly id: string; data(): Promise<PagefindPage> }[];
  readonly filters: Record<string, Record<string, number>>;
}
export interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Record<string, string>;
  readonly filters: Record<string, string[]>;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}
