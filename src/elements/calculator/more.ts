import type { Display, Success } from '../../calculators/define.ts';
import type { Driver } from '../../calculators/drivers.ts';
import { driversView } from '../../calculators/render/drivers.ts';
import { renderTables } from '../../calculators/render/tables.ts';
import { renderView, renderViews } from '../../calculators/render/views.ts';
import { renderWorking } from '../../calculators/render/working.ts';
import type { LiveCalculator } from './live.ts';
import { part } from './part.ts';

/** Draws what stands below the result again; open tables stay open, and the button in use keeps the focus. */
export function showMore(
  live: LiveCalculator,
  display: Display,
  success: Success,
  drivers: readonly Driver[],
): void {
  const { page, host } = live;
  const driven = driversView(page, success, drivers);
  write(host, '[data-views]', renderViews(page, display, success));
  write(host, '[data-drivers]', driven === null ? '' : renderView(page, 'drivers', driven));
  write(host, '[data-tables]', renderTables(page, success));
  write(host, '[data-working]', renderWorking(page, display, success));
}

function write(host: HTMLElement, selector: string, html: string): void {
  const place = part(host, selector, HTMLElement);
  const open = [...place.querySelectorAll('details')].map((one) => one.open);
  const button = place.querySelector<HTMLElement>('[data-table]:focus')?.dataset['table'];
  place.innerHTML = html; // the renderers escape everything
  for (const [index, one] of place.querySelectorAll('details').entries()) one.open = open[index] ?? false;
  if (button !== undefined) place.querySelector<HTMLElement>(`[data-table="${button}"]`)?.focus();
}
