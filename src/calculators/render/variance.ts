import type { Success } from '../define.ts';
import { headlineOf } from '../headline.ts';
import type { Variance } from '../variance.ts';
import type { ViewModel } from '../view.ts';
import type { Page } from './page.ts';

/** More bars than these say nothing more. */
const mostShares = 10;

/** What each uncertain input explains of the variance of the headline, as a view. Its id is `variance`. */
export function varianceView({ calculator }: Page, { inputs }: Success, variance: Variance): ViewModel {
  const [name] = headlineOf(calculator, inputs);
  return {
    kind: 'bars',
    x: { name: 'share', symbol: '%' },
    bars: variance.shares.slice(0, mostShares).map((share) => ({
      name: share.name,
      parts: [
        { name: 'alone', tone: '2', value: 100 * share.alone },
        { name: 'together', tone: '1', value: 100 * share.together },
      ],
    })),
    values: { output: { key: `output.${name}.label` }, runs: variance.runs, seed: variance.seed },
    digits: 2,
  };
}
