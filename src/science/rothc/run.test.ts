import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeCarbon, equilibrium, requiredInput } from './equilibrium.ts';
import { mostMonths, rothcFaults } from './faults.ts';
import { decay, emptyState, lossShares, type RothcMonth, type RothcSoil, type RothcState } from './month.ts';
import { repeatYear, runMonths, scaleInputs, spinUp } from './run.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const month: RothcMonth = {
  temperature: 10,
  rain: 60,
  panEvaporation: 50,
  plantInput: 0.2,
  manureInput: 0,
  covered: true,
  dpmRpm: 1.44,
};
const year = Array.from({ length: 12 }, () => month);
const soil: RothcSoil = { clay: 20, depth: 23, inert: 2.5 };
const some: RothcState = { dpm: 0.2, rpm: 5, bio: 0.7, hum: 25, deficit: -10 };

const months = fc.array(
  fc.record({
    temperature: number(-30, 35),
    rain: number(0, 300),
    panEvaporation: number(0, 300),
    plantInput: number(0, 2),
    manureInput: number(0, 2),
    covered: fc.boolean(),
    dpmRpm: number(0, 5),
  }),
  { minLength: 12, maxLength: 12 },
);
const soils = fc.record({ clay: number(0, 100), depth: number(1, 100), inert: number(0, 20) });
const states = fc.record({
  dpm: number(0, 5),
  rpm: number(0, 30),
  bio: number(0, 5),
  hum: number(0, 100),
  deficit: number(-0.5, 0), // within the largest deficit of every soil above
});

const total = (column: Iterable<number>) => [...column].reduce((sum, one) => sum + one, 0);
const entered = (all: readonly RothcMonth[]) => total(all.map((one) => one.plantInput + one.manureInput));
const last = (column: Float64Array) => column.at(-1) ?? Number.NaN;

describe('a run', () => {
  it('moves the deficit first, then lets carbon decay, and adds the new carbon last', () => {
    // covered, 10 degrees, moist: a = 47.91 / (1 + exp(106.06 / 28.27)), b = 1, c = 0.6
    const modifier = (47.91 / (1 + Math.exp(106.06 / 28.27))) * 0.6;
    const step = decay(some, lossShares(20), modifier, 1 / 12);
    const series = runMonths(some, [month], soil);
    expect(series.temperatureModifier[0]).toBeCloseTo(modifier / 0.6, 14);
    expect(series.deficit[0]).toBe(0); // -10 + 60 - 37.5 = 12.5, but not above 0
    expect(series.dpm[0]).toBeCloseTo(step.pools.dpm + (0.2 * 1.44) / 2.44, 14);
    expect(series.rpm[0]).toBeCloseTo(step.pools.rpm + 0.2 / 2.44, 14);
    expect(series.bio[0]).toBeCloseTo(step.pools.bio, 14);
    expect(series.hum[0]).toBeCloseTo(step.pools.hum, 14);
    expect(series.co2[0]).toBeCloseTo(step.co2, 14);
    expect(series.total[0]).toBeCloseTo(total(Object.values(step.pools)) + 0.2 + 2.5, 12);
  });

  it('keeps every tonne: what came in is CO2 or change of the stock', () => {
    fc.assert(
      fc.property(months, soils, states, (all, where, state) => {
        const series = runMonths(state, repeatYear(all, 10), where);
        const change = last(series.total) - where.inert - activeCarbon(state);
        const balance = 10 * entered(all) - total(series.co2) - change;
        expect(Math.abs(balance)).toBeLessThan(1e-9 * (1 + activeCarbon(state) + 10 * entered(all)));
      }),
    );
  });

  it('does not care for the unit of carbon', () => {
    fc.assert(
      fc.property(months, soils, states, (all, where, state) => {
        const inTonnes = runMonths(state, all, where);
        const { deficit, ...pools } = state;
        const grams = Object.fromEntries(Object.entries(pools).map(([pool, one]) => [pool, one * 8]));
        const inEighths = runMonths({ ...state, ...grams, deficit }, scaleInputs(all, 8), where);
        for (const pool of ['dpm', 'rpm', 'bio', 'hum', 'co2'] as const)
          expect(last(inEighths[pool])).toBeCloseTo(8 * last(inTonnes[pool]), 9);
      }),
    );
  });

  it('may be broken off and taken up again', () => {
    fc.assert(
      fc.property(months, soils, states, fc.integer({ min: 0, max: 12 }), (all, where, state, cut) => {
        const whole = runMonths(state, all, where);
        const first = runMonths(state, all.slice(0, cut), where);
        const second = runMonths(first.end, all.slice(cut), where);
        expect(second.end).toEqual(whole.end);
      }),
    );
  });

  it('has more carbon in every pool where more comes in', () => {
    fc.assert(
      fc.property(months, soils, states, number(1, 3), (all, where, state, factor) => {
        const less = runMonths(state, all, where).end;
        const more = runMonths(state, scaleInputs(all, factor), where).end;
        for (const pool of ['dpm', 'rpm', 'bio', 'hum'] as const)
          expect(more[pool]).toBeGreaterThanOrEqual(less[pool] - 1e-12);
      }),
    );
  });

  it('without input only loses, never below the inert carbon, and comes down to it', () => {
    fc.assert(
      fc.property(months, soils, states, (all, where, state) => {
        const series = runMonths(state, scaleInputs(all, 0), where);
        let before = activeCarbon(state) + where.inert + 1e-9;
        for (const now of series.total) {
          expect(now).toBeLessThanOrEqual(before);
          expect(now).toBeGreaterThanOrEqual(where.inert * (1 - 1e-14));
          before = now + 1e-12;
        }
      }),
    );
    const fallow = repeatYear(scaleInputs(year, 0), 5000);
    expect(last(runMonths(some, fallow, soil).total)).toBeCloseTo(soil.inert, 9);
  });

  it('changes nothing below -5 degrees without input, and none of its arguments ever', () => {
    const frozen = year.map((one) => ({ ...one, temperature: -6, plantInput: 0 }));
    expect(runMonths(some, frozen, soil).end).toEqual({ ...some, deficit: 0 });
    const before = structuredClone(some);
    runMonths(some, year, soil);
    expect(some).toEqual(before);
  });

  it('of no month is where it began', () => {
    expect(runMonths(some, [], soil).end).toEqual(some);
  });
});

describe('equilibrium', () => {
  it('is where a spin-up goes', () => {
    fc.assert(
      fc.property(months, soils, (all, where) => {
        const warm = all.map((one) => ({
          ...one,
          temperature: 10 + Math.abs(one.temperature) / 2,
          rain: 150,
        }));
        const exact = equilibrium(warm, where);
        const { state, converged } = spinUp(warm, where, { tolerance: 1e-9 });
        expect(converged).toBe(true);
        if (exact === null) throw new Error('no equilibrium');
        for (const pool of ['dpm', 'rpm', 'bio', 'hum'] as const)
          expect(Math.abs(state[pool] - exact[pool])).toBeLessThan(1e-6 * (1 + exact[pool]));
      }),
      { numRuns: 20 },
    );
  });

  it('is left unchanged by a year', () => {
    const state = equilibrium(year, soil);
    if (state === null) throw new Error('no equilibrium');
    const after = runMonths(state, year, soil).end;
    expect(activeCarbon(after)).toBeCloseTo(activeCarbon(state), 10);
    expect(after.deficit).toBe(state.deficit);
  });

  it('with no input is nothing, and does not exist where nothing ever decays', () => {
    const fallow = scaleInputs(year, 0);
    expect(equilibrium(fallow, soil)).toEqual(emptyState);
    expect(spinUp(fallow, soil)).toEqual({ state: emptyState, years: 1, converged: true });
    const frozen = year.map((one) => ({ ...one, temperature: -20 }));
    expect(equilibrium(frozen, soil)).toBeNull();
    expect(spinUp(frozen, soil, { mostYears: 50 }).converged).toBe(false);
  });

  it('comes back with the input that it needs', () => {
    fc.assert(
      fc.property(soils, number(21, 200), (where, target) => {
        const input = requiredInput(target, year, where);
        if (input === null) throw new Error('not reached');
        const scaled = scaleInputs(year, input / 2.4); // 12 months of 0.2
        const state = equilibrium(scaled, where);
        expect(state && activeCarbon(state) + where.inert).toBeCloseTo(target, 8);
      }),
    );
  });

  it('needs no input that manure has brought, and none makes less than nothing', () => {
    const manured = year.map((one) => ({ ...one, manureInput: 0.1 }));
    const need = requiredInput(40, manured, soil) ?? Number.NaN;
    const state = equilibrium(scaleInputs(year, need / 2.4), soil);
    const ofManure = equilibrium(
      manured.map((one) => ({ ...one, plantInput: 0 })),
      soil,
    );
    const both = (state ? activeCarbon(state) : 0) + (ofManure ? activeCarbon(ofManure) : 0);
    expect(both + soil.inert).toBeCloseTo(40, 8);
    expect(requiredInput(soil.inert, year, soil)).toBe(0);
    expect(requiredInput(1, year, soil)).toBeNull();
    expect(requiredInput(40, scaleInputs(year, 0), soil)).toBeNull();
    expect(() => requiredInput(Number.NaN, year, soil)).toThrow(/total is NaN/);
  });
});

describe('faults', () => {
  const run = (more: object) => rothcFaults({ soil, year, months: [], state: some, ...more });
  const codes = (more: object) => run(more).map(({ code, argument }) => `${argument} ${code}`);

  it('are none for a sound run', () => {
    expect(run({})).toEqual([]);
  });

  it('come all at once', () => {
    const wrong = year.with(3, { ...month, rain: -1, temperature: 46 });
    expect(
      codes({
        soil: { clay: 101, depth: 0, inert: Number.NaN },
        year: wrong.slice(1),
        months: [{ ...month, dpmRpm: Number.POSITIVE_INFINITY }],
        state: { ...some, deficit: 1 },
      }),
    ).toEqual([
      'clay too-high',
      'depth too-low',
      'inert not-a-number',
      'year not-twelve-months',
      'year.2.temperature too-high',
      'year.2.rain too-low',
      'months.0.dpmRpm not-a-number',
      'state.deficit too-high',
    ]);
  });

  it('say value and bounds', () => {
    const [fault] = run({ soil: { ...soil, clay: 101 } });
    expect(fault).toEqual({ code: 'too-high', argument: 'clay', value: 101, min: 0, max: 100 });
    // 20 + 1.3 · 20 - 0.01 · 400 = 42 mm at most in this soil
    const [dry] = run({ state: { ...some, deficit: -43 } });
    expect(dry).toEqual({ code: 'too-low', argument: 'state.deficit', value: -43, min: -42, max: 0 });
    const [long] = run({ months: repeatYear(year, 10_001) });
    expect(long).toMatchObject({ code: 'too-many-months', value: 120_012, max: mostMonths });
  });

  it('are thrown by what computes, with name, value and bounds', () => {
    const message = /clay is -1 \(too-low\); it must lie within 0 to 100/;
    expect(() => runMonths(some, year, { ...soil, clay: -1 })).toThrow(message);
    expect(() => spinUp(year, { ...soil, clay: -1 })).toThrow(message);
    expect(() => spinUp(year.slice(1), soil)).toThrow(/year is 11 \(not-twelve-months\)/);
    expect(() => equilibrium([], soil)).toThrow(RangeError);
    expect(() => requiredInput(30, [], soil)).toThrow(RangeError);
  });
});
