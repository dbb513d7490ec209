import type { Field } from '../../contribute/field.ts';
import type { FormData } from '../../contribute/form-data.ts';
import { answerNumber, dateOf } from '../../contribute/reading.ts';
import { h, type Tree } from '../../contribute/tree.ts';
import { say } from '../../contribute/words.ts';
import { formatNumber } from '../../i18n/format.ts';
import { locales, sourceLocale } from '../../i18n/locales.ts';

/** How a number or a date was understood, where it was not written as the file will have it. */
export function noteOf(field: Field, text: string, name: string, { words, locale }: FormData): Tree[] {
  if (field.kind === 'date') {
    const date = dateOf(text, field.approximate);
    return date === text.trim() ? [] : [h('span', {}, say(words, 'read', { value: date }))];
  }
  if (field.kind !== 'number') return [];
  const answer = answerNumber(text);
  const language = locales.find((one) => one === locale) ?? sourceLocale;
  if (answer.kind === 'read')
    return [h('span', {}, say(words, 'read', { value: formatNumber(answer.value, language) }))];
  if (answer.kind !== 'either') return [];
  return [
    h('span', {}, `${say(words, 'either')} `),
    ...answer.values.map((value) =>
      h('button', { type: 'button', 'data-fix': name, 'data-value': value }, String(value)),
    ),
  ];
}
