declare module '@citation-js/core' {
  interface CslEngine {
    updateItems(ids: readonly string[]): void;
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
