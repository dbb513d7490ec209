import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualChange, equilibriumStock, inventoryStocks, stockPathway, totalStock } from './stocks.ts';

const stock = fc.double({ min: 0, max: 300, noNaN: true });

describe('equation 2.25', () => {
  it('multiplies, sums over areas and divides by the transition', () => {
    // 60 · 0.7 = 42 t/ha; 42 · 10 + 60 · 1 · 5 = 720 t; (720 - 420) / 20 = 15 t/a
    expect(equilibriumStock(60, 0.7)).toBe(42);
    const part = (factor: number, area: number) => ({ referenceStock: 60, factor, area });
    expect(totalStock([part(0.7, 10), part(1, 5)])).toBe(720);
    expect(totalStock([])).toBe(0);
    expect(annualChange(420, 720)).toBe(15);
    expect(annualChange(420, 720, 20, 5)).toBe(15); // five years between inventories do not shorten it
    expect(annualChange(420, 720, 20, 30)).toBe(10); // thirty lengthen it
  });

  it('names every value outside its range', () => {
    const parts = [
      { referenceStock: -1, factor: 1, area: 1 },
      { referenceStock: 1, factor: 11, area: Number.NaN },
    ];
    expect(() => totalStock(parts)).toThrow(
      /parts\.0\.referenceStock.*parts\.1\.factor.*parts\.1\.area is NaN/,
    );
    expect(() => annualChange(0, 1, 0)).toThrow('transitionYears is 0');
  });
});

describe('pathway', () => {
  it('is a straight line of 20 years, then level', () => {
    const stocks = stockPathway(40, [{ from: 0, equilibrium: 60 }], 25);
    expect(stocks[0]).toBe(40);
    expect(stocks[1]).toBe(41);
    expect(stocks[20]).toBe(60);
    expect(stocks[25]).toBe(60);
  });

  it('starts the next use from the stock reached', () => {
    // 40 -> 60 reaches 50 after 10 years; from there to 30 in 20 years: 1 t a year
    const stocks = stockPathway(
      40,
      [
        { from: 0, equilibrium: 60 },
        { from: 10, equilibrium: 30 },
      ],
      40,
    );
    expect(stocks[10]).toBe(50);
    expect(stocks[11]).toBe(49);
    expect(stocks[30]).toBe(30);
    expect(stocks[40]).toBe(30);
  });

  it('keeps the initial stock before its first phase, and where there is none', () => {
    expect([...stockPathway(40, [{ from: 2, equilibrium: 60 }], 3)]).toEqual([40, 40, 40, 41]);
    expect([...stockPathway(40, [], 2)]).toEqual([40, 40, 40]);
    expect([...stockPathway(40, [{ from: 5, equilibrium: 60 }], 2)]).toEqual([40, 40, 40]);
    expect([...stockPathway(40, [], 0)]).toEqual([40]);
  });

  it('stays between its stocks and never turns within a phase', () => {
    fc.assert(
      fc.property(stock, stock, fc.integer({ min: 1, max: 60 }), (from, to, transition) => {
        const stocks = stockPathway(from, [{ from: 0, equilibrium: to }], 70, transition);
        expect(stocks[70]).toBeCloseTo(to, 9);
        for (let year = 1; year <= 70; year += 1) {
          const step = ((stocks[year] ?? 0) - (stocks[year - 1] ?? 0)) * Math.sign(to - from);
          expect(step).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });

  it('adds up: what is gained every year is gained in all', () => {
    fc.assert(
      fc.property(stock, stock, (from, to) => {
        const stocks = stockPathway(from, [{ from: 0, equilibrium: to }], 20);
        expect(20 * annualChange(from, to)).toBeCloseTo((stocks[20] ?? 0) - from, 9);
      }),
    );
  });

  it('refuses broken years, phases out of order and stocks below zero', () => {
    expect(() => stockPathway(40, [], 2.5)).toThrow('years is 2.5');
    expect(() => stockPathway(40, [], 201)).toThrow('years is 201');
    expect(() => stockPathway(-1, [{ from: 0, equilibrium: Number.NaN }], 5)).toThrow(
      /initial is -1.*equilibrium is NaN/,
    );
    const phases = [
      { from: 5, equilibrium: 1 },
      { from: 2, equilibrium: 1 },
    ];
    expect(() => stockPathway(40, phases, 9)).toThrow('phases.1.from is 2');
  });
});

describe('inventories', () => {
  it('follow the pathway of the same changes', () => {
    fc.assert(
      fc.property(stock, stock, stock, (a, b, c) => {
        const regimes: readonly (readonly [number, number, number])[] = [
          [0, -20, a],
          [5, 5, b],
          [10, 5, b],
          [15, 15, c],
          [40, 15, c],
        ];
        const inventories = regimes.map(([year, regimeStart, equilibrium]) => ({
          year,
          regimeStart,
          equilibrium,
        }));
        // b is found in year 5 and there since 0; c is found in 15 and there since 10
        const pathway = stockPathway(
          a,
          [
            { from: 0, equilibrium: b },
            { from: 10, equilibrium: c },
          ],
          40,
        );
        inventoryStocks(inventories).forEach((value, at) => {
          expect(value).toBeCloseTo(pathway[regimes[at]?.[0] ?? 0] ?? Number.NaN, 9);
        });
      }),
    );
  });

  it('refuse years out of order', () => {
    const one = { regimeStart: 0, equilibrium: 1 };
    expect(() =>
      inventoryStocks([
        { year: 5, ...one },
        { year: 2, ...one },
      ]),
    ).toThrow('inventories.1.year is 2');
    expect(inventoryStocks([])).toEqual([]);
  });
});
