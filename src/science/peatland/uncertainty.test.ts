import { describe, expect, it } from 'vitest';
import { splitNormal } from '../distributions.ts';
import { randomSource } from '../random.ts';
import { gwpOf } from '../units-gwp/gwp.ts';
import { drainedFlux, drainedValues, rewettedFlux, rewettedValues } from './balance.ts';
import { drainedFactors, type Ranged, rewettedFactors } from './categories.ts';
import { benefitUncertainty } from './uncertainty.ts';

const gwp = gwpOf('ar6-100-nonfossil');
const drained = drainedFactors('temperate-grassland-rich-deep');
const rewetted = rewettedFactors('temperate-rich');
const all = { shape: 'split-normal', varied: 'all', draws: 20_000, seed: 3 } as const;

describe('uncertainty of the benefit', () => {
  const benefit =
    drainedFlux(drainedValues(drained), gwp).total - rewettedFlux(rewettedValues(rewetted), gwp).total;

  it('keeps the point value near its median with the split normal, and not with the triangle', () => {
    const split = benefitUncertainty(drained, rewetted, gwp, all);
    const triangle = benefitUncertainty(drained, rewetted, gwp, { ...all, shape: 'triangular' });
    expect(Math.abs(split.p50 - benefit)).toBeLessThan(Math.abs(triangle.p50 - benefit));
    expect(triangle.mean).toBeLessThan(benefit); // skewed methane is emitted after rewetting
  });

  it('grows with the factors that vary', () => {
    const few = benefitUncertainty(drained, rewetted, gwp, { ...all, varied: 'co2-and-rewetted-ch4' });
    expect(benefitUncertainty(drained, rewetted, gwp, all).sd).toBeGreaterThan(few.sd);
  });

  it('is nothing where no factor has limits', () => {
    const bare = ({ value }: Ranged): Ranged => ({ value, low: null, high: null });
    const result = benefitUncertainty(
      {
        ...drained,
        co2: bare(drained.co2),
        doc: bare(drained.doc),
        ch4Land: bare(drained.ch4Land),
        ch4Ditch: bare(drained.ch4Ditch),
        n2o: bare(drained.n2o),
      },
      { co2: bare(rewetted.co2), doc: bare(rewetted.doc), ch4: bare(rewetted.ch4) },
      gwp,
      all,
    );
    expect(result.sd).toBeCloseTo(0, 12);
    expect(result.mean).toBeCloseTo(benefit, 9);
  });

  it('gives the same for the same seed', () => {
    expect(benefitUncertainty(drained, rewetted, gwp, all)).toEqual(
      benefitUncertainty(drained, rewetted, gwp, all),
    );
  });

  it('covers 95 of 100 worlds whose factors follow the published limits', () => {
    const { p2_5, p97_5 } = benefitUncertainty(drained, rewetted, gwp, { ...all, draws: 100_000 });
    const random = randomSource(99);
    const world = ({ value, low, high }: Ranged) =>
      low === null || high === null ? value : splitNormal(low, value, high).draw(random);
    let inside = 0;
    const worlds = 4000;
    for (let at = 0; at < worlds; at += 1) {
      const dry = drainedFlux(
        {
          co2: world(drained.co2),
          doc: world(drained.doc),
          ch4Land: world(drained.ch4Land),
          ch4Ditch: world(drained.ch4Ditch),
          n2o: world(drained.n2o),
          ditchFraction: drained.ditchFraction,
        },
        gwp,
      );
      const wet = rewettedFlux(
        { co2: world(rewetted.co2), doc: world(rewetted.doc), ch4: world(rewetted.ch4) },
        gwp,
      );
      const truth = dry.total - wet.total;
      if (p2_5 <= truth && truth <= p97_5) inside += 1;
    }
    expect(inside / worlds).toBeGreaterThan(0.93);
    expect(inside / worlds).toBeLessThan(0.97);
  });
});
