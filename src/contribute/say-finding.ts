import { type Run, sayInRuns } from '../guard/say.ts';

export type { Run };

import type { Finding } from './check.ts';
import { fieldAt, nameOf, type Path } from './field.ts';
import type { FormData } from './form-data.ts';
import { labelOf, say } from './words.ts';

export interface SaidFinding {
  readonly label: string;
  readonly message: readonly Run[];
  readonly hint: readonly Run[];
}

/** Codes whose remedy speaks of lines of the file: in a form the empty field says enough. */
const aboutLines: ReadonlySet<string> = new Set([
  'missing-key',
  'missing-choice',
  'too-few',
  'empty',
  'untranslated',
]);

/** A finding in the words of the page; fields are named as the form names them, not as the file does. */
export function sayFinding(data: FormData, { path, problem }: Finding): SaidFinding {
  const label = labelOfPath(data, path);
  const own = label.split(' · ').at(-1) ?? label;
  const isMissing = problem.code === 'missing-key' || problem.code === 'missing-choice';
  const named = {
    ...problem.values,
    ...('key' in problem.values ? { key: own } : {}),
    ...(isMissing ? { name: own } : {}),
  };
  const { message, hint } = sayInRuns(data.problemWords, { code: problem.code, values: named });
  return { label, message, hint: aboutLines.has(problem.code) ? [] : hint };
}

/** The way to a field in words: Figures 2 · Unit. */
export function labelOfPath(data: FormData, path: Path): string {
  const [first] = path;
  if (first === 'slug') return say(data.words, 'field.slug');
  if (first === 'story')
    return data.story.find(({ id }) => id === path[1])?.label ?? say(data.words, 'part.story');
  const labels: string[] = [];
  path.forEach((step, index) => {
    if (typeof step === 'number') {
      const last = labels.pop();
      labels.push(last === undefined ? String(step + 1) : `${last} ${step + 1}`);
      return;
    }
    const here = path.slice(0, index + 1);
    const field = fieldAt(data.model, here);
    labels.push(field ? labelOf(data.words, field, nameOf(here)) : String(step));
  });
  return labels.join(' · ');
}
