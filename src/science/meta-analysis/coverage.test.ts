import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import {
  type Effect,
  type Interval,
  type ModelOptions,
  type Pooled,
  poolEffects,
  regressEffects,
} from './model.ts';

/** Share of simulated meta-analyses whose interval holds the truth; known sampling variances, normal effects. */
function simulate(
  k: number,
  tau2: number,
  runs: number,
  seed: number,
  holds: (effects: Effect[], next: number) => boolean,
) {
  const random = randomSource(seed);
  let held = 0;
  for (let run = 0; run < runs; run += 1) {
    const effects = Array.from({ length: k }, () => {
      const variance = 0.02 + 0.18 * random.next();
      return { effect: truth + Math.sqrt(tau2 + variance) * random.normal(), variance };
    });
    if (holds(effects, truth + Math.sqrt(tau2) * random.normal())) held += 1;
  }
  return held / runs;
}

const truth = 0.4;
const within = (interval: Interval | null, value: number) =>
  interval !== null && interval.low <= value && value <= interval.high;
const interval = ({ low, high }: Pick<Pooled, 'low' | 'high'>) =>
  low === null || high === null ? null : { low, high };

// 2500 runs: the binomial error of a share of 95 % is 0.44 %, of 1000 runs 0.69 %.
const runs = 2500;

describe.each<[string, number, number, ModelOptions]>([
  ['fixed effect, 5 studies, tau2 = 0', 5, 0, { method: 'FE', test: 'z' }],
  ['REML, Knapp-Hartung, 5 studies', 5, 0.1, { method: 'REML', test: 'knha' }],
  ['REML, Knapp-Hartung, 10 studies', 10, 0.05, { method: 'REML', test: 'knha' }],
  ['DL, Knapp-Hartung, 10 studies', 10, 0.05, { method: 'DL', test: 'knha' }],
  ['PM, Knapp-Hartung, 10 studies', 10, 0.05, { method: 'PM', test: 'knha' }],
  ['REML, z, 40 studies', 40, 0.1, { method: 'REML', test: 'z' }],
  ['DL, z, 40 studies', 40, 0.1, { method: 'DL', test: 'z' }],
  ['PM, z, 40 studies', 40, 0.1, { method: 'PM', test: 'z' }],
])('%s', (_, k, tau2, options) => {
  it('holds the true mean in 93 to 97 % of all cases', () => {
    const share = simulate(k, tau2, k > 20 ? 1000 : runs, 17, (effects) =>
      within(interval(poolEffects(effects, options)), truth),
    );
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });
});

describe('prediction intervals', () => {
  it.each<[string, ModelOptions, 'prediction' | 'riley', number]>([
    ['t with k - 1 after Knapp-Hartung, 30 studies', { method: 'REML', test: 'knha' }, 'prediction', 30],
    ['Riley, t with k - 2, 30 studies', { method: 'REML', test: 'z' }, 'riley', 30],
    ['normal, 60 studies', { method: 'REML', test: 'z' }, 'prediction', 60],
  ])('%s', (_, options, kind, k) => {
    const share = simulate(k, 0.2, 1000, 23, (effects, next) =>
      within(poolEffects(effects, options)[kind], next),
    );
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });
});

it('the slope of a Knapp-Hartung meta-regression, 12 studies', () => {
  const share = simulate(12, 0.05, 1000, 31, (effects) => {
    const rows = effects.map((_, i) => [i]);
    const steeper = effects.map((one, i) => ({ ...one, effect: one.effect + 0.1 * i }));
    const slope = regressEffects(steeper, rows, { method: 'REML', test: 'knha' }).coefficients[1];
    return slope !== undefined && within(interval(slope), 0.1);
  });
  expect(share).toBeGreaterThan(0.93);
  expect(share).toBeLessThan(0.97);
});
