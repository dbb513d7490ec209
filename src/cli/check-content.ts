import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../checks/check-content.ts';
import type { Problem } from '../guard/problem.ts';
import { contentFolder } from '../schemas/content-files.ts';

/** npm run -s check:content -- [paths…] --format text|json. Exit: 0 clean, 1 problems, 2 could not run. */
try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The check could not run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { format: { type: 'string', default: 'text' } },
    allowPositionals: true,
  });
  if (values.format !== 'text' && values.format !== 'json') throw new Error('--format is text or json');
  const folder = contentFolder();
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${folder} is not a folder`);
  const wanted = positionals.map((path) => belowContent(path, folder));
  const all = await checkContent(folder);
  const problems =
    wanted.length === 0
      ? all
      : all.filter(({ file }) =>
          wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`)),
        );
  if (values.format === 'json') console.log(JSON.stringify(problems, null, 2));
  else printText(problems, relative(process.cwd(), folder) || '.');
  return problems.length === 0 ? 0 : 1;
}

/** A path as typed, below the content folder: content/protocols/x, protocols/x and ./content/protocols/x are one. */
function belowContent(path: string, folder: string): string {
  const direct = relative(folder, resolve(path));
  const below = direct.startsWith('..') ? relative(folder, resolve(folder, path)) : direct;
  if (below.startsWith('..') || !statSync(resolve(folder, below), { throwIfNoEntry: false }))
    throw new Error(`${path} is not in ${folder}`);
  return below.replaceAll('\\', '/');
}

function printText(problems: readonly Problem[], prefix: string): void {
  for (const { file, line, column, code, message, hint } of problems) {
    console.log(`${prefix}/${file}:${line}:${column}  ${message}  [${code}]\n    ${hint}`);
  }
  const files = new Set(problems.map(({ file }) => file)).size;
  console.log(
    problems.length === 0
      ? 'The content is clean.'
      : `\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${files} ${files === 1 ? 'file' : 'files'}.`,
  );
}
