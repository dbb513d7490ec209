import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/recovery-wheel/cases.json' with { type: 'json' };
import { attributeIds, partIds } from '../../science/recovery-parts.ts';
import { type Computation, estimateOf, rowsOf, type Success } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('recovery-wheel');
const compute = (inputs: object) => calculator.compute({ ...inputs });
function computed(inputs: object): Success {
  const computation = compute(inputs);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation;
}
const problemsOf = (computation: Computation) =>
  computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
const warningsOf = (inputs: object) =>
  computed(inputs).result.warnings.map(({ code, path, value }) => `${code} ${path} ${value}`);

describe('golden cases entered in the form', () => {
  const entered = goldenInputs(golden.cases);

  it.each(entered.map((one) => [one.case, one] as const))('%s', (_, { raw, expected }) => {
    const { result } = computed(raw);
    for (const [place, value] of Object.entries(expected)) {
      const [name = '', row, column = ''] = place.split('.');
      const got =
        row === undefined ? estimateOf(result, name).value : rowsOf(result, name)[Number(row)]?.[column];
      expect(got, place).toBeCloseTo(value, 12);
    }
  });

  it('are all but those that must be refused, and the form holds the first', () => {
    expect(entered.map((one) => one.case)).toEqual(golden.cases.slice(0, 9).map(({ id }) => id));
    expect(computed({}).result.outputs).toEqual(computed(entered[0]?.raw ?? {}).result.outputs);
  });
});

describe('a part that was not assessed', () => {
  const { result } = computed({ pollution: '' });

  it('takes the overall score away, and the score of its attribute', () => {
    expect(estimateOf(result, 'overall').value).toBeNull();
    expect(estimateOf(result, 'notAssessed').value).toBe(1);
    // (5 + 2) / 2; with a zero it would be 7 / 3
    expect(rowsOf(result, 'attributes')[0]).toMatchObject({ score: null, partial: 3.5, assessed: 2 });
    expect(rowsOf(result, 'parts')[2]).toMatchObject({ part: 'pollution', score: null });
  });

  it('is told, and named', () => {
    expect(warningsOf({ pollution: '' })).toEqual(['incomplete null 1', 'partial pollution 2']);
    expect(warningsOf({})).toEqual([]);
  });

  it('is drawn as nothing, a zero as zero', () => {
    const view = calculator.view('wheel', computed({ pollution: '' }));
    if (view?.kind !== 'wheel') throw new Error('no wheel');
    const scores = view.sectors.map(({ parts }) => parts.map(({ score }) => score));
    expect(scores[0]).toEqual([5, 2, null]);
    expect(scores[3]).toEqual([2, 1, 0]);
    expect(
      view.sectors.map(({ printed }) => (typeof printed === 'object' && 'key' in printed ? printed.key : '')),
    ).toEqual(['view.wheel.partial', ...Array.from({ length: 5 }, () => 'view.wheel.mean')]);
  });
});

it('has no score at all where nothing was assessed', () => {
  const none = Object.fromEntries(partIds.map((id) => [id, '']));
  const { outputs } = computed(none).result;
  expect(outputs).toMatchObject({
    overall: { value: null },
    assessed: { value: 0 },
    notAssessed: { value: 18 },
  });
  expect(warningsOf(none)).toEqual(['incomplete null 18']);
  expect(calculator.working(computed(none))).toEqual([]);
});

it('warns of scores without evidence, of that attribute alone', () => {
  expect(warningsOf({ 'species-composition-evidence': ' ' })).toEqual([
    'no-evidence species-composition-evidence 3',
  ]);
});

it('keeps the evidence beside the score', () => {
  const rows = rowsOf(computed({ 'external-exchanges-evidence': 'Map of 2026' }).result, 'attributes');
  expect(rows.map((row) => row['attribute'])).toEqual(attributeIds);
  expect(rows.at(-1)).toMatchObject({ evidence: 'Map of 2026', score: 3 });
});

it.each<[object, string[]]>([
  [{ pollution: 2.5 }, ['pollution not-whole']],
  [{ pollution: 6, 'gene-flow': -1 }, ['pollution too-high', 'gene-flow too-low']],
  [{ pollution: 'good' }, ['pollution not-a-number']],
  [{ date: '14.5.2026' }, ['date not-a-date']],
  [{ date: '2026-02-30' }, ['date not-a-date']],
  [{ date: '2026-13' }, ['date not-a-date']],
  [{ date: '2026' }, []],
  [{ date: '2028-02-29', site: '' }, []],
])('%j gives %j', (inputs, expected) => {
  expect(problemsOf(compute(inputs))).toEqual(expected);
});

it('says the ids of the form of the protocol, and nothing else is scored', () => {
  const scored = Object.entries(calculator.fields).flatMap(([name, { kind }]) =>
    kind === 'quantity' ? [name] : [],
  );
  expect(scored).toEqual(partIds);
});

it('never throws, and never gives a number that is none', () => {
  const value = fc.oneof(
    fc.integer({ min: -1, max: 6 }),
    fc.double(),
    fc.string({ maxLength: 4 }),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.record(Object.fromEntries(partIds.map((id) => [id, value]))), (scores) => {
      const computation = compute(scores);
      if (computation.ok) expect(JSON.stringify(computation.result)).not.toMatch(/NaN|Infinity/);
      else expect(computation.problems.length).toBeGreaterThan(0);
    }),
  );
});
