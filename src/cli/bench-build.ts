import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCorpus } from '../bench/generate-cases.ts';
import { type Measurement, measure } from '../bench/measure.ts';

/** npm run bench:build -- --cases 1000: how long a build of so many cases takes, cold, again, and after one change. PICTURES applies as to every build. */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    locales: { type: 'string', default: 'en' },
    seed: { type: 'string', default: '1' },
  },
});
const cases = Number(values.cases);
if (!Number.isInteger(cases) || cases < 1) throw new Error('--cases takes a whole number');
const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'));
const env = {
  CONTENT_DIR: join(folder, 'content'),
  OUT_DIR: join(folder, 'dist'),
  CACHE_DIR: join(folder, 'cache'),
  LOCALES: values.locales,
  ASTRO_TELEMETRY_DISABLED: '1',
};

try {
  console.log(
    `${cases} generated cases, languages ${values.locales}, seed ${values.seed}; ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`,
  );
  generateCorpus(env.CONTENT_DIR, cases, Number(values.seed));
  print('build, cold', await step('site'));
  print('build again, nothing changed', await step('site'));
  appendFileSync(join(env.CONTENT_DIR, 'case-studies/case-00000/index.mdx'), '\nOne more sentence.\n');
  print('build after one change', await step('site'));
  print('search index', await step('search'));
  print('content check', await measure(process.execPath, ['src/cli/check-content.ts'], env));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function step(only: 'site' | 'search'): Promise<Measurement> {
  return measure(process.execPath, ['src/cli/build.ts', '--only', only], env);
}

function print(name: string, { seconds, cpuSeconds, peakMegabytes }: Measurement): void {
  const cpu = cpuSeconds === undefined ? 'not known' : `${cpuSeconds.toFixed(1)} s`;
  const memory = peakMegabytes === undefined ? 'not known' : `${Math.round(peakMegabytes)} MB`;
  console.log(`${name.padEnd(30)} wall ${seconds.toFixed(1)} s   CPU ${cpu}   peak memory ${memory}`);
}
