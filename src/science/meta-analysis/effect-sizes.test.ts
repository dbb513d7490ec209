import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { effectSizes, hedgesCorrection, percentChange, type Study, studyFaults } from './effect-sizes.ts';
import { fillDeviations, gearyIndex, meansNearZero, repeatedNames, tooSmallDeviations } from './studies.ts';

const blank: Study = {
  study: 'a',
  m1: null,
  sd1: null,
  n1: null,
  m2: null,
  sd2: null,
  n2: null,
  effect: null,
  variance: null,
  standardError: null,
  low: null,
  high: null,
};
const study = (part: Partial<Study>): Study => ({ ...blank, ...part });
const pair = study({ m1: 20, sd1: 4, n1: 16, m2: 10, sd2: 3, n2: 9 });
const near = (value: number) => expect.closeTo(value, 12);
const codes = (measure: Parameters<typeof studyFaults>[0], studies: Study[]) =>
  studyFaults(measure, studies).map(({ code, argument }) => `${argument} ${code}`);

describe('effect sizes by hand', () => {
  it('lnRR: ln 2, (4/20)^2/16 + (3/10)^2/9', () => {
    expect(effectSizes('lnRR', [pair]).effects).toEqual([
      { study: 'a', place: 0, effect: near(Math.LN2), variance: near(0.0025 + 0.01) },
    ]);
  });

  it('MD: 10, 16/16 + 9/9', () => {
    expect(effectSizes('MD', [pair]).effects[0]).toMatchObject({ effect: 10, variance: 2 });
  });

  it('SMD: d = 10/sqrt((15 16 + 8 9)/23), J near 1 - 3/(4 23 - 1)', () => {
    const d = 10 / Math.sqrt((15 * 16 + 8 * 9) / 23);
    const [found] = effectSizes('SMD', [pair]).effects;
    expect(Math.abs((found?.effect ?? 0) / d - (1 - 3 / 91))).toBeLessThan(1e-4);
    expect(found?.variance).toBeCloseTo(1 / 16 + 1 / 9 + (found?.effect ?? 0) ** 2 / 50, 12);
  });

  // J(2) = 1/sqrt(pi), J(4) = sqrt(2/pi), J(10) = 24/(sqrt(5) Gamma(4.5)), Gamma(4.5) = 105 sqrt(pi)/16
  it.each([
    [2, 1 / Math.sqrt(Math.PI)],
    [4, Math.sqrt(2 / Math.PI)],
    [10, (24 * 16) / (Math.sqrt(5) * 105 * Math.sqrt(Math.PI))],
  ])('J(%d)', (m, exact) => expect(hedgesCorrection(m)).toBeCloseTo(exact, 13));

  it('given: variance, standard error, limits', () => {
    const given = [
      study({ effect: 1, variance: 0.04 }),
      study({ effect: 1, standardError: 0.2 }),
      study({ effect: 1, low: 1 - 0.2 * 1.959963984540054, high: 1 + 0.2 * 1.959963984540054 }),
    ];
    for (const { variance } of effectSizes('given', given).effects) expect(variance).toBeCloseTo(0.04, 14);
  });

  it('percent: ln 2 is +100 %, its inverse -50 %', () => {
    expect([percentChange(Math.LN2), percentChange(-Math.LN2)]).toEqual([near(100), near(-50)]);
  });
});

describe('laws', () => {
  const positive = fc.double({ min: 0.5, max: 100, noNaN: true });
  it('swapped groups change the sign only; lnRR and SMD do not know the unit', () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (m1, m2, sd, factor) => {
        const one = study({ m1, sd1: sd, n1: 7, m2, sd2: sd / 2, n2: 5 });
        const swapped = study({ m1: m2, sd1: sd / 2, n1: 5, m2: m1, sd2: sd, n2: 7 });
        const scaled = study({
          ...one,
          m1: m1 * factor,
          sd1: sd * factor,
          m2: m2 * factor,
          sd2: (sd / 2) * factor,
        });
        for (const measure of ['lnRR', 'SMD', 'MD'] as const) {
          const [a, b, c] = effectSizes(measure, [one, swapped, scaled]).effects;
          expect(b?.effect).toBeCloseTo(-(a?.effect ?? 0), 9);
          expect(b?.variance).toBeCloseTo(a?.variance ?? 0, 9);
          const unit = measure === 'MD' ? factor : 1;
          expect((c?.effect ?? 0) / unit).toBeCloseTo(a?.effect ?? 0, 9);
        }
      }),
    );
  });

  it('the 95 % interval of an lnRR from its variance holds the truth', () => {
    const random = randomSource(2);
    const [mu1, mu2, sd, n] = [14, 10, 3, 12];
    let held = 0;
    const runs = 4000;
    const sample = (mu: number) => {
      const values = Array.from({ length: n }, () => mu + sd * random.normal());
      const mean = values.reduce((a, b) => a + b, 0) / n;
      return { mean, sd: Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1)) };
    };
    for (let run = 0; run < runs; run += 1) {
      const [a, b] = [sample(mu1), sample(mu2)];
      const one = study({ m1: a.mean, sd1: a.sd, n1: n, m2: b.mean, sd2: b.sd, n2: n });
      const [found] = effectSizes('lnRR', [one]).effects;
      const off = Math.abs((found?.effect ?? 9) - Math.log(mu1 / mu2));
      if (off <= 1.959963984540054 * Math.sqrt(found?.variance ?? 0)) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.97);
  });
});

describe('faults', () => {
  it('every one at once', () => {
    expect(
      codes('lnRR', [
        study({ ...pair, m1: 0, m2: -3 }),
        study({ ...pair, sd1: -1, n1: 0, n2: 2.5 }),
        study({ ...pair, m1: Number.NaN, sd2: Number.POSITIVE_INFINITY }),
        study({ ...pair, sd1: 0, sd2: 0 }),
        pair,
      ]),
    ).toEqual([
      'studies.0.m1 too-low',
      'studies.0.m2 too-low',
      'studies.1.sd1 too-low',
      'studies.1.n1 too-low',
      'studies.1.n2 not-whole',
      'studies.2.m1 not-a-number',
      'studies.2.sd2 not-a-number',
      'studies.3.sd1 no-variance',
    ]);
  });

  it('of given effects', () => {
    expect(
      codes('given', [
        study({ effect: 1, variance: 0 }),
        study({ effect: 1, standardError: -1 }),
        study({ effect: 1, low: 2, high: 1 }),
        study({ effect: 5, low: 1, high: 2 }),
        study({ effect: Number.NaN, variance: 1 }),
      ]),
    ).toEqual([
      'studies.0.variance too-low',
      'studies.1.standardError too-low',
      'studies.2.high limits-reversed',
      'studies.3.effect effect-outside',
      'studies.4.effect not-a-number',
    ]);
  });

  it('of the SMD: too few replicates, no spread', () => {
    expect(codes('SMD', [study({ ...pair, n1: 2, n2: 1 })])).toEqual(['studies.0.n1 too-few-replicates']);
    expect(codes('SMD', [study({ ...pair, sd1: 0, sd2: 0 })])).toEqual(['studies.0.sd1 no-variance']);
    expect(codes('SMD', [study({ ...pair, m1: -4 })])).toEqual([]);
  });

  it('leaves out what was not reported, and says so; nothing at all is a fault', () => {
    const { effects, leftOut } = effectSizes('lnRR', [study({ ...pair, sd1: null }), pair]);
    expect(effects.map(({ place }) => place)).toEqual([1]);
    expect(leftOut).toEqual([0]);
    expect(codes('lnRR', [study({ ...pair, n1: null })])).toEqual(['studies no-study']);
    expect(codes('given', [pair])).toEqual(['studies no-study']);
    expect(() => effectSizes('lnRR', [])).toThrow(/studies is 0 \(no-study/);
    expect(() => hedgesCorrection(1)).toThrow(/m is 1/);
  });
});

describe('doubts', () => {
  it('Geary: 10/4 x 4 8/17 = 4.7 passes, 3/4 of it does not', () => {
    expect(gearyIndex(10, 4, 4)).toBeCloseTo((2.5 * 4 * 8) / 17, 14);
    const doubts = meansNearZero([pair, study({ ...pair, m2: 1.5 }), study({ ...pair, sd1: 0 })]);
    expect(doubts).toEqual([{ place: 1, argument: 'm2', value: 1.5 }]);
  });

  it('a standard error among standard deviations', () => {
    expect(tooSmallDeviations([pair, pair, study({ ...pair, sd1: 0.4 })])).toEqual([
      { place: 2, argument: 'sd1', value: 0.4 },
    ]);
    expect(tooSmallDeviations([pair, study({ ...pair, sd1: 0.4 })])).toEqual([]);
  });

  it('names that return', () => {
    expect(
      repeatedNames([{ study: 'x' }, { study: 'y' }, { study: 'x ' }, { study: '' }, { study: '' }]),
    ).toEqual(['x']);
  });

  it('fills deviations from the mean coefficient of variation of the group', () => {
    // group 1: 4/20 and 3/10, mean 0.25; x 40 = 10
    const { studies, filled } = fillDeviations([
      pair,
      study({ ...pair, m1: 10, sd1: 3 }),
      study({ ...pair, m1: 40, sd1: null }),
    ]);
    expect(studies[2]?.sd1).toBeCloseTo(10, 12);
    expect(filled).toEqual([2]);
    expect(fillDeviations([study({ ...pair, sd1: null })])).toMatchObject({
      filled: [],
      studies: [{ sd1: null }],
    });
  });
});
