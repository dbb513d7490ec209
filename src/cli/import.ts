import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../checks/check-content.ts';
import { isNotice } from '../guard/codes.ts';
import { sayProblem } from '../guard/say-problem.ts';
import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { contentFolder } from '../schemas/content-files.ts';
import { cellName, type SheetProblem } from '../sheets/sheet-problem.ts';
import { importBook } from './import-book.ts';
import { languageOf } from './language.ts';

/** More problems than these are only counted. */
const mostShown = 200;

/**
 * npm run import -- filled.xlsx | folder-of-csv | case.csv outcomes.csv …
 * Exit: 0 written and clean, 1 something to mend, 2 could not run.
 */
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { language: { type: 'string' }, format: { type: 'string', default: 'text' } },
    allowPositionals: true,
  });
  const language = languageOf(values.language, process.env);
  const t = translator(language);
  const missing = positionals.find((path) => !existsSync(path));
  if (positionals.length === 0 || missing !== undefined)
    throw new Error(t('import.usage', { path: missing ?? '' }));
  const content = contentFolder();
  const { problems, written } = await importBook(
    positionals.map((path) => resolve(path)),
    content,
  );
  if (values.format === 'json') {
    console.log(
      JSON.stringify({ problems: problems.map((one) => withWords(one, language)), written }, null, 2),
    );
    return written.length === 0 ? 1 : 0;
  }
  for (const problem of problems.slice(0, mostShown)) printProblem(problem, language);
  if (problems.length > mostShown) console.log(t('import.more', { count: problems.length - mostShown }));
  if (written.length === 0) {
    const count = problems.filter(({ code }) => !isNotice(code)).length;
    console.log(`\n${t('import.refused', { count })}`);
    return 1;
  }
  for (const file of written) console.log(t('import.written', { file: `content/${file}` }));
  console.log(t('import.beside'));
  const found = (await checkContent(content)).filter(({ file }) => written.includes(file));
  for (const problem of found) {
    const { message, hint } = sayProblem(problem, language);
    console.log(
      `content/${problem.file}:${problem.line}:${problem.column}  ${message}  [${problem.code}]\n    ${hint}`,
    );
  }
  return found.every(({ code }) => isNotice(code)) ? 0 : 1;
}

function withWords(problem: SheetProblem, language: Locale): object {
  const { sheet, code, values } = problem;
  return {
    sheet,
    cell: cellName(problem),
    code,
    values,
    notice: isNotice(code),
    ...sayProblem(problem, language),
  };
}

function printProblem(problem: SheetProblem, language: Locale): void {
  const { message, hint } = sayProblem(problem, language);
  const place = problem.sheet === '' ? '' : `${problem.sheet}!${cellName(problem)}  `;
  console.log(`${place}${isNotice(problem.code) ? '? ' : ''}${message}  [${problem.code}]\n    ${hint}`);
}
