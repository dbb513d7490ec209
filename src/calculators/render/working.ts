import { escapeHtml, typeset } from '../../i18n/typeset.ts';
import type { Display, Success } from '../define.ts';
import type { Symbols } from '../equation.ts';
import { rowName } from '../messages.ts';
import { sayHtml, type Words, written } from '../say.ts';
import { equationMathml, symbolHtml, workingMathml } from './mathml.ts';
import type { Page } from './page.ts';
import { shortCitation } from './short-citation.ts';

/** Equations that repeat for every row are worked for the first few rows only. */
const mostRows = 4;

/** The equations of the method with their source, as HTML, each followed by the reader's own numbers. */
export function renderWorking({ words }: Page, display: Display, success: Success): string {
  const { equations, symbols, sources } = display;
  if (equations.length === 0) return '';
  const steps = display.working(success);
  const format = (number: number) => written({ number, digits: 6, signed: false }, words.locale);
  const blocks = equations.map((equation) => {
    const own = steps.filter((step) => step.equation === equation.id);
    const worked = own.slice(0, mostRows).map(({ row, values, result }) => {
      const label =
        row === null ? '' : `<p class="step">${sayHtml(words, rowName(words, row.table, row.index))}</p>`;
      return label + workingMathml(equation, symbols, values, format(result), format);
    });
    const more =
      own.length > mostRows
        ? `<p class="hint">${sayHtml(words, { key: 'working.more', values: { number: own.length - mostRows } })}</p>`
        : '';
    const source = sources.find(({ id }) => id === equation.source);
    const where =
      source === undefined
        ? ''
        : `<cite>${typeset(shortCitation(source.citation))}, ${escapeHtml(equation.place)}</cite>`;
    return [
      `<li><p class="step-name">${sayHtml(words, `equation.${equation.id}`)} ${where}</p>`,
      `<div class="equation" tabindex="0">${equationMathml(equation, symbols)}</div>`,
      worked.length === 0 ? '' : `<div class="worked" tabindex="0">${worked.join('')}</div>${more}`,
      '</li>',
    ].join('');
  });
  return `<h3>${sayHtml(words, 'heading.working')}</h3><ol class="equations">${blocks.join('')}</ol>${renderSymbols(symbols, words)}`;
}

function renderSymbols(symbols: Symbols, words: Words): string {
  const rows = Object.entries(symbols).map(([name, { unit }]) => {
    const shown = unit === '' ? '' : ` <bdi class="unit">${escapeHtml(unit)}</bdi>`;
    return `<div><dt>${symbolHtml(symbols, name)}</dt><dd>${sayHtml(words, `symbol.${name}`)}${shown}</dd></div>`;
  });
  return `<dl class="symbols">${rows.join('')}</dl>`;
}
