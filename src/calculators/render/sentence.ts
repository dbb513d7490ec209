import { localeFacts } from '../../i18n/locales.ts';
import { estimateOf, labelOf, type Success } from '../define.ts';
import { headlineOf } from '../headline.ts';
import { hasWords, noNumber, sayHtml, sayText, type Values } from '../say.ts';
import type { Page } from './page.ts';
import { rounded } from './rounded.ts';

type Run = Pick<Success, 'inputs' | 'result'>;

/**
 * The result in words, as HTML, everything escaped: `sentence`, or `sentence.<choice>.<value>` where there are words
 * for what is chosen; then `sentence.range` where the headline has an interval, else `sentence.no-range`; then
 * `sentence.if.<output>` for every output that has a value. Only the first must be there.
 */
export function sentenceHtml(page: Page, { inputs, result }: Run): string {
  const { calculator, words } = page;
  const [first] = headlineOf(calculator, inputs);
  const { low } = estimateOf(result, first);
  const chosen = Object.entries(calculator.fields).flatMap(([name, { kind }]) =>
    kind === 'choice' ? [`sentence.${name}.${String(inputs[name])}`] : [],
  );
  const given = Object.entries(calculator.outputs).flatMap(([name, { kind }]) => {
    const value =
      kind === 'figure' ? estimateOf(result, name).value : kind === 'label' ? labelOf(result, name) : null;
    return value === null ? [] : [`sentence.if.${name}`];
  });
  const has = (key: string) => hasWords(words, key);
  const keys = [
    chosen.find(has) ?? 'sentence',
    ...[low === undefined ? 'sentence.no-range' : 'sentence.range', ...given].filter(has),
  ];
  const values = valuesOf(page, { inputs, result });
  const { lang } = sayText(words, keys[0] ?? 'sentence');
  const clauses = keys.map((key) => sayHtml(words, { key, values }, lang));
  const text = clauses.join(lang === 'zh' ? '' : ' '); // Chinese puts no space between sentences
  // Clauses of another language than the page are marked together, so that they follow one another.
  const { tag, direction } = localeFacts[lang];
  return lang === words.locale ? text : `<span lang="${tag}" dir="${direction}">${text}</span>`;
}

/** The inputs and figures by name, for the places of the sentence; `<figure>Low` and `<figure>High` are its limits. */
function valuesOf({ calculator }: Page, { inputs, result }: Run): Values {
  const given = Object.entries(calculator.fields).map(([name, field]): [string, Values[string]] => {
    const value = inputs[name];
    if (field.kind === 'choice' && value !== null) return [name, { key: `choice.${name}.${String(value)}` }];
    if (field.kind === 'text') return [name, typeof value === 'string' ? value : noNumber];
    return [name, typeof value === 'number' ? value : noNumber];
  });
  const figures = Object.entries(calculator.outputs).flatMap(([name, output]): [string, Values[string]][] => {
    if (output.kind === 'rows') return [];
    if (output.kind === 'figure') {
      const { value, low = null, high = null } = estimateOf(result, name);
      return [
        [name, rounded(value, output)],
        [`${name}Low`, rounded(low, output)],
        [`${name}High`, rounded(high, output)],
      ];
    }
    const value = labelOf(result, name);
    if (value === null) return [[name, noNumber]];
    return [[name, output.values === null ? value : { key: `label.${name}.${value}` }]];
  });
  return Object.fromEntries([...given, ...figures]);
}
