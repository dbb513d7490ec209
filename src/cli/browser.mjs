// Finds or installs a Chromium for the browser tests.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './install.mjs';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/** Path of the browser to use, or undefined where Playwright's own is installed. Stops where there is none. */
export async function findBrowser() {
  const { chromium } = await import(join(root, 'node_modules/playwright/index.mjs'));
  const own = () => existsSync(chromium.executablePath());
  const found = () => system.find((path) => existsSync(path));
  if (own()) return undefined;
  if (found()) return found();
  console.log('Installing a browser for the tests …');
  run('playwright', ['install', '--with-deps', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  if (own()) return undefined;
  const debian = spawnSync('apt-get', ['--version']).status === 0 && process.getuid?.() === 0;
  if (debian) {
    run('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk', 'fonts-noto-core'], {
      stdio: 'ignore',
    });
  }
  if (found()) return found();
  console.error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), then run npm test again.',
  );
  process.exit(1);
}
