declare module '@citation-js/core' {
  interface CslEngine {
    readonly sys: { retrieveItem(id: string): object };
    readonly opt: Record<string, unknown>;
    updateItems(ids: readonly string[], nosort: boolean, rerun: boolean): void;
    makeBibliography(): [unknown, string[]];
  }
  interface Config {
    get(name: '@csl'): {
      engine(items: readonly object[], style: string, locale: string, format: 'html' | 'text'): CslEngine;
      /** Styles in CSL, by name. */
      readonly styles: { get(name: string): string; add(name: string, style: string): void };
    };
    get(name: '@bibtex'): {
      readonly format: { asciiOnly: boolean; useIdAsLabel: boolean; checkLabel: boolean };
    };
  }
  interface Output {
    format(name: 'bibtex', items: readonly object[]): string;
    format(
      name: 'ris',
      items: readonly object[],
      options: { format: 'object' },
    ): Record<string, string | string[]>[];
  }
  interface Input {
    /** Reads a citation in the form that is named; the result is CSL-JSON. */
    chain(text: string, options: { forceType: string; generateGraph: boolean }): Record<string, unknown>[];
  }
  export const plugins: { readonly config: Config; readonly input: Input; readonly output: Output };
  /** Reads a citation in any form a plugin knows; the result is CSL-JSON. */
  export class Cite {
    constructor(text: string);
    readonly data: readonly Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
