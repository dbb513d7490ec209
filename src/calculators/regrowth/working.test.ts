import { describe, expect, it } from 'vitest';
import { estimateOf } from '../define.ts';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';

const calculator = await loadCalculator('regrowth');

function successOf(inputs: object) {
  const computation = calculator.compute({ plots: [], draws: 1000, ...inputs });
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation;
}
const grown = [2, 5, 10, 20, 30, 40, 60].map((age) => ({ age, stock: 200 * (1 - Math.exp(-0.05 * age)) }));
const straight = [2, 4, 6, 8, 10, 12].map((age) => ({ age, stock: 4 * age + 0.1 * age ** 2 }));

describe('the working', () => {
  const all = ['ratio', 'carbon', 'co2', 'removal'];
  it.each([
    ['by rates', {}, ['rates', 'cap', ...all]],
    ['at the cap', { ownCap: 60 }, ['rates', 'cap', ...all]],
    ['without a cap', { zone: 'boreal-tundra-woodland' }, ['rates', ...all]],
    ['on a curve', { method: 'curve', years: 30 }, ['curve', ...all]],
    ['by a fit', { method: 'fit', plots: grown, years: 30, heldShape: 1 }, ['curve', ...all]],
    [
      'after Mokany',
      { belowGround: 'mokany', baseline: 5, survival: 80, area: 10 },
      ['rates', 'cap', 'mokany'],
    ],
    ['after Cairns', { belowGround: 'cairns' }, ['rates', 'cap', 'cairns']],
    ['after Cairns, temperate', { belowGround: 'cairns-temperate' }, ['rates', 'cap', 'cairns']],
    ['after Cairns, tropical', { belowGround: 'cairns-tropical' }, ['rates', 'cap', 'cairns']],
    ['with an own ratio', { belowGround: 'ratio', rootRatio: 0.3 }, ['rates', 'cap', 'ratio']],
    ['without roots', { belowGround: 'none' }, ['rates', 'cap', 'carbon', 'co2', 'removal']],
    ['beyond what plots show', { method: 'fit', plots: straight, years: 30, heldShape: 1 }, []],
  ])('%s gives what was computed', (_, inputs, begins) => {
    const steps = calculator.working(successOf(inputs));
    expect(steps.map(({ equation }) => equation).slice(0, begins.length)).toEqual(begins);
    expect(steps.length === 0).toBe(begins.length === 0);
    for (const { equation, values, result } of steps) {
      const right = calculator.equations.find(({ id }) => id === equation)?.right ?? Number.NaN;
      expect(evaluate(right, values) / result, equation).toBeCloseTo(1, 9);
    }
  });
});

describe('the drawings', () => {
  const viewOf = (id: string, inputs: object) => calculator.view(id, successOf(inputs));

  it('show the stand with its band, and the cap only where it comes near', () => {
    expect(viewOf('growth', {})).toMatchObject({
      lines: [{ name: 'stand', band: expect.anything() }],
      marks: [],
    });
    expect(viewOf('growth', { ownCap: 150 })).toMatchObject({ marks: [{ name: 'cap', at: 150 }] });
  });

  it('show the plots of a fit and where they end', () => {
    const view = viewOf('growth', { method: 'fit', plots: grown, heldShape: 1, years: 100 });
    expect(view).toMatchObject({
      lines: [{ name: 'plots', style: 'points' }, {}],
      marks: [{ name: 'oldest', at: 60 }],
    });
  });

  it('show what the area removes, and how fast the stand grows', () => {
    expect(viewOf('removal', { baseline: 10 })).toMatchObject({ lines: [{ points: expect.anything() }] });
    expect(viewOf('increments', { method: 'curve' })).toMatchObject({ marks: [{ name: 'best' }] });
    expect(viewOf('increments', { method: 'curve', years: 10 })).toMatchObject({ marks: [] });
    expect(viewOf('increments', {})).toBe(null);
  });

  it('show nothing where nothing can be said', () => {
    const nothing = { method: 'fit', plots: straight, heldShape: 1, years: 100, step: 100 };
    expect(viewOf('removal', nothing)).toBe(null);
    expect(viewOf('increments', nothing)).toBe(null);
  });
});

it('own rates stand beside those of the table', () => {
  const own = successOf({ ownYoung: 6, ownOld: 3 }).result;
  const byTable = estimateOf(successOf({}).result, 'removal').value;
  expect(estimateOf(own, 'removalByTable').value).toBe(byTable);
  expect(estimateOf(own, 'removal').value).toBeGreaterThan(byTable ?? Infinity);
  expect(estimateOf(successOf({}).result, 'removalByTable').value).toBe(null);
  const none = { zone: 'temperate-mountain', ownYoung: 3, ownOld: 2, belowGround: 'mokany' };
  expect(estimateOf(successOf(none).result, 'removalByTable').value).toBe(null);
});
