import { escapeHtml } from '../../i18n/typeset.ts';
import { estimateOf, labelOf, type Result, type Success } from '../define.ts';
import { headlineOf } from '../headline.ts';
import { warningSaying } from '../messages.ts';
import type { Estimate, FigureOutput, LabelOutput } from '../output.ts';
import { isolate, noNumber, sayHtml, sayText, unitPlace, type Words, written } from '../say.ts';
import { chosenUnit, outputValue, unitsFor } from '../unit-choice.ts';
import type { Page } from './page.ts';
import { rounded } from './rounded.ts';
import { sentenceHtml } from './sentence.ts';

/**
 * The result in figures and words, as HTML, everything escaped: name, number and interval of the headline; the
 * sentence; warnings; further figures. The build writes it and the browser writes it again with the same function.
 */
export function renderResult(page: Page, { inputs, result }: Success): string {
  const { calculator } = page;
  const [first] = headlineOf(calculator, inputs);
  const others = Object.entries(calculator.outputs).flatMap(([name, output]) =>
    output.kind === 'rows' || name === first ? [] : [renderFigure(page, name, output, result)],
  );
  return [
    renderHeadline(page, { inputs, result }),
    `<p class="sentence">${sentenceHtml(page, { inputs, result })}</p>`,
    renderWarnings(page, result),
    others.every((one) => one === '') ? '' : `<dl class="figures">${others.join('')}</dl>`,
  ].join('');
}

type Run = Pick<Success, 'inputs' | 'result'>;

/** The headline in a few words, for the live region and the foot of a phone: `Soil organic carbon stock: 51.2 t C/ha`. */
export function headlineText(page: Page, { inputs, result }: Run): string {
  const [name, output] = headlineOf(page.calculator, inputs);
  const shown = inUnit(page, name, output);
  const values = {
    output: { key: `output.${name}.label` },
    value: rounded(shownEstimate(output, shown, estimateOf(result, name)).value, shown),
    unit: unitPlace(shown.symbol),
  };
  return sayText(page.words, { key: 'headline', values }).text;
}

function renderHeadline(page: Page, { inputs, result }: Run): string {
  const { words } = page;
  const [name, output] = headlineOf(page.calculator, inputs);
  const shown = inUnit(page, name, output);
  const estimate = shownEstimate(output, shown, estimateOf(result, name));
  // Not announced as it changes: the element announces it once the reader pauses.
  return [
    `<p class="result-name">${sayHtml(words, `output.${name}.label`)}</p>`,
    `<p class="headline"><output aria-live="off">${numberHtml(words, estimate.value, shown)}</output>${unitHtml(page, `=${name}`, output, `output.${name}.label`)}</p>`,
    renderInterval(words, shown, estimate),
  ].join('');
}

function renderFigure(page: Page, name: string, output: FigureOutput | LabelOutput, result: Result): string {
  const { words } = page;
  const key = `output.${name}.label`;
  const head = `<div><dt>${sayHtml(words, key)}</dt><dd>`;
  if (output.kind === 'label') {
    const value = labelOf(result, name);
    return value === null ? '' : `${head}${labelHtml(words, output, name, value)}</dd></div>`;
  }
  const given = estimateOf(result, name);
  if (output.optional && given.value === null) return '';
  const shown = inUnit(page, name, output);
  const estimate = shownEstimate(output, shown, given);
  return `${head}${numberHtml(words, estimate.value, shown)}${unitHtml(page, `=${name}`, output, key)}${renderInterval(words, shown, estimate)}</dd></div>`;
}

function inUnit({ units }: Page, name: string, output: FigureOutput): FigureOutput {
  const { code, symbol } = chosenUnit(output, units[`=${name}`]);
  return { ...output, unit: code, symbol };
}

function shownEstimate(own: FigureOutput, shown: FigureOutput, estimate: Estimate): Estimate {
  const to = (value: number) => outputValue(own, shown, value);
  const { value, low, high } = estimate;
  return {
    ...estimate,
    value: value === null ? null : to(value),
    ...(low === undefined ? {} : { low: to(low) }),
    ...(high === undefined ? {} : { high: to(high) }),
  };
}

function numberHtml(words: Words, value: number | null, output: FigureOutput): string {
  return `<span class="number">${isolate(written(rounded(value, output), words.locale), words.locale)}</span>`;
}

/** The unit, as a choice where there are several and a script answers; the build writes it as words. */
export function unitHtml(page: Page, place: string, own: UnitOf, key: string): string {
  if (own.symbol === '' && unitsFor(own).length < 2) return '';
  const chosen = chosenUnit(own, page.units[place]);
  const units = page.width === null ? [] : unitsFor(own);
  if (units.length < 2) return `\u202f<bdi class="unit">${escapeHtml(chosen.symbol)}</bdi>`;
  const options = units.map(
    ({ code, symbol }) =>
      `<option value="${escapeHtml(code)}"${code === chosen.code ? ' selected' : ''}>${escapeHtml(symbol)}</option>`,
  );
  const spoken = sayText(page.words, { key: 'unit.choose', values: { field: { key } } }).text;
  return `\u202f<select class="unit" data-unit="${escapeHtml(place)}" aria-label="${escapeHtml(spoken)}">${options.join('')}</select>`;
}

type UnitOf = Parameters<typeof unitsFor>[0];

function renderInterval(words: Words, output: FigureOutput, { low, high, level }: Estimate): string {
  if (low === undefined || high === undefined) return '';
  const values = { low: rounded(low, output), high: rounded(high, output), unit: unitPlace(output.symbol) };
  const saying =
    level === undefined
      ? { key: 'interval.range', values }
      : { key: 'interval', values: { ...values, level: { number: level * 100, digits: 3, signed: false } } };
  return `<p class="interval">${sayHtml(words, saying)}</p>`;
}

function renderWarnings({ calculator, words }: Page, { warnings }: Result): string {
  if (warnings.length === 0) return '';
  const items = warnings
    .map((one) => `<li>${sayHtml(words, warningSaying(calculator, words, one))}</li>`)
    .join('');
  return `<div class="warnings"><h3>${sayHtml(words, 'heading.warnings')}</h3><ul>${items}</ul></div>`;
}

const isDate = /^\d{4}-\d\d(?:-\d\d)?$/;

/** A word of the result in the words of the language, or text as it was typed. */
export function labelHtml(
  words: Words,
  { values }: LabelOutput,
  place: string,
  value: string | null,
): string {
  if (value === null) return noNumber;
  if (values !== null) return sayHtml(words, `label.${place}.${value}`);
  return isDate.test(value) ? `<time>${value}</time>` : `<bdi>${escapeHtml(value)}</bdi>`;
}

/** Some figures of a result by name, for pages that quote it. */
export function renderFigures(page: Page, names: readonly string[], { result }: Success): string {
  const figures = names.flatMap((name) => {
    const output = page.calculator.outputs[name];
    return output && output.kind !== 'rows' ? [renderFigure(page, name, output, result)] : [];
  });
  return `<dl class="figures">${figures.join('')}</dl>`;
}
