import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

type Csl = Readonly<Record<string, unknown>>;

/** The form is named, so that the library guesses nothing: what looks like an address it would fetch. */
export function readBibtex(text: string): Csl[] {
  return plugins.input.chain(text, { forceType: '@bibtex/text', generateGraph: false });
}

export function readRis(text: string): Csl[] {
  return plugins.input.chain(text, { forceType: '@ris/file', generateGraph: false });
}
