import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'astro';
import { indexSite } from './search-index.ts';

/** npm run build: the site, then its search index. CONTENT_DIR, OUT_DIR, SITE_URL, BASE_PATH and LOCALES apply. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const folder = resolve(process.env['OUT_DIR'] ?? 'dist');
try {
  const start = performance.now();
  rmSync(`${folder}/pagefind`, { recursive: true, force: true });
  await build({ logLevel: 'warn' });
  const pages = await indexSite(folder);
  console.log(
    `Built ${pages} searchable pages into ${folder} in ${((performance.now() - start) / 1000).toFixed(1)} s.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
