import { escapeHtml } from '../i18n/typeset.ts';
import {
  type Calculator,
  type Computation,
  estimateOf,
  type FigureOutput,
  type Result,
  type RowsOutput,
  rowsOf,
} from './define.ts';
import { warningSaying } from './messages.ts';
import {
  isolate,
  noNumber,
  type Rounded,
  sayHtml,
  sayText,
  unitPlace,
  type Values,
  type Words,
  written,
} from './say.ts';

type Success = Extract<Computation, { ok: true }>;

/**
 * The result as HTML, everything escaped: name, number and interval of the headline; the sentence; warnings;
 * further figures; tables. The build writes it and the browser writes it again with the same function.
 */
export function renderResult(calculator: Calculator, words: Words, { inputs, result }: Success): string {
  const [first, ...others] = Object.entries(calculator.outputs).filter(isFigure);
  if (first === undefined) throw new Error(`${calculator.id} has no figure to show first`);
  const tables = Object.entries(calculator.outputs).filter(isRows);
  return [
    renderHeadline(words, first, result),
    `<p class="sentence">${sayHtml(words, { key: 'sentence', values: sentenceValues(calculator, inputs, result) })}</p>`,
    renderWarnings(calculator, words, result),
    others.length === 0
      ? ''
      : `<dl class="figures">${others.map((one) => renderFigure(words, one, result)).join('')}</dl>`,
    tables.length === 0 ? '' : `<h3>${sayHtml(words, 'heading.working')}</h3>`,
    ...tables.map((one) => renderTable(words, one, result)),
  ].join('');
}

/** The headline in a few words, for the live region: `Soil organic carbon stock: 51.2 t C/ha`. */
export function headlineText(calculator: Calculator, words: Words, result: Result): string {
  const first = Object.entries(calculator.outputs).find(isFigure);
  if (first === undefined) throw new Error(`${calculator.id} has no figure to show first`);
  const [name, output] = first;
  const values = {
    output: { key: `output.${name}.label` },
    value: rounded(estimateOf(result, name).value, output),
    unit: unitPlace(output.symbol),
  };
  return sayText(words, { key: 'headline', values }).text;
}

function renderHeadline(words: Words, [name, output]: Named<FigureOutput>, result: Result): string {
  const estimate = estimateOf(result, name);
  // Not announced as it changes: the element announces it once the reader pauses.
  return [
    `<p class="result-name">${sayHtml(words, `output.${name}.label`)}</p>`,
    `<p class="headline"><output aria-live="off">${amountHtml(words, estimate.value, output)}</output></p>`,
    renderInterval(words, output, estimate),
  ].join('');
}

function renderFigure(words: Words, [name, output]: Named<FigureOutput>, result: Result): string {
  const estimate = estimateOf(result, name);
  const amount = amountHtml(words, estimate.value, output) + renderInterval(words, output, estimate);
  return `<div><dt>${sayHtml(words, `output.${name}.label`)}</dt><dd>${amount}</dd></div>`;
}

function amountHtml(words: Words, value: number | null, output: FigureOutput): string {
  const number = `<span class="number">${isolate(written(rounded(value, output), words.locale), words.locale)}</span>`;
  return output.symbol === ''
    ? number
    : `${number}\u202f<bdi class="unit">${escapeHtml(output.symbol)}</bdi>`;
}

function renderInterval(words: Words, output: FigureOutput, estimate: ReturnType<typeof estimateOf>): string {
  const { low, high, level } = estimate;
  if (low === undefined || high === undefined) return '';
  const values = { low: rounded(low, output), high: rounded(high, output), unit: unitPlace(output.symbol) };
  const saying =
    level === undefined
      ? { key: 'interval.range', values }
      : { key: 'interval', values: { ...values, level: { number: level * 100, digits: 3, signed: false } } };
  return `<p class="interval">${sayHtml(words, saying)}</p>`;
}

function renderWarnings(calculator: Calculator, words: Words, { warnings }: Result): string {
  if (warnings.length === 0) return '';
  const items = warnings
    .map((one) => `<li>${sayHtml(words, warningSaying(calculator, words, one))}</li>`)
    .join('');
  return `<div class="warnings"><h3>${sayHtml(words, 'heading.warnings')}</h3><ul>${items}</ul></div>`;
}

function renderTable(words: Words, [name, output]: Named<RowsOutput>, result: Result): string {
  const columns = Object.entries(output.columns);
  const heads = columns.map(([column, { symbol }]) => {
    const unit = symbol === '' ? '' : ` <bdi class="unit">${escapeHtml(symbol)}</bdi>`;
    return `<th scope="col">${sayHtml(words, `output.${name}.${column}.label`)}${unit}</th>`;
  });
  const body = rowsOf(result, name).map((row) => {
    const cells = columns.map(([column, figure]) =>
      written(rounded(row[column] ?? null, figure), words.locale),
    );
    return `<tr>${cells.map((cell) => `<td>${isolate(cell, words.locale)}</td>`).join('')}</tr>`;
  });
  const caption = sayHtml(words, `output.${name}.label`);
  // A wide table scrolls by itself, with the keyboard too.
  return [
    `<div class="table" tabindex="0"><table class="working"><caption>${caption}</caption>`,
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`,
  ].join('');
}

/** The inputs and figures by name, for the places of the sentence. */
function sentenceValues(calculator: Calculator, inputs: Success['inputs'], result: Result): Values {
  const given = Object.entries(calculator.fields).map(([name, field]): [string, Values[string]] => {
    const value = inputs[name];
    if (field.kind === 'choice') return [name, { key: `choice.${name}.${String(value)}` }];
    return [name, typeof value === 'number' ? value : noNumber];
  });
  const figures = Object.entries(calculator.outputs)
    .filter(isFigure)
    .map(([name, output]) => [name, rounded(estimateOf(result, name).value, output)]);
  return Object.fromEntries([...given, ...figures]);
}

function rounded(value: number | null, { digits, signed }: FigureOutput): Rounded | string {
  return value === null ? noNumber : { number: value, digits, signed };
}

type Named<T> = [string, T];

function isFigure(entry: Named<FigureOutput | RowsOutput>): entry is Named<FigureOutput> {
  return entry[1].kind === 'figure';
}

function isRows(entry: Named<FigureOutput | RowsOutput>): entry is Named<RowsOutput> {
  return entry[1].kind === 'rows';
}
