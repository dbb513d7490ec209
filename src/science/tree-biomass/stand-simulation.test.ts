import { describe, expect, it } from 'vitest';
import { fixed } from '../distributions.ts';
import { summarise } from '../monte-carlo.ts';
import { carbonDistribution, simulateStand } from './stand-simulation.ts';

const draws = 20_000;
const plot = (kg: number) => new Float64Array(draws).fill(kg);
const asia = { zone: 'tropical-rainforest', continent: 'asia', origin: 'natural' };

describe('draws of a stand', () => {
  it('without roots and errors are the arithmetic: two plots of 0.1 ha, 1000 and 3000 kg, 20 t/ha, half carbon', () => {
    const { agb, bgb, carbon } = simulateStand(
      [plot(1000), plot(3000)],
      0.1,
      { kind: 'none' },
      fixed(0.5),
      1,
    );
    expect(agb[7]).toBeCloseTo(20, 12);
    expect(carbon?.[7]).toBeCloseTo(10, 12);
    expect(bgb).toBeNull();
  });

  it('have the printed error of the ratio: 100 t/ha · 0.207 ± 0.072', () => {
    const roots = { kind: 'ipcc-2019', stand: asia } as const;
    const { bgb } = simulateStand([plot(10_000)], 0.1, roots, fixed(0.47), 2);
    const { mean, sd } = summarise(bgb ?? plot(0));
    expect(mean).toBeCloseTo(20.7, 0);
    expect(sd).toBeCloseTo(7.2, 0);
  });

  it('have the spread of the carbon fraction: 0.4713 ± 0.0206', () => {
    const fraction = carbonDistribution('tropical-stem');
    const { carbon } = simulateStand([plot(10_000)], 0.1, { kind: 'none' }, fraction, 3);
    const { mean, sd } = summarise(carbon ?? plot(0));
    expect(mean).toBeCloseTo(47.13, 1);
    expect(sd).toBeCloseTo(2.06, 1);
    expect(carbonDistribution(0.47).quantile(0.9)).toBe(0.47);
  });

  it('have no carbon where the error of the roots is not published', () => {
    const { carbon, bgb } = simulateStand([plot(1)], 1, { kind: 'mokany' }, fixed(0.47), 1);
    expect([carbon, bgb]).toEqual([null, null]);
  });

  it('above a class without a ratio take that of the middle', () => {
    const planted = { kind: 'ipcc-2019', stand: { ...asia, origin: 'planted' } } as const;
    const around = Float64Array.from({ length: draws }, (_, i) => (i % 10 === 0 ? 13_000 : 10_000));
    const { bgb } = simulateStand([around], 0.1, planted, fixed(0.47), 1);
    expect(summarise(bgb ?? plot(0)).p50 / 100).toBeCloseTo(0.325, 1);
    expect(bgb?.every((value) => value > 0)).toBe(true);
  });

  it('are the same for the same seed', () => {
    const run = (seed: number) =>
      simulateStand([plot(1)], 1, { kind: 'none' }, carbonDistribution('tropical-stem'), seed).carbon;
    expect(run(5)).toEqual(run(5));
    expect(run(5)).not.toEqual(run(6));
  });
});
