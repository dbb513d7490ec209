import { describe, expect, it } from 'vitest';
import { readCsv } from '../../csv/read.ts';
import { defaultTexts } from '../address.ts';
import { estimateOf } from '../define.ts';
import { choice, quantity, table } from '../fields.ts';
import { figure, label } from '../output.ts';
import { sampleCalculator } from '../sample-calculator.ts';
import type { Words } from '../say.ts';
import en from '../words/en.json' with { type: 'json' };
import zh from '../words/zh.json' with { type: 'json' };
import { planBatch } from './plan.ts';
import { runBatch } from './run.ts';
import { batchCsv, batchTemplate } from './write.ts';

const own = {
  'field.area.label': 'Area',
  'field.share.label': 'Share',
  'field.kind.label': 'Kind',
  'choice.kind.wet': 'wet',
  'choice.kind.dry': 'dry',
  'table.layers.caption': 'Layers',
  'column.layers.soc.label': 'Organic carbon',
  'column.layers.depth.label': 'Depth',
  'output.total.label': 'Total',
  'output.class.label': 'Class',
  'output.sum.label': 'Sum',
};
const words: Words = { locale: 'en', own: { ...en, ...own }, english: {} };
const area = quantity({ unit: 'har', symbol: 'ha', min: 0, max: 100, default: 2 });

const flat = await sampleCalculator(
  {
    area,
    share: quantity({ unit: '%', min: 0, max: 100, default: 50 }),
    kind: choice(['wet', 'dry'], 'wet'),
  },
  { total: figure({ unit: 'har', symbol: 'ha' }), class: label(null) },
  {
    run: ({ area: given, share, kind }) => ({
      outputs: { total: { value: (given * share) / 100, low: 0, high: given, level: 0.95 }, class: kind },
    }),
  },
);

const layered = await sampleCalculator(
  {
    area,
    layers: table({
      columns: {
        depth: quantity({ unit: 'cm', min: 0, max: 300 }),
        soc: quantity({ unit: 'g/kg', min: 0, max: 600 }),
      },
      rows: [{ depth: 10, soc: 20 }],
      minRows: 1,
      maxRows: 3,
    }),
  },
  { sum: figure({ unit: 'g/kg', symbol: 'g/kg' }) },
  { run: ({ layers }) => ({ outputs: { sum: { value: layers.reduce((sum, { soc }) => sum + soc, 0) } } }) },
);

const base = { area: 2, share: 50, kind: 'wet' };
const run = (text: string) => [...runBatch(flat, flat, words, planBatch(flat, words, text), base)];
const totals = (text: string) => run(text).map(({ result }) => result && estimateOf(result, 'total').value);

describe('a batch of single inputs', () => {
  it.each([
    ['names of the definition', 'case,area,share\nA,10,20\nB,20,10\n'],
    ['labels in capitals with units', 'Case,AREA (ha),Share [%]\r\nA,10,20\r\nB,20,10\r\n'],
    ['semicolons, decimal commas and a byte-order mark', '\uFEFFcase;area;share\nA;10,0;20\nB;20;10,0\n'],
    ['tabs and full-width digits', 'case\tarea\tshare\nA\t１０\t20\n\nB\t20\t10\n'],
    ['another unit in the header', 'case,Area (mu),share\nA,150,20\nB,300,10\n'],
    ['quotes and another order', '"share","area"\n"20","10"\n"10","20"\n'],
  ])('reads %s', (_, text) => expect(totals(text)).toEqual([2, 2]));

  it('takes from the form what the file does not say', () => {
    expect(totals('area\n10\n')).toEqual([5]);
    expect(totals('area,share\n10,\n')).toEqual([5]);
  });

  it('tells line, value and bounds of every bad row, and computes the others', () => {
    const found = run('case,area,share\nA,10,20\nB,-1,200\nC,x,20\nD,20,10\n');
    expect(found.map(({ result }) => result !== null)).toEqual([true, false, false, true]);
    expect(found[1]?.messages).toEqual([
      'Line 3: Area is -1\u202fha, which is too low. Enter a number: 0 to 100\u202fha.',
      'Line 3: Share is 200\u202f%, which is too high. Enter a number: 0 to 100\u202f%.',
    ]);
    expect(found[2]?.messages[0]).toContain('Line 4: Area: “x” is not a number');
  });

  it('names the columns it does not understand', () => {
    expect(planBatch(flat, words, 'area,weather\n1,2\n').unknown).toEqual(['weather']);
  });

  it('understands the reader’s language and English', () => {
    const chinese: Words = { locale: 'zh', own: { ...zh, 'field.area.label': '面积' }, english: words.own };
    expect(planBatch(flat, chinese, '编号,面积,Share\nA,1,2\n').places).toEqual(['case', 'area', 'share']);
  });

  it('writes figures with intervals and problems, safe to open in a spreadsheet', () => {
    const text = 'case,area\n=1+1,10\nB,x\n';
    const plan = planBatch(flat, words, text);
    const written = batchCsv(flat, words, [...runBatch(flat, flat, words, plan, base)]);
    const { header, rows } = readCsv(written);
    expect(header).toEqual([
      'Case',
      'Line',
      'Total (ha)',
      'Total (ha) from',
      'Total (ha) to',
      'Class',
      'Problems',
    ]);
    expect(rows[0]?.cells).toEqual(["'=1+1", '2', '5', '0', '10', 'wet', '']);
    expect(rows[1]?.cells.slice(0, 6)).toEqual(['B', '3', '', '', '', '']);
    expect(rows[1]?.cells[6]).toContain('not a number');
  });
});

describe('a batch of tables', () => {
  it('joins the rows of a case, and tells the line of a bad cell', () => {
    const text = 'site,depth,soc\nA,10,20\nA,20,10\nB,10,5\nB,20,-5\n';
    const plan = planBatch(layered, words, text);
    const found = [...runBatch(layered, layered, words, plan, { area: 2 })];
    expect(found.map(({ name, line }) => [name, line])).toEqual([
      ['A', 2],
      ['B', 4],
    ]);
    expect(found[0]?.result && estimateOf(found[0].result, 'sum').value).toBe(30);
    expect(found[1]?.messages[0]).toMatch(/^Line 5: Layer 2, Organic carbon is -5/);
  });

  it('takes a file without case names for one case', () => {
    const plan = planBatch(layered, words, 'depth,soc\n10,20\n20,10\n');
    expect([...runBatch(layered, layered, words, plan, { area: 2 })]).toHaveLength(1);
  });

  it('offers a template that computes to the worked example', () => {
    const plan = planBatch(layered, words, batchTemplate(layered, words));
    expect(plan.unknown).toEqual([]);
    const [only] = [...runBatch(layered, layered, words, plan, { area: 2 })];
    const example = layered.compute(defaultTexts(layered.fields));
    expect(only?.result).toEqual(example.ok && example.result);
  });
});
