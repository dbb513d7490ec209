import { parentPort, workerData } from 'node:worker_threads';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';

/** Formats citations beside the thread that draws pages: the CSL processor takes its time. */
export interface CitationRequest {
  readonly number: number;
  readonly item: { readonly id: string };
}
export interface CitationAnswer {
  readonly number: number;
  readonly html: string;
}

/** One worker and one engine a style: Vancouver for numbered lists of sources, APA for the citation of a page. */
export type CitationStyle = 'vancouver' | 'apa';

let current: { readonly id: string } = { id: 'none' };
const style = workerData as CitationStyle;
const engine = plugins.config.get('@csl').engine([current], style, 'en-US', 'html');
engine.sys.retrieveItem = () => current;
// Each citation is formatted alone, so nothing can be mistaken for anything: the costly look-out is not needed.
for (const kind of ['year-suffix', 'names', 'givenname']) engine.opt[`disambiguate-add-${kind}`] = false;

parentPort?.on('message', ({ number, item }: CitationRequest) => {
  current = item;
  engine.updateItems([], true, true); // forgets the one before
  engine.updateItems([item.id], true, true);
  const html = engine.makeBibliography()[1].join('');
  parentPort?.postMessage({ number, html } satisfies CitationAnswer);
});
