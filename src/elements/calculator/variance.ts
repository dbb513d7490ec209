import { varianceView } from '../../calculators/render/variance.ts';
import { renderView } from '../../calculators/render/views.ts';
import type { LiveCalculator } from './live.ts';
import { part } from './part.ts';

/** Computes what each uncertain input explains of the variance of the result, and draws it below the drivers. */
export async function showVariance(live: LiveCalculator): Promise<void> {
  const success = await live.result();
  if (success === null) return;
  const answer = await live.variance(success).catch(() => 'failed' as const);
  if (answer === null || live.last !== success) return; // stopped, or somebody went on typing
  const { page, host } = live;
  const variance = answer === 'failed' ? null : answer.variance;
  const told = answer === 'failed' ? 'status.failed' : variance === null ? 'status.no-variance' : null;
  live.tell('[data-variance-told]', told === null ? '' : live.say(told));
  const view = variance && varianceView(page, success, variance);
  part(host, '[data-variance]', HTMLElement).innerHTML =
    view === null ? '' : renderView(page, 'variance', view); // it escapes everything
}
