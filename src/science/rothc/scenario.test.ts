import { describe, expect, it } from 'vitest';
import type { RothcMonth, RothcSoil } from './month.ts';
import { spinUp } from './run.ts';
import { type Scenario, startOf, stockOf, yearlyPlantInput, yearsAfter, yearsUnchanged } from './scenario.ts';

const soil: RothcSoil = { clay: 25, depth: 30, inert: 3 };
const yearOf = (plantInput: number): readonly RothcMonth[] =>
  Array.from({ length: 12 }, (_, month) => ({
    temperature: 10 - 8 * Math.cos((month * Math.PI) / 6),
    rain: 60,
    panEvaporation: 50,
    plantInput,
    manureInput: 0,
    covered: true,
    dpmRpm: 0.67,
  }));
const scenario: Scenario = {
  soil,
  before: yearOf(0.1),
  after: yearOf(0.2),
  years: 40,
  measured: null,
};
const must = <T>(value: T | null): T => {
  if (value === null) throw new Error('there is none');
  return value;
};

describe('a scenario', () => {
  it('begins with the spin-up of the former year', () => {
    const start = must(startOf(scenario));
    expect(start.state).toEqual(spinUp(scenario.before, soil).state);
    expect(start.yearlyInput).toBeCloseTo(1.2, 12);
    expect(yearlyPlantInput(scenario.before)).toBeCloseTo(1.2, 12);
  });

  it('begins with the measured stock, and stays there while the former year goes on', () => {
    const measured = { ...scenario, measured: 55 };
    const { state, yearlyInput } = must(startOf(measured));
    expect(stockOf(state, soil)).toBeCloseTo(55, 9);
    const same = yearsAfter(state, { ...measured, after: yearOf(yearlyInput / 12) });
    expect(same.total.at(-1)).toBeCloseTo(55, 8);
  });

  it('stays where it began while nothing changes, from balance and from a measured stock alike', () => {
    for (const one of [scenario, { ...scenario, measured: 55 }, { ...scenario, before: yearOf(0) }]) {
      const start = must(startOf(one));
      const begun = stockOf(start.state, soil);
      for (const total of yearsUnchanged(start, one).total) expect(total).toBeCloseTo(begun, 4);
    }
  });

  it('has no beginning below the inert carbon, nor where nothing decays', () => {
    expect(startOf({ ...scenario, measured: 2 })).toBeNull();
    const frozen = scenario.before.map((month) => ({ ...month, temperature: -20 }));
    expect(startOf({ ...scenario, before: frozen })).toBeNull();
    expect(startOf({ ...scenario, before: frozen, measured: 50 })).toBeNull();
    expect(startOf({ ...scenario, before: yearOf(0), measured: 50 })).toBeNull();
  });

  it('adds up: input is CO2 and change of the stock', () => {
    const { state } = must(startOf(scenario));
    const { total, co2 } = yearsAfter(state, scenario);
    const given = 40 * 2.4;
    const change = (total.at(-1) ?? Number.NaN) - stockOf(state, soil);
    expect(co2.reduce((sum, one) => sum + one, 0) + change).toBeCloseTo(given, 9);
  });

  it('ends higher with more input, and rises from year to year after its input has doubled', () => {
    const { state } = must(startOf(scenario));
    const [low, as, high] = [0.8, 1, 1.2].map((factor) => yearsAfter(state, scenario, factor).total);
    expect(as?.at(-1)).toBeGreaterThan(low?.at(-1) ?? Number.NaN);
    expect(high?.at(-1)).toBeGreaterThan(as?.at(-1) ?? Number.NaN);
    expect([...(as ?? [])]).toEqual([...(as ?? [])].toSorted((a, b) => a - b));
  });
});
