import { parentPort } from 'node:worker_threads';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';

/** Formats citations beside the thread that draws pages: the CSL processor takes its time. */
export interface CitationRequest {
  readonly number: number;
  readonly style: CitationStyle;
  readonly item: CitationItem;
}
export interface CitationAnswer {
  readonly number: number;
  readonly html: string;
}

/** Vancouver for numbered lists of sources, APA for pages themselves. */
export type CitationStyle = 'vancouver' | 'apa';

interface CitationItem {
  readonly id: string;
}

/** One engine a style. */
const engines = new Map<CitationStyle, (item: CitationItem) => string>();

function engineOf(style: CitationStyle): (item: CitationItem) => string {
  const known = engines.get(style);
  if (known) return known;
  let current: CitationItem = { id: 'none' };
  const { styles, engine: start } = plugins.config.get('@csl');
  // Nothing is sorted where each citation stands alone. The sort keys of APA are most of what its engine would build:
  // seven times as long, and 200 MB.
  styles.add(`${style} alone`, styles.get(style).replaceAll(/<sort>[\s\S]*?<\/sort>/g, ''));
  const engine = start([current], `${style} alone`, 'en-US', 'html');
  engine.sys.retrieveItem = () => current;
  // Each citation is formatted alone, so nothing can be mistaken for anything: the costly look-out is not needed.
  for (const kind of ['year-suffix', 'names', 'givenname']) engine.opt[`disambiguate-add-${kind}`] = false;
  const format = (item: CitationItem) => {
    current = item;
    engine.updateItems([], true, true); // forgets the one before
    engine.updateItems([item.id], true, true);
    return engine.makeBibliography()[1].join('');
  };
  engines.set(style, format);
  return format;
}

// Both are asked for by nearly every page, and are ready by the time the first one is drawn.
engineOf('vancouver');
engineOf('apa');

/** Requests come and go in bundles: waking a thread costs as much as a citation. */
parentPort?.on('message', (requests: readonly CitationRequest[]) => {
  const answers = requests.map(({ number, style, item }) => ({ number, html: engineOf(style)(item) }));
  parentPort?.postMessage(answers satisfies readonly CitationAnswer[]);
});
