import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCitationFiles } from './citation-files.ts';
import { writeOutcomeFiles } from './outcome-files.ts';
import { indexSite } from './search-index.ts';

/** npm run build: the site, its citation and outcome files, its search index. CONTENT_DIR, OUT_DIR, SITE_URL, BASE_PATH and LOCALES apply. */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const folder = resolve(process.env['OUT_DIR'] ?? 'dist');
const start = performance.now();
try {
  rmSync(`${folder}/pagefind`, { recursive: true, force: true });
  if (values.only !== 'search') {
    buildSite();
    writeCitationFiles(folder);
    writeOutcomeFiles(folder);
  }
  const pages = values.only === 'site' ? undefined : await indexSite(folder);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `Built ${folder} in ${seconds} s${pages === undefined ? '' : `, ${pages} pages can be searched`}.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** In a process of its own with a small young generation and one malloc arena: a third less memory at its peak. */
function buildSite(): void {
  const { status } = spawnSync(
    process.execPath,
    ['--max-semi-space-size=16', '--heap-growing-percent=50', 'src/cli/build-site.ts'],
    {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', MALLOC_ARENA_MAX: '1' },
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error('The site was not built.');
}
