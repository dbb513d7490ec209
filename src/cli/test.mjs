// npm test: installs what is missing, then runs everything. "Green" has one meaning, and its last line says it.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { environment, installDependencies, node, root, run } from './install.mjs';

installDependencies();
const browser = await findBrowser();
const env = { ...environment, ...(browser ? { CHROMIUM_PATH: browser } : {}) };
const results = join(root, '.cache', 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
const broken = [];

function record(name, counts) {
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) broken.push(name);
}

function step(name, program, args, read) {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const status = run(program, args, { env });
  const counts = read?.() ?? { passed: 0, failed: 0 };
  if (!read) counts[status === 0 ? 'passed' : 'failed'] = 1;
  else if (status !== 0 && counts.failed === 0) counts.failed = 1;
  record(name, counts);
  console.log(
    `== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - start) / 1000).toFixed(0)} s`,
  );
  return status === 0;
}

const vitest = (project) => {
  const file = join(results, `${project}.json`);
  const read = () => {
    if (!existsSync(file)) return { passed: 0, failed: 1 };
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests };
  };
  return [
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    read,
  ];
};

const playwright = () => {
  const file = join(results, 'browser.json');
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
};

step('format, lint and import rule', 'biome', ['ci', '--error-on-warnings', '.']);
step('types', 'astro', ['check', '--minimumFailingSeverity', 'hint', '--silent']);
step('unit and content tests', 'vitest', ...vitest('unit'));
step('content check', node, ['src/cli/check-content.ts']);
if (step('build', node, ['src/cli/build.ts'])) {
  step('built site: weight, links, HTML, data', 'vitest', ...vitest('site'));
  step('browser: journeys and accessibility', 'playwright', ['test'], playwright);
}
if (broken.length > 0) console.log(`\nFailed: ${broken.join('; ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
