import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * npm run test:interop: opens the open data of a finished site with programs that know nothing of this one:
 * ogrinfo (Debian gdal-bin) and pandoc with citeproc. It installs them where it may, and says loudly what it
 * could not try. What npm packages can check runs in `npm test` (tests/site/open-data.test.ts).
 */
const dist = process.env['OUT_DIR'] ?? 'dist';
const failures: string[] = [];
const untried: string[] = [];
let passed = 0;

if (!existsSync(join(dist, 'api/index.json'))) {
  console.error(`${dist} holds no site: run npm run build first.`);
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'portal-interop-'));
try {
  withProgram('ogrinfo', 'gdal-bin', readGeoJson);
  withProgram('pandoc', 'pandoc', readCitations);
} finally {
  rmSync(work, { recursive: true, force: true });
}

for (const failure of failures) console.error(`FAILED  ${failure}`);
for (const what of untried) console.error(`\n!!! NOT TRIED: ${what} !!!`);
console.log(`\n${passed} passed, ${failures.length} failed, ${untried.length} not tried`);
process.exit(failures.length > 0 ? 1 : 0);

/** Runs a check with a program of the system, after trying to install its package. */
function withProgram(program: string, debian: string, check: () => void): void {
  if (!has(program)) install(debian);
  if (has(program)) check();
  else untried.push(`${program} is not here, and the Debian package ${debian} could not be installed`);
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

function install(debian: string): void {
  console.log(`Installing ${debian} …`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const step of [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', debian],
  ]) {
    const [program = '', ...args] = [...asRoot, ...step];
    const { status } = spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) return;
  }
}

function expect(holds: boolean, what: string): void {
  if (holds) {
    passed += 1;
    console.log(`ok  ${what}`);
  } else failures.push(what);
}

function run(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    failures.push(`${program} ${args.join(' ')}: ${(error as { stderr?: string }).stderr ?? String(error)}`);
    return '';
  }
}

function readGeoJson(): void {
  const file = join(dist, 'api/case-studies.geojson');
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: readonly unknown[] };
  const said = run('ogrinfo', ['-ro', '-so', '-al', file]);
  expect(said.includes("using driver `GeoJSON' successful"), 'ogrinfo opens the cases as GeoJSON');
  expect(/Geometry: (?:3D )?Point/.test(said), 'ogrinfo reads points');
  expect(said.includes(`Feature Count: ${features.length}`), `ogrinfo counts ${features.length} cases`);
  expect(/WGS 84/.test(said), 'ogrinfo reads the positions as WGS 84');
  for (const name of ['position_basis: String', 'position_blurred_km', 'start_year: Integer'])
    expect(said.includes(name), `ogrinfo reads the column ${name}`);
  const table = run('ogrinfo', ['-ro', '-so', '-al', join(dist, 'api/case-studies.csv')]);
  expect(table.includes(`Feature Count: ${features.length}`), 'ogrinfo reads the table of cases row by row');
}

function readCitations(): void {
  const { records } = JSON.parse(readFileSync(join(dist, 'api/citations.json'), 'utf8')) as {
    records: readonly { id: string; citation: { title: string }; sources: readonly { id: string }[] }[];
  };
  const [record] = records.filter(({ sources }) => sources.length > 3);
  if (!record) return void failures.push('no entry with sources');
  const bib = join(dist, 'api/library.bib');
  const library = JSON.parse(run('pandoc', ['-f', 'bibtex', '-t', 'csljson', bib]) || '[]') as {
    id: string;
  }[];
  const ids = new Set(library.map(({ id }) => id));
  const wanted = records.flatMap(({ sources }) => sources.map(({ id }) => id));
  expect(
    wanted.every((id) => ids.has(id)),
    `pandoc reads all ${ids.size} entries of library.bib`,
  );
  const text = join(work, 'cited.md');
  writeFileSync(text, `${record.sources.map(({ id }) => `[@${id}]`).join(' ')}\n`);
  for (const file of ['sources.bib', 'sources.json']) {
    const html = run('pandoc', [
      '--citeproc',
      '--fail-if-warnings',
      '--bibliography',
      join(dist, record.id, file),
      '-t',
      'html',
      text,
    ]);
    const printed = html.match(/class="csl-entry"/g)?.length ?? 0;
    expect(
      printed === record.sources.length,
      `citeproc prints the ${record.sources.length} sources of ${record.id} from ${file}`,
    );
  }
}
