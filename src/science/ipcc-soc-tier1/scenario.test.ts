import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gwpOf } from '../units-gwp/gwp.ts';
import { type SoilScenario, scenarioFaults, scenarioUncertainty, soilScenario } from './scenario.ts';
import type { LandSystem } from './systems.ts';

const gwp = gwpOf('ar6-100-nonfossil');
const crop: LandSystem = {
  system: 'cropland',
  landUse: 'long-term-cultivated',
  management: 'full',
  input: null,
  ownLandUseFactor: null,
};
const native: LandSystem = { ...crop, system: 'native', landUse: null, management: null };
const scenario = (given: Partial<SoilScenario> = {}): SoilScenario => ({
  climate: 'cool-temperate-moist',
  soil: 'high-activity-clay',
  area: 10,
  years: 30,
  reference: { value: 100, error: 10 },
  before: crop,
  after: native,
  without: crop,
  nitrogen: 0,
  wet: false,
  ...given,
});
const codes = (given: Partial<SoilScenario>) =>
  scenarioFaults(scenario(given)).map(({ code, argument }) => `${argument} ${code}`);

describe('a scenario', () => {
  it('gains on one area what the stocks differ by', () => {
    // 100 · (1 - 0.7) = 30 t C/ha in 20 years: 1.5 t C = 5.5 t CO2 a year; 300 t C = 1100 t CO2 on 10 ha
    const { annual, course } = soilScenario(scenario(), gwp);
    expect(annual).toBeCloseTo(5.5, 12);
    expect(course[20]?.soil).toBeCloseTo(1100, 9);
    expect(course[30]?.soil).toBeCloseTo(1100, 9);
    expect(course[0]?.net).toBe(0);
  });

  it('balances: stock change is soil gain, and the net is what is left of it', () => {
    const land = fc.constantFrom(crop, native, { ...crop, management: 'no-till' } as const);
    fc.assert(
      fc.property(
        land,
        land,
        land,
        fc.double({ min: 0, max: 300, noNaN: true }),
        (before, after, without, nitrogen) => {
          const one = scenario({ before, after, without, nitrogen, wet: true });
          for (const year of soilScenario(one, gwp).course) {
            const difference = (year.withProject - year.withoutProject) * 10 * (44 / 12);
            expect(year.soil).toBeCloseTo(difference, 9);
            expect(year.net).toBeCloseTo(year.soil - year.n2o - year.methane, 9);
          }
        },
      ),
    );
  });

  it('is nothing where nothing changes, and the reverse of its reverse', () => {
    expect(soilScenario(scenario({ after: crop }), gwp).course.at(-1)?.soil).toBe(0);
    const there = soilScenario(scenario(), gwp);
    const back = soilScenario(scenario({ before: native, after: crop, without: native }), gwp);
    expect(back.annual).toBeCloseTo(-there.annual, 12);
  });

  it('rewets wetland soil in two blocks of years', () => {
    const { course, annualMethane, factors } = soilScenario(
      scenario({ soil: 'wetland', after: 'rewetted-wetland', years: 50 }),
      gwp,
    );
    expect([0, 20, 40, 50].map((year) => course[year]?.withProject)).toEqual([
      71,
      expect.closeTo(80, 9),
      expect.closeTo(100, 9),
      expect.closeTo(100, 9),
    ]);
    expect(annualMethane).toBeCloseTo(6.345, 12);
    expect(factors.after).toBeNull();
  });

  it('has no spread where nothing is known of it', () => {
    const spreadOf = (given: Partial<SoilScenario>) => {
      const one = scenario(given);
      return scenarioUncertainty(one, soilScenario(one, gwp), { draws: 500, seed: 1 });
    };
    expect(spreadOf({})?.p2_5).toBeGreaterThan(0);
    expect(spreadOf({ soil: 'wetland', after: 'rewetted-wetland' })).toBeNull();
    expect(
      spreadOf({
        before: native,
        without: native,
        after: { ...native, ownLandUseFactor: 1.2 },
        reference: { value: 9, error: null },
      }),
    ).toBeNull();
  });
});

it.each<[Partial<SoilScenario>, string[]]>([
  [{ area: -1, years: 0, nitrogen: Number.NaN }, ['area too-low', 'years too-low', 'nitrogen not-a-number']],
  [{ years: 2.5 }, ['years not-whole-years']],
  [{ reference: null }, ['soil no-default-stock']],
  [{ before: { ...native, input: 'low' } }, ['before.input not-for-system']],
  [{ after: { ...crop, landUse: null } }, ['after.landUse land-use-missing']],
  [{ without: { ...crop, ownLandUseFactor: 9 } }, ['without.ownLandUseFactor too-high']],
  [{ after: 'rewetted-wetland' }, ['soil needs-wetland-soil']],
  [{ after: 'rewetted-wetland', soil: 'wetland', before: native }, ['before.landUse needs-cultivated-land']],
])('names the faults of %o: %o', (given, expected) => {
  expect(codes(given)).toEqual(expected);
  expect(() => soilScenario(scenario(given), gwp)).toThrow(RangeError);
});
