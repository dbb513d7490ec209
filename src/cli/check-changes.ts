import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judgeChanges, readChanges } from '../checks/changes.ts';
import { languageNamed, sayProblem } from '../guard/say-problem.ts';
import { contentFolder } from '../schemas/content-files.ts';

/**
 * git diff --raw -z base... | npm run -s check:changes -- --paths-from - --format text|json --language zh.
 * A pull request touches one contribution and what it needs. CONTENT_DIR holds the files as they came.
 * Exit: 0 fine, 1 a path that is refused, 2 could not run, 3 a maintainer has to look.
 */
try {
  process.exitCode = main();
} catch (error) {
  console.error(`The check could not run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

function main(): number {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: {
      'paths-from': { type: 'string' },
      format: { type: 'string', default: 'text' },
      language: { type: 'string', default: 'en' },
    },
    allowPositionals: true,
  });
  if (values.format !== 'text' && values.format !== 'json') throw new Error('--format is text or json');
  const language = languageNamed(values.language);
  const from = values['paths-from'];
  const listed = from === undefined ? [] : readChanges(readFileSync(from === '-' ? 0 : from, 'utf8'));
  const changes = [...listed, ...positionals.flatMap(readChanges)];
  if (changes.length === 0) throw new Error('no changed paths were given (--paths-from - reads them)');
  const { result, contribution, problems } = judgeChanges(changes, contentFolder());
  if (values.format === 'json') {
    const said = problems.map((problem) => ({ ...problem, ...sayProblem(problem, language) }));
    console.log(JSON.stringify({ result, contribution: contribution ?? null, problems: said }, null, 2));
  } else {
    for (const problem of problems) {
      const { message, hint } = sayProblem(problem, language);
      console.log(`${message}  [${problem.code}]\n    ${hint}`);
    }
    console.log(result === 'fine' ? `One contribution: ${contribution}` : result);
  }
  return { fine: 0, problems: 1, maintainer: 3 }[result];
}
