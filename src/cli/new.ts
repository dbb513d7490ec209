import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sayProblem } from '../guard/say-problem.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { contentFolder } from '../schemas/content-files.ts';
import { templateNames } from '../sheets/book.ts';
import { type Draft, interview } from './interview.ts';
import { languageOf } from './language.ts';
import { answersText, readAnswers, writeContribution } from './new-contribution.ts';
import { newTranslation } from './new-translation.ts';
import { type AskedCollection, questions } from './questions.ts';
import { openTerminal, Stopped } from './terminal.ts';

/**
 * npm run new -- case-study|protocol [--answers file.yaml] [--language zh]
 * npm run new -- translation content/case-studies/x zh [--machine]
 * Exit: 0 written, 1 something to mend or stopped, 2 could not run.
 */
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      answers: { type: 'string' },
      language: { type: 'string' },
      machine: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [kind = '', path = '', to = ''] = positionals;
  const language = languageOf(values.language, process.env);
  const t = translator(language);
  const content = contentFolder();
  if (kind === 'translation') {
    const file = newTranslation(path, to, values.machine ? 'machine-assisted' : 'human', content);
    console.log(t('ask.translation', { file: `content/${file}` }));
    return 0;
  }
  const collection = (Object.keys(questions) as AskedCollection[]).find(
    (one) => templateNames[one] === kind || one === kind,
  );
  if (!collection) throw new Error('npm run new -- case-study | protocol | translation <folder> <language>');

  const answers =
    values.answers === undefined
      ? undefined
      : readAnswers(collection, readFileSync(values.answers), values.answers);
  const draft: Draft = answers?.draft ?? { facts: {}, text: {} };
  if (answers && answers.problems.length > 0 && process.stdin.isTTY !== true) {
    for (const problem of answers.problems) {
      const { message, hint } = sayProblem(problem, language);
      console.log(
        `${problem.file}:${problem.line}:${problem.column}  ${message}  [${problem.code}]\n    ${hint}`,
      );
    }
    console.log(t('ask.nothing'));
    return 1;
  }
  if (!answers || answers.problems.length > 0) {
    const done = await ask(collection, draft, values.answers, content, t, language);
    if (!done) return 1;
  }
  const file = writeContribution(collection, draft, content);
  if (file === undefined) {
    console.log(t('ask.exists', { file: `content/${collection}/${draft.slug ?? ''}` }));
    if (!answers) keep(collection, draft, values.answers, t);
    return 1;
  }
  console.log(
    `\n${t('ask.written', { file: `content/${file}`, folder: file.replace(/\/index\.mdx$/, '') })}`,
  );
  return 0;
}

/** Holds the conversation; false where it was stopped, with the answers kept. */
async function ask(
  collection: AskedCollection,
  draft: Draft,
  answers: string | undefined,
  content: string,
  t: Translate,
  language: ReturnType<typeof languageOf>,
): Promise<boolean> {
  const terminal = openTerminal(process.stdin, process.stdout);
  const isTaken = (slug: string) => existsSync(join(content, collection, slug));
  process.once('SIGINT', terminal.stop);
  terminal.say(t('ask.begin', { kind: t(`kind.${collection}`) }));
  try {
    await interview(collection, draft, terminal, language, isTaken, new Date().toISOString().slice(0, 10));
    return true;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    keep(collection, draft, answers, t);
    return false;
  } finally {
    process.off('SIGINT', terminal.stop);
    terminal.close();
  }
}

/** Keeps the answers in the file they came from, or in a new one. */
function keep(collection: AskedCollection, draft: Draft, answers: string | undefined, t: Translate): void {
  const kind = templateNames[collection];
  let file = answers ?? `${kind}.draft.yaml`;
  for (let number = 2; answers === undefined && existsSync(file); number += 1)
    file = `${kind}-${number}.draft.yaml`;
  writeFileSync(file, answersText(draft));
  console.log(`\n\n${t('ask.draft', { file, kind })}`);
}
