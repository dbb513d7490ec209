import { drawPlot, tableOf } from '../../charts/plot/draw.ts';
import { escapeHtml, typeset } from '../../i18n/typeset.ts';
import type { Display, Success } from '../define.ts';
import { sayHtml, sayText, written } from '../say.ts';
import { type NamedView, nameView, type ViewModel } from '../view.ts';
import type { Page } from './page.ts';

/** Everything a calculator draws of a result, as HTML. */
export function renderViews(page: Page, display: Display, success: Success): string {
  return page.calculator.views
    .map((id) => {
      const view = display.view(id, success);
      return view === null ? '' : renderView(page, id, view);
    })
    .join('');
}

/** Above so many rows the table of a drawing is left to the file. */
const mostRows = 40;

/** A drawing with its title, what it shows in one sentence, and the same figures as a table. */
export function renderView(page: Page, id: string, view: ViewModel): string {
  const { calculator, words, width } = page;
  const named = nameView(words, id, view);
  const key = `${calculator.id}-view-${id}`;
  const drawn =
    width === null
      ? `<div class="figure-wide">${draw(named, `${key}-wide`, 640)}</div><div class="figure-narrow">${draw(named, `${key}-narrow`, 336)}</div>`
      : draw(named, key, width);
  const heading = `<h3 id="${key}-heading">${typeset(named.title)}</h3>`;
  return [
    `<figure class="figure" aria-labelledby="${key}-heading">${heading}<p class="figure-says">${typeset(named.says)}</p>`,
    `<div class="figure-drawing">${drawn}</div>${renderFigures(page, named)}</figure>`,
  ].join('');
}

function draw({ plot, title, says, format }: NamedView, id: string, width: number): string {
  return drawPlot(plot, { id, title, description: says }, { width, format }).svg;
}

function renderFigures({ words }: Page, { plot }: NamedView): string {
  const say = (key: string) => sayText(words, key).text;
  const { columns, rows } = tableOf(plot, {
    low: say('figure.low'),
    high: say('figure.high'),
    name: say('figure.name'),
  });
  if (rows.length > mostRows) return '';
  const used = columns.map((_, index) => rows.some((row) => (row[index] ?? null) !== null));
  const cell = (value: string | number | null) => {
    if (value === null) return '';
    return typeof value === 'string'
      ? escapeHtml(value)
      : escapeHtml(written({ number: value, digits: 4, signed: false }, words.locale));
  };
  const kept = <T>(cells: readonly T[]) => cells.filter((_, index) => used[index]);
  const head = kept(columns).map((one) => `<th scope="col">${escapeHtml(one)}</th>`);
  const body = rows.map(
    (row) =>
      `<tr>${kept(row)
        .map((one) => `<td>${cell(one)}</td>`)
        .join('')}</tr>`,
  );
  return [
    `<details class="figure-table"><summary>${sayHtml(words, 'figure.table')}</summary><div class="table" tabindex="0">`,
    `<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div></details>`,
  ].join('');
}
