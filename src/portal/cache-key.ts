import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { absolute, activeLocales, href } from './site.ts';

/** What every page shows: the address of the site, its languages and tracker, and citations as the worker sets them. */
const site = [
  absolute(href('en', '/')),
  activeLocales.join(),
  process.env['REPOSITORY_URL'] ?? '',
  readFileSync('src/portal/citation-worker.ts', 'utf8'), // no module of the site, so Astro does not see it change
];

/** Names all that a page shows: while it stays the same, an incremental build restores the page. */
export function cacheKey(shown: readonly string[]): string {
  return createHash('sha256')
    .update([...site, ...shown].join('\n'))
    .digest('hex')
    .slice(0, 16);
}
