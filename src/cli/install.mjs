// Runs on any Node from 18 on, before anything is installed: plain JavaScript without dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.portal-install');

/** The Node that the project installs for itself (see "node" in package.json). */
export const node = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Environment of every tool: the project's own programs first, no telemetry. */
export const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  PATH: `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
};

/** Runs a program in the project's folder; gives its exit code. */
export function run(program, args, options = {}) {
  const shell = process.platform === 'win32';
  const result = spawnSync(program, args, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
    shell,
    ...options,
  });
  return result.status ?? 1;
}

/** `npm ci`, once for each version of the lock file. */
export function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(node)) return;
  console.log('Installing what the portal needs (npm ci) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const status = npm?.endsWith('.js') ? run(process.execPath, [npm, ...args]) : run('npm', args);
  if (status !== 0) {
    console.error(
      'npm ci failed: check the connection to the npm registry, then run the same command again.',
    );
    process.exit(1);
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, lock);
}
