import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultTexts } from './address.ts';
import { calculatorIds, loadCalculator } from './load.ts';
import { readRecord, recordOf } from './run-record.ts';

const about = { page: 'https://example.org/calculators/', made: '2026-01-01' };

describe.each(calculatorIds)('a saved run of %s', async (id) => {
  const calculator = await loadCalculator(id);
  const texts = defaultTexts(calculator.fields, (name) =>
    readFileSync(new URL(`${id}/${name}`, import.meta.url), 'utf8'),
  );
  const computation = calculator.compute(texts);
  if (!computation.ok) throw new Error('the worked example is wrong');
  const record = recordOf(calculator, computation, about);

  it('computes again to the same bits', () => {
    const reading = readRecord(calculator, JSON.stringify(record));
    if (!reading.ok) throw new Error(reading.code);
    const again = calculator.compute(reading.inputs);
    if (!again.ok) throw new Error('not computed');
    expect(recordOf(calculator, again, about)).toEqual(record);
    expect(JSON.stringify(recordOf(calculator, again, about).outputs)).toBe(JSON.stringify(record.outputs));
  });

  it('names version, units, sources and factor sets', () => {
    expect(record).toMatchObject({ calculator: id, version: calculator.version, schema: 1 });
    expect(record.sources.length).toBeGreaterThan(0);
    expect(record.factors).toHaveLength(calculator.factors.length);
  });
});

describe('readRecord', async () => {
  const calculator = await loadCalculator('soc-stock');
  const good = {
    calculator: 'soc-stock',
    version: calculator.version,
    inputs: { layers: [{ upper: 0, lower: 30, soc: 20, bulkDensity: 1 }] },
  };

  it.each([
    ['no JSON', 'reportingDepth=30', 'not-json'],
    ['a list', '[]', 'not-a-run'],
    ['nothing', 'null', 'not-a-run'],
    ['another calculator', JSON.stringify({ ...good, calculator: 'rothc' }), 'other-calculator'],
    ['inputs that are a list', JSON.stringify({ ...good, inputs: [] }), 'not-a-run'],
    ['inputs out of bounds', JSON.stringify({ ...good, inputs: { reportingDepth: -1 } }), 'inputs-wrong'],
    [
      'inputs that nobody knows',
      JSON.stringify({ ...good, inputs: { ...good.inputs, __proto__x: 1 } }),
      'inputs-wrong',
    ],
  ])('refuses %s', (_, text, code) => expect(readRecord(calculator, text)).toEqual({ ok: false, code }));

  it('tells of another version', () => {
    expect(readRecord(calculator, JSON.stringify({ ...good, version: '0.1.0' }))).toMatchObject({
      ok: true,
      otherVersion: '0.1.0',
    });
    expect(readRecord(calculator, `\uFEFF${JSON.stringify(good)}`)).toMatchObject({
      ok: true,
      otherVersion: null,
    });
  });
});
