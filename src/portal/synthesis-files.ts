import { sourceLocale } from '../i18n/locales.ts';
import type { Answer } from '../synthesis/answer.ts';
import { rScript, usedRowsCsv } from '../synthesis/reproduce.ts';
import type { Library } from './library.ts';
import { synthesisOf, synthesisWords } from './synthesis.ts';

/** The pooled answers of the build by the name of their files. */
export function pooledQuestions(library: Library): string[] {
  return synthesisOf(library).answers.pooled.map(({ question }) => question.id);
}

function pooledAnswer(library: Library, id: string): Answer {
  const found = synthesisOf(library).answers.pooled.find(({ question }) => question.id === id);
  if (!found) throw new Error(`${id} is not a pooled question`);
  return found;
}

export function questionCsv(library: Library, id: string): string {
  return usedRowsCsv(pooledAnswer(library, id), synthesisWords(library, sourceLocale));
}

export function questionScript(library: Library, id: string): string {
  return rScript(pooledAnswer(library, id));
}
