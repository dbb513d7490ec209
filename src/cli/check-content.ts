import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../checks/check-content.ts';
import { isNotice } from '../guard/codes.ts';
import type { Problem } from '../guard/problem.ts';
import { languageNamed, type ProblemLanguage, sayProblem } from '../guard/say-problem.ts';
import { contentFolder } from '../schemas/content-files.ts';
import { mendFiles } from './mend-files.ts';

/**
 * npm run -s check:content -- [paths…] --format text|json --language zh --fix
 * With --fix it mends what is beyond doubt, shows the difference and checks again.
 * Exit: 0 clean or notices only, 1 problems, 2 could not run.
 */
try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The check could not run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: {
      format: { type: 'string', default: 'text' },
      language: { type: 'string', default: 'en' },
      fix: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.format !== 'text' && values.format !== 'json') throw new Error('--format is text or json');
  const language = languageNamed(values.language);
  const folder = contentFolder();
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${folder} is not a folder`);
  const wanted = positionals.map((path) => belowContent(path, folder));
  const isWanted = (file: string) =>
    wanted.length === 0 || wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
  const { problems: all, mended } = values.fix
    ? await mendFiles(folder, isWanted)
    : { problems: await checkContent(folder), mended: [] };
  const problems = all.filter(({ file }) => isWanted(file));
  if (values.format === 'text') for (const { difference } of mended) console.log(difference);
  if (values.format === 'json')
    console.log(
      JSON.stringify(
        problems.map((problem) => ({
          ...problem,
          notice: isNotice(problem.code),
          ...sayProblem(problem, language),
        })),
        null,
        2,
      ),
    );
  else printText(problems, relative(process.cwd(), folder) || '.', language);
  return problems.every(({ code }) => isNotice(code)) ? 0 : 1;
}

/** A path as typed, below the content folder: content/protocols/x, protocols/x and ./content/protocols/x are one. */
function belowContent(path: string, folder: string): string {
  const direct = relative(folder, resolve(path));
  const below = direct.startsWith('..') ? relative(folder, resolve(folder, path)) : direct;
  if (below.startsWith('..') || !statSync(resolve(folder, below), { throwIfNoEntry: false }))
    throw new Error(`${path} is not in ${folder}`);
  return below.replaceAll('\\', '/');
}

function printText(problems: readonly Problem[], prefix: string, language: ProblemLanguage): void {
  for (const problem of problems) {
    const { file, line, column, code } = problem;
    const { message, hint } = sayProblem(problem, language);
    const mark = isNotice(code) ? '?' : ' ';
    console.log(`${prefix}/${file}:${line}:${column} ${mark}${message}  [${code}]\n    ${hint}`);
  }
  console.log(summary(problems));
}

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'The content is clean.';
  const notices = problems.filter(({ code }) => isNotice(code)).length;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const files = new Set(problems.map(({ file }) => file)).size;
  const parts = [
    count(problems.length - notices, 'problem'),
    ...(notices > 0 ? [`${count(notices, 'thing')} to look at (?)`] : []),
  ];
  return `\n${parts.join(' and ')} in ${count(files, 'file')}. What each [code] means: /contribute/messages/`;
}
