import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** npm run build: the site, its citation and outcome files, its search index. CONTENT_DIR, OUT_DIR, SITE_URL, BASE_PATH and LOCALES apply. */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const folder = resolve(process.env['OUT_DIR'] ?? 'dist');
const start = performance.now();
try {
  rmSync(`${folder}/pagefind`, { recursive: true, force: true });
  if (values.only !== 'search') {
    const site = buildSite();
    // What the last step needs is read while the site is built.
    const [{ writeCitationFiles }, { writeOutcomeFiles }] = await Promise.all([
      import('./citation-files.ts'),
      import('./outcome-files.ts'),
      site,
    ]);
    writeCitationFiles(folder);
    writeOutcomeFiles(folder);
  }
  const pages =
    values.only === 'site' ? undefined : await (await import('./search-index.ts')).indexSite(folder);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `Built ${folder} in ${seconds} s${pages === undefined ? '' : `, ${pages} pages can be searched`}.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * In a process of its own: one malloc arena and slow heap growth keep its peak low, and with a young generation of
 * 16 MB what a page leaves behind is dropped before it is moved.
 */
async function buildSite(): Promise<void> {
  const built = spawn(
    process.execPath,
    ['--max-semi-space-size=16', '--heap-growing-percent=100', 'src/cli/build-site.ts'],
    {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', MALLOC_ARENA_MAX: '1' },
      stdio: 'inherit',
    },
  );
  const [status] = await once(built, 'close');
  if (status !== 0) throw new Error('The site was not built.');
}
