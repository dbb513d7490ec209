import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** npm run build: the site, its small files and archive, its search index. CONTENT_DIR, OUT_DIR, SITE_URL, BASE_PATH and LOCALES apply. */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const folder = resolve(process.env['OUT_DIR'] ?? 'dist');
/** A figure as PNG takes a tenth of a second the first time: a library of more cases draws them when it is told to. */
const mostWithPictures = 300;
const began = performance.now();
try {
  rmSync(`${folder}/pagefind`, { recursive: true, force: true });
  if (values.only !== 'search') await buildSite();
  const pages =
    values.only === 'site' ? undefined : await (await import('./search-index.ts')).indexSite(folder);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `Built ${folder} in ${seconds} s${pages === undefined ? '' : `, ${pages} pages can be searched`}.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * In a process of its own: one malloc arena and slow heap growth keep its peak low, and with a young generation of
 * 16 MB what a page leaves behind is dropped before it is moved. The small files beside the pages are written by
 * another process meanwhile, from the open data; those of an earlier build must not be taken for them.
 */
async function buildSite(): Promise<void> {
  rmSync(`${folder}/api`, { recursive: true, force: true });
  const site = start(['--max-semi-space-size=16', '--heap-growing-percent=75', 'src/cli/build-site.ts']);
  const smallFiles = start([
    '--max-semi-space-size=4',
    '--heap-growing-percent=50',
    'src/cli/small-files.ts',
  ]);
  const written = once(smallFiles, 'close');
  const [built] = await once(site, 'close');
  if (built !== 0) smallFiles.kill();
  const [status] = await written;
  if (built !== 0) throw new Error('The site was not built.');
  if (status !== 0) throw new Error('The files beside the pages were not written.');
  const { writeArchive } = await import('./archive-file.ts');
  writeArchive(folder);
}

function start(args: readonly string[]): ChildProcess {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    MALLOC_ARENA_MAX: '1',
    PICTURES: process.env['PICTURES'] ?? picturesFor(process.env['CONTENT_DIR'] ?? 'content'),
  };
  return spawn(process.execPath, args, { env, stdio: 'inherit' });
}

function picturesFor(content: string): 'all' | 'none' {
  const cases = join(content, 'case-studies');
  return existsSync(cases) && readdirSync(cases).length > mostWithPictures ? 'none' : 'all';
}
