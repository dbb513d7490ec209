import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { calculatorIds } from '../calculators/load.ts';

const program = new URL('./calc.ts', import.meta.url).pathname;
const calc = (args: string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const linesOf = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const good = { layers: [{ upper: 0, lower: 30, soc: 20, bulkDensity: 1 }] };

describe('calc', () => {
  it('lists every calculator, one a line', () => {
    expect(calc(['list'])).toEqual({ status: 0, stdout: `${calculatorIds.join('\n')}\n`, stderr: '' });
  });

  it('describes inputs, units, bounds, outputs and sources', () => {
    const { status, stdout } = calc(['describe', 'soc-stock']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'soc-stock',
      fields: expect.arrayContaining([
        expect.objectContaining({ name: 'reportingDepth', unit: 'cm', min: 0, max: 300, default: 30 }),
        expect.objectContaining({ name: 'layers', kind: 'table' }),
      ]),
      outputs: expect.arrayContaining([
        expect.objectContaining({ name: 'stock', unit: 't/har', substance: 'C' }),
        expect.objectContaining({ name: 'layers', kind: 'rows' }),
      ]),
      sources: expect.arrayContaining([expect.objectContaining({ id: 'poeplau-2017' })]),
      factors: [{ factors: { stone: { value: 2.65, status: 'seen' } } }],
    });
  });

  it('runs one object, however it is set out', () => {
    const { status, stdout, stderr } = calc(['run', 'soc-stock'], JSON.stringify(good, null, 2));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(linesOf(stdout)).toMatchObject([
      { stock: { value: 60, unit: 't/har', substance: 'C' }, warnings: [] },
    ]);
  });

  it('runs one object a line, in the same order, the bad ones told', () => {
    const bad = { layers: [{ upper: 0, lower: 30, soc: 700, bulkDensity: 1 }] };
    const deep = { ...good, reportingDepth: 15 };
    const input = [good, bad, deep].map((one) => JSON.stringify(one)).join('\n');
    const { status, stdout, stderr } = calc(['run', 'soc-stock'], `${input}\nnonsense\n`);
    expect(status).toBe(1);
    expect(linesOf(stdout)).toMatchObject([
      { stock: { value: 60 } },
      { problems: [{ path: 'layers.0.soc', code: 'too-high', value: 700, min: 0, max: 600, unit: 'g/kg' }] },
      { stock: { value: 30 } },
      { error: expect.stringContaining('not JSON') },
    ]);
    expect(stderr).toContain('object 2: layers.0.soc: Layer 1, Organic carbon is 700');
    expect(stderr).toContain('0 to 600');
  });

  it.each([
    ['an unknown field', '{"layer": []}', /“layer” is not an input/],
    ['a list', '[1]', /A JSON object is needed/],
    ['null', 'null', /A JSON object is needed/],
  ])('ends with 1 for %s', (_, input, message) => {
    const { status, stderr } = calc(['run', 'soc-stock'], input);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
  });

  it.each([[[]], [['run']], [['run', 'nothing']], [['dance', 'soc-stock']], [['run', 'soc-stock']]])(
    'ends with 2 where it cannot run: %j',
    (args) => {
      const { status, stdout, stderr } = calc(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).not.toContain('    at ');
    },
  );
});
