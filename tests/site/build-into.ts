import { execFileSync } from 'node:child_process';

/** Builds a site into a folder as a stranger's machine would, with a cache of its own. */
export function buildInto(out: string, env: NodeJS.ProcessEnv = {}): string {
  execFileSync('node', ['src/cli/build.ts'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      OUT_DIR: out,
      CACHE_DIR: `${out}-cache`,
      ...env,
    },
    stdio: 'pipe',
  });
  return out;
}
