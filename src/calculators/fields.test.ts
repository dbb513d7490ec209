import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  choice,
  csv,
  fieldAt,
  type InputsOf,
  optionalChoice,
  quantity,
  readInputs,
  splitPath,
  table,
  text,
} from './fields.ts';

const fields = {
  depth: quantity({ unit: 'cm', min: 0, max: 100, exclusiveMin: true, default: 30 }),
  note: quantity({ unit: '1', min: -5, max: 5, optional: true }),
  basis: choice(['a', 'b'], 'a'),
  layers: table({
    columns: {
      soc: quantity({ unit: 'g/kg', min: 0, max: 600 }),
      stones: quantity({ unit: '%', min: 0, max: 100, optional: true }),
    },
    rows: [{ soc: 20 }],
    minRows: 1,
    maxRows: 2,
  }),
};
const good = { layers: [{ soc: 20 }] };

const problemsOf = (raw: Record<string, unknown>) => {
  const reading = readInputs(fields, raw);
  return reading.ok ? [] : reading.problems.map(({ path, code, value }) => [path, code, value]);
};

describe('readInputs', () => {
  it('gives the calculator the types of its fields', () => {
    expectTypeOf<InputsOf<typeof fields>>().toEqualTypeOf<{
      readonly depth: number;
      readonly note: number | null;
      readonly basis: 'a' | 'b';
      readonly layers: readonly { readonly soc: number; readonly stones: number | null }[];
    }>();
  });

  it('takes texts of a form and numbers of JSON alike', () => {
    const inputs = { depth: 12.5, note: null, basis: 'b', layers: [{ soc: 7, stones: 10 }] };
    const texts = { depth: '12,5', note: ' ', basis: 'b', layers: [{ soc: '７', stones: '10' }] };
    expect(readInputs(fields, inputs)).toEqual({ ok: true, inputs, places: { layers: [0] } });
    expect(readInputs(fields, texts)).toEqual({ ok: true, inputs, places: { layers: [0] } });
  });

  it('puts the default where a field is absent, and null where an optional one is', () => {
    expect(readInputs(fields, good)).toMatchObject({
      inputs: { depth: 30, note: null, basis: 'a', layers: [{ soc: 20, stones: null }] },
    });
  });

  it('never puts the worked example where a table is absent', () => {
    expect(problemsOf({})).toEqual([['layers', 'too-few-rows', 0]]);
    expect(problemsOf({ layers: null })).toEqual([['layers', 'too-few-rows', 0]]);
  });

  it('ignores empty rows and remembers which rows it kept', () => {
    const layers = [{}, { soc: '', stones: ' ' }, { soc: '5', stones: '' }, { soc: null }, { soc: '6' }];
    expect(readInputs(fields, { layers })).toMatchObject({
      inputs: { layers: [{ soc: 5 }, { soc: 6 }] },
      places: { layers: [2, 4] },
    });
  });

  it('reports all problems at once, with the row as it was given', () => {
    const raw = {
      depth: '',
      note: '6',
      basis: 'c',
      layers: [{ soc: '' }, { stones: 5 }, { soc: '1,234', stones: -1 }],
    };
    expect(problemsOf(raw)).toEqual([
      ['depth', 'missing', null],
      ['note', 'too-high', '6'],
      ['basis', 'not-a-choice', 'c'],
      ['layers.1.soc', 'missing', null],
      ['layers.2.soc', 'ambiguous', '1,234'],
      ['layers.2.stones', 'too-low', -1],
    ]);
  });

  it('gives the range and unit with a problem', () => {
    const reading = readInputs(fields, { ...good, depth: 0 });
    const problem = { path: 'depth', code: 'not-above', value: 0, min: 0, max: 100, unit: 'cm' };
    expect(reading).toEqual({ ok: false, problems: [problem] });
  });

  it('accepts the bounds themselves', () => {
    expect(problemsOf({ depth: 100, note: -5, layers: [{ soc: 0, stones: 100 }] })).toEqual([]);
  });

  const notNumbers = [Number.NaN, Number.POSITIVE_INFINITY, 'NaN', '∞', '1e999', true, [], [1], {}, '12 cm'];
  it.each(notNumbers.map((one) => ({ depth: one })))('never lets $depth pass for a number', ({ depth }) => {
    const found = problemsOf({ ...good, depth }).map(([path, code]) => `${path} ${code}`);
    expect(found).toEqual(['depth not-a-number']);
  });

  it('refuses names it does not know, in a row too', () => {
    const raw: unknown = JSON.parse('{"layer": 1, "__proto__": 2, "layers": [{"soc": 1, "toString": 2}]}');
    expect(problemsOf(raw as Record<string, unknown>)).toEqual([
      ['layer', 'unknown-field', 'layer'],
      ['__proto__', 'unknown-field', '__proto__'],
      ['layers.0.toString', 'unknown-field', 'toString'],
    ]);
  });

  it('refuses what is not a list of rows, and too many rows', () => {
    expect(problemsOf({ layers: 5 })).toEqual([['layers', 'not-a-table', 5]]);
    expect(problemsOf({ layers: { soc: 1 } })).toEqual([['layers', 'not-a-table', '{"soc":1}']]);
    expect(problemsOf({ layers: [{ soc: 1 }, 'x'] })).toEqual([['layers.1', 'not-a-table', 'x']]);
    expect(problemsOf({ layers: [{ soc: 1 }, { soc: 1 }, { soc: 1 }] })).toEqual([
      ['layers', 'too-many-rows', 3],
    ]);
  });

  it('quotes no more than a line of what it found', () => {
    const [[, , value] = []] = problemsOf({ ...good, depth: 'x'.repeat(1000) });
    expect(value).toHaveLength(40);
  });
});

describe('paths', () => {
  it('lead to fields and columns', () => {
    expect(splitPath('layers.2.soc')).toEqual({ name: 'layers', row: 2, column: 'soc' });
    expect(fieldAt(fields, 'depth')).toBe(fields.depth);
    expect(fieldAt(fields, 'layers')).toBe(fields.layers);
    expect(fieldAt(fields, 'layers.2.soc')).toBe(fields.layers.columns.soc);
  });

  it('lead nowhere where there is no field', () => {
    expect(fieldAt(fields, 'toString')).toBeUndefined();
    expect(fieldAt(fields, 'layers.0.toString')).toBeUndefined();
  });
});

describe('words and choices', () => {
  const wordy = {
    site: text({ maxLength: 10 }),
    note: text({ optional: true }),
    soil: optionalChoice(['sand', 'clay']),
    file: csv({ example: 'example.csv', maxLength: 20 }),
    trees: table({
      columns: {
        species: text({ maxLength: 12 }),
        part: choice(['stem', 'crown'], 'stem'),
        state: optionalChoice(['dead']),
        diameter: quantity({ unit: 'cm', min: 0, max: 500 }),
      },
      rows: [{ species: 'Picea', part: 'crown', diameter: 20 }],
      minRows: 1,
      maxRows: 3,
    }),
  };
  const given = { site: 'A1', file: 'x\n1\n', trees: [{ species: 'Picea', diameter: 12 }] };
  const found = (raw: Record<string, unknown>) => {
    const reading = readInputs(wordy, { ...given, ...raw });
    return reading.ok ? reading.inputs : reading.problems.map(({ path, code }) => `${path} ${code}`);
  };

  it('give the calculator their types', () => {
    expectTypeOf<InputsOf<typeof wordy>>().toEqualTypeOf<{
      readonly site: string;
      readonly note: string | null;
      readonly soil: 'sand' | 'clay' | null;
      readonly file: string;
      readonly trees: readonly {
        readonly species: string;
        readonly part: 'stem' | 'crown';
        readonly state: 'dead' | null;
        readonly diameter: number;
      }[];
    }>();
  });

  it('are read, in a table too, and left out are null or their first choice', () => {
    expect(found({ site: ' A1 ' })).toEqual({
      site: 'A1',
      note: null,
      soil: null,
      file: 'x\n1\n',
      trees: [{ species: 'Picea', part: 'stem', state: null, diameter: 12 }],
    });
  });

  it('may be numbers: a plot is called 12', () => {
    expect(found({ site: 12 })).toMatchObject({ site: '12' });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing where words are needed', { site: ' ', file: '' }, ['site empty', 'file empty']],
    ['too many words', { site: 'A very long name' }, ['site too-long']],
    ['a file too large', { file: 'x'.repeat(21) }, ['file too-long']],
    ['another choice', { soil: 'peat' }, ['soil not-a-choice']],
    [
      'another choice in a row',
      { trees: [{ species: 'Picea', part: 'root', diameter: 1 }] },
      ['trees.0.part not-a-choice'],
    ],
    ['no words in a row', { trees: [{ diameter: 1 }] }, ['trees.0.species empty']],
  ])('name %s', (_, raw, problems) => {
    expect(found(raw)).toEqual(problems);
  });

  it('leave a row out in which only a choice stands, at its first value', () => {
    const rows = [{ species: '', part: 'stem', state: '', diameter: '' }, ...given.trees];
    expect(readInputs(wordy, { ...given, trees: rows })).toMatchObject({ ok: true, places: { trees: [1] } });
  });
});
