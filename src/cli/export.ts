import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { translator } from '../i18n/translate.ts';
import { contentFolder } from '../schemas/content-files.ts';
import { type BookCollection, bookCollections, templateNames } from '../sheets/book.ts';
import { exportBook, readContributions } from './export-book.ts';
import { languageOf } from './language.ts';

/**
 * npm run export -- content/case-studies/x [more…] --to file.xlsx|folder
 * npm run export -- --template case-study --to file.xlsx|folder
 */
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      to: { type: 'string' },
      template: { type: 'string' },
      language: { type: 'string' },
    },
    allowPositionals: true,
  });
  const t = translator(languageOf(values.language, process.env));
  if (values.to === undefined) throw new Error('--to names the file to write, such as my-case.xlsx.');
  const to = resolve(values.to);
  if (values.template === undefined) {
    const { collection, contributions } = readContributions(positionals, contentFolder());
    await exportBook(collection, contributions, to);
    console.log(t('export.done', { file: values.to, count: contributions.length }));
  } else {
    await exportBook(collectionOfTemplate(values.template), [], to);
    console.log(t('export.template', { file: values.to }));
  }
}

function collectionOfTemplate(name: string): BookCollection {
  const collection = bookCollections.find((one) => templateNames[one] === name || one === name);
  if (!collection)
    throw new Error(`--template is one of ${bookCollections.map((one) => templateNames[one]).join(', ')}.`);
  return collection;
}
