declare module '@citation-js/core' {
  interface CslEngine {
    readonly sys: { retrieveItem(id: string): object };
    readonly opt: Record<string, unknown>;
    updateItems(ids: readonly string[], nosort: boolean, rerun: boolean): void;
    makeBibliography(): [unknown, string[]];
  }
  export const plugins: {
    config: {
      get(name: '@csl'): {
        engine(items: readonly object[], style: string, locale: string, format: 'html' | 'text'): CslEngine;
      };
    };
  };
}
declare module '@citation-js/plugin-csl';
