import { type Run, sayInRuns } from '../guard/say.ts';
import type { Finding } from './check.ts';
import { fieldAt, nameOf, type Path } from './field.ts';
import type { FormData } from './form-data.ts';
import { labelOf, say } from './words.ts';

export interface SaidFinding {
  readonly label: string;
  readonly message: readonly Run[];
  readonly hint: readonly Run[];
}

/** A finding in the words of the page; fields are named as the form names them, not as the file does. */
export function sayFinding(data: FormData, { path, problem }: Finding): SaidFinding {
  const label = labelOfPath(data, path);
  const named = 'key' in problem.values ? { ...problem.values, key: label } : problem.values;
  const { message, hint } = sayInRuns(data.problemWords, { code: problem.code, values: 'name' in named && problem.code.startsWith('missing') ? { ...named, name: label } : named });
  return { label, message, hint };
}

/** The way to a field in words: Figures 2 · Unit. */
export function labelOfPath(data: FormData, path: Path): string {
  const [first] = path;
  if (first === 'slug') return say(data.words, 'field.slug');
  if (first === 'story') return data.story.find(({ id }) => id === path[1])?.label ?? say(data.words, 'part.story');
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
