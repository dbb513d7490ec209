import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { daysOf } from './calendar.ts';
import { isPartitioned, processFluxes } from './chain.ts';
import { respiration } from './lloyd-taylor.ts';
import { type FluxOptions, optionBounds } from './options.ts';
import { potentialRadiation } from './potential-radiation.ts';
import { centresOf, type FluxSeries, type StepsPerDay } from './series.ts';
import { fluxFaults } from './series-faults.ts';
import { daysOfMonth, gramsPerRecord, meanOfPresent, periodSums, sumOf } from './sums.ts';
import { timeShift } from './time-shift.ts';

const gap = Number.NaN;
const site = { latitude: 36.4, longitude: 107.9, utcOffset: 8 } as const;

/** 90 days from 1 June, without gaps: NEE is respiration less uptake, and falls at night with low u*. */
function summer(stepsPerDay: StepsPerDay): FluxSeries {
  const random = randomSource(4);
  const n = 90 * stepsPerDay;
  const time = {
    stepsPerDay,
    firstEnd: daysOf({ year: 2021, month: 6, day: 1 }) * 1440 + 1440 / stepsPerDay,
    nee: new Float64Array(n),
  } as const;
  const rg = potentialRadiation(centresOf(time), site).map((one) => 0.7 * one);
  const tair = rg.map((one, i) => 14 + one / 100 + 3 * Math.sin(i / 200) + random.next());
  const ustar = rg.map(() => 0.6 * random.next());
  const nee = tair.map((t, i) => {
    const night = (rg[i] ?? 0) === 0 ? Math.min(1, (ustar[i] ?? 0) / 0.2) : 1;
    return (
      respiration(3, 150, t) * night - (15 * (rg[i] ?? 0)) / (300 + (rg[i] ?? 0)) + 0.2 * random.normal()
    );
  });
  return { ...time, nee, rg, tair, vpd: tair.map((t) => 0.6 * t), ustar };
}

const options: FluxOptions = {
  removeLongRuns: true,
  ustar: { kind: 'estimate' },
  drivers: ['rg', 'vpd', 'tair'],
  variant: 'Reichstein05',
  partition: { site, leastTemperatureRange: 5 },
};
const halfHourly = summer(48);

describe('the chain', () => {
  it.each([48, 24] as const)('gives NEE = Reco - GPP and no gaps, %s records a day', (stepsPerDay) => {
    const series = summer(stepsPerDay);
    const { used, outcome } = processFluxes(series, options);
    const { nee, partition, marked } = outcome;
    if (!isPartitioned(partition)) throw new Error('not partitioned');
    // 95 % of the plateau is reached at 0.19; a file of one summer has few nights by the hour
    expect(used?.[0]).toBeGreaterThan(0.14);
    expect(used?.[0]).toBeLessThan(0.25);
    expect(marked).toBeGreaterThan(100);
    const sums = [nee.value, partition.reco, partition.gpp].map((one) => sumOf(one, stepsPerDay) ?? gap);
    const [net = gap, reco = gap, gpp = gap] = sums;
    expect(net).toBeCloseTo(reco - gpp, 8);
    // what the tower would have seen with turbulence all night
    const truth = sumOf(series.tair?.map((t) => respiration(3, 150, t)) ?? series.nee, stepsPerDay) ?? gap;
    expect(Math.abs(reco - truth) / truth).toBeLessThan(0.05);
  });

  it('changes the sign of everything but the drivers with the sign of NEE where nothing else looks at it', () => {
    const without = { ...options, ustar: { kind: 'none' }, partition: null } as const;
    const there = processFluxes(halfHourly, without).outcome.nee.estimate;
    const back = processFluxes({ ...halfHourly, nee: halfHourly.nee.map((one) => -one) }, without);
    back.outcome.nee.estimate.forEach((one, i) => {
      expect(one).toBeCloseTo(-(there[i] ?? 0), 10);
    });
  });

  it('still fills where nothing can be partitioned', () => {
    const mild = { ...halfHourly, tair: halfHourly.nee.map((_, i) => 20 + (i % 2)) };
    const { outcome } = processFluxes(mild, { ...options, ustar: { kind: 'none' } });
    expect(outcome.partition).toMatchObject({ reason: 'few-e0-windows' });
    expect(outcome.nee.value.some(Number.isNaN)).toBe(false);
    expect(outcome.marked).toBeNull();
  });

  it('refuses to go on without a threshold where one was to be found', () => {
    const still = { ...halfHourly, ustar: new Float64Array(halfHourly.nee.length).fill(0.3) };
    expect(() => processFluxes(still, options)).toThrow(/ustar has no threshold/);
  });

  it('takes out long runs first, and keeps what was given as it was', () => {
    const nee = halfHourly.nee.slice();
    nee.fill(2.5, 1000, 1020);
    const { removedByRuns, measured } = processFluxes({ ...halfHourly, nee }, options);
    expect([removedByRuns, measured]).toEqual([20, nee.length - 20]);
    expect(processFluxes({ ...halfHourly, nee }, { ...options, removeLongRuns: false }).removedByRuns).toBe(
      0,
    );
    expect(nee[1010]).toBe(2.5);
  });
});

describe('faults', () => {
  const codes = (series: FluxSeries, changed: Partial<FluxOptions> = {}) =>
    fluxFaults(series, { ...options, ...changed }).map(({ code, argument, record }) => [
      code,
      argument,
      record,
    ]);

  it('are none for a sound series', () => expect(codes(halfHourly)).toEqual([]));

  it('are told all at once', () => {
    const series = {
      ...halfHourly,
      firstEnd: halfHourly.firstEnd + 30,
      nee: halfHourly.nee.slice(0, 100).fill(gap),
      rg: halfHourly.nee.slice(0, 100).fill(0).fill(1500, 7, 8),
      tair: null,
      vpd: halfHourly.vpd?.slice(0, 99) ?? null,
      ustar: halfHourly.nee.slice(0, 100).fill(-1, 3, 4).fill(0.3, 0, 3).fill(0.3, 4),
    };
    const wrong = { site: { latitude: 91, longitude: -181, utcOffset: gap }, leastTemperatureRange: 0 };
    expect(codes(series, { partition: wrong })).toEqual([
      ['too-short', 'nee', null],
      ['not-whole-days', 'firstEnd', 0],
      ['not-whole-days', 'nee', 99],
      ['lengths-differ', 'vpd', null],
      ['out-of-range', 'rg', 7],
      ['out-of-range', 'ustar', 3],
      ['nothing-measured', 'nee', null],
      ['column-missing', 'tair', null],
      ['out-of-range', 'latitude', null],
      ['out-of-range', 'longitude', null],
      ['out-of-range', 'utcOffset', null],
      ['out-of-range', 'leastTemperatureRange', null],
    ]);
  });

  it('name argument, value and bounds when thrown', () => {
    const threshold = { ustar: { kind: 'fixed', threshold: 3 } } as const;
    expect(codes(halfHourly, threshold)).toEqual([['out-of-range', 'threshold', null]]);
    expect(() => processFluxes(halfHourly, { ...options, ...threshold })).toThrow(
      `threshold is 3 (out-of-range); it must lie within ${optionBounds.threshold[0]} to ${optionBounds.threshold[1]}`,
    );
  });
});

describe('sums', () => {
  it('turns 1 µmol m-2 s-1 into grams', () => {
    expect(gramsPerRecord(48)).toBeCloseTo(1800 * 12.011e-6, 15); // 0.0216198 g C m-2 a half hour
    expect(gramsPerRecord(24)).toBe(2 * gramsPerRecord(48));
    expect(sumOf(new Float64Array(365 * 48).fill(1), 48)).toBeCloseTo(378.779, 3); // a year: 31 536 000 s · 12.011e-6
  });

  it('is not defined with a gap', () => {
    expect(sumOf(Float64Array.from([1, gap]), 48)).toBeNull();
    expect(meanOfPresent(Float64Array.from([1, gap, 3]))).toBe(2);
    expect(meanOfPresent(Float64Array.from([gap]))).toBeNull();
  });

  it('adds up from days to months to the whole', () => {
    const { outcome } = processFluxes(halfHourly, options);
    const columns = { nee: outcome.nee.value, neeQuality: outcome.nee.quality, reco: null, gpp: null };
    const total = (by: 'day' | 'month') =>
      periodSums(halfHourly, columns, by).reduce((sum, { nee }) => sum + (nee ?? gap), 0);
    const whole = sumOf(columns.nee, 48) ?? gap;
    expect(total('day')).toBeCloseTo(whole, 8);
    expect(total('month')).toBeCloseTo(whole, 8);
    const months = periodSums(halfHourly, columns, 'month');
    expect(months.map(({ month, records }) => [month, records / 48])).toEqual([
      [6, 30],
      [7, 31],
      [8, 29],
    ]);
    expect(periodSums(halfHourly, columns, 'day')).toHaveLength(90);
    expect([daysOfMonth({ year: 2024, month: 2 }), daysOfMonth({ year: 2021, month: 12 })]).toEqual([29, 31]);
  });
});

describe('time stamps', () => {
  it('are found shifted by what they are shifted', () => {
    for (const minutes of [-60, -30, 0, 30, 60]) {
      const shifted = { ...halfHourly, firstEnd: halfHourly.firstEnd + minutes };
      expect(Math.abs((timeShift(shifted, site) ?? gap) - minutes)).toBeLessThan(2);
    }
    expect(timeShift({ ...halfHourly, rg: null }, site)).toBeNull();
  });
});
