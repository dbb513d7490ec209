import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTexts, fromAddress, hasAddress, toAddress } from './address.ts';
import { choice, csv, type Inputs, optionalChoice, quantity, readInputs, table, text } from './fields.ts';

const number = { unit: '1', min: -1e300, max: 1e300 } as const;
const fields = {
  depth: quantity({ ...number, default: 30 }),
  note: quantity({ ...number, optional: true, default: 5 }),
  basis: choice(['first', 'second-one'], 'first'),
  layers: table({
    columns: {
      a: quantity(number),
      b: quantity({ ...number, optional: true }),
      c: quantity({ ...number, optional: true }),
    },
    rows: [{ a: 1, b: 2 }, { a: 3 }],
    minRows: 1,
    maxRows: 5,
  }),
};
const calculator = { fields };

/** The inputs that an address stands for, read as the page reads it. */
const read = (search: string) => readInputs(fields, fromAddress(calculator, new URLSearchParams(search)));

const value = fc.double({ min: -1e300, max: 1e300, noNaN: true }).map((one) => one + 0);
const maybe = fc.option(value);
const anyInputs: fc.Arbitrary<Inputs> = fc.record({
  depth: value,
  note: maybe,
  basis: fc.constantFrom('first', 'second-one'),
  layers: fc.array(fc.record({ a: value, b: maybe, c: maybe }), { minLength: 1, maxLength: 5 }),
});

describe('address', () => {
  it('is empty for the worked example', () => {
    const example = read('');
    expect(example.ok && toAddress(calculator, example.inputs).toString()).toBe('');
  });

  it('holds only what differs, in a form that stays readable', () => {
    const example = read('');
    if (!example.ok) throw new Error('the example is wrong');
    const inputs = {
      ...example.inputs,
      note: null,
      layers: [
        { a: 1.5, b: null, c: -2 },
        { a: 7, b: null, c: null },
      ],
    };
    expect(toAddress(calculator, inputs).toString()).toBe('note=&layers=1.5__-2*7');
  });

  it('brings back the same inputs', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const reading = read(toAddress(calculator, inputs).toString());
        expect(reading.ok && reading.inputs).toEqual(inputs);
      }),
    );
  });

  it('reads the names of a form sent without a script', () => {
    const search = 'depth=20&note=&basis=second-one&layers.0.a=1&layers.0.b=&layers.0.c=9&layers.1.a=2';
    expect(read(search)).toMatchObject({
      inputs: { depth: 20, note: null, basis: 'second-one', layers: [{ a: 1, b: null, c: 9 }, { a: 2 }] },
    });
  });

  it('keeps what was typed wrong, so that it can be explained', () => {
    expect(fromAddress(calculator, new URLSearchParams('depth=abc&layers=x_y'))).toMatchObject({
      depth: 'abc',
      layers: [{ a: 'x', b: 'y', c: '' }],
    });
  });

  it('chooses the default for a choice that is not offered', () => {
    expect(fromAddress(calculator, new URLSearchParams('basis=third'))).toMatchObject({ basis: 'first' });
  });

  it('stops at one row too many', () => {
    expect(
      fromAddress(calculator, new URLSearchParams(`layers=${'1*'.repeat(1000)}1`))['layers'],
    ).toHaveLength(6);
    expect(read(`layers=${'1*'.repeat(1000)}1`)).toMatchObject({ problems: [{ code: 'too-many-rows' }] });
  });

  it('knows its own names', () => {
    expect(hasAddress(calculator, new URLSearchParams('utm=1&toString=2'))).toBe(false);
    expect(hasAddress(calculator, new URLSearchParams('layers.0.a=1'))).toBe(true);
    expect(hasAddress(calculator, new URLSearchParams('depth='))).toBe(true);
  });

  it('gives the worked example as the form shows it', () => {
    expect(defaultTexts(fields)).toEqual({
      depth: '30',
      note: '5',
      basis: 'first',
      layers: [
        { a: '1', b: '2', c: '' },
        { a: '3', b: '', c: '' },
      ],
    });
  });
});

describe('words in an address', () => {
  const wordy = {
    soil: optionalChoice(['sand', 'clay']),
    file: csv({ example: 'example.csv' }),
    trees: table({
      columns: { species: text(), diameter: quantity(number), part: choice(['stem', 'crown'], 'stem') },
      rows: [{ species: 'Picea', diameter: 20 }],
      minRows: 1,
      maxRows: 5,
    }),
  };
  const words = fc.string({ minLength: 1, maxLength: 30 }).map((one) => `x${one.trim()}`);
  const anyWords = fc.record({
    soil: fc.option(fc.constantFrom('sand', 'clay')),
    trees: fc.array(fc.record({ species: words, diameter: value, part: fc.constantFrom('stem', 'crown') }), {
      minLength: 1,
      maxLength: 5,
    }),
  });

  it('come back as they were, marks of rows and cells among them', () => {
    fc.assert(
      fc.property(anyWords, (inputs) => {
        const search = toAddress({ fields: wordy }, { ...inputs, file: 'x' }).toString();
        const texts = fromAddress({ fields: wordy }, new URLSearchParams(search));
        const reading = readInputs(wordy, { ...texts, file: 'x' });
        expect(reading.ok && reading.inputs).toEqual({ ...inputs, file: 'x' });
      }),
    );
    expect(
      toAddress({ fields: wordy }, { trees: [{ species: 'A_b*%', diameter: 1, part: 'stem' }] }).get('trees'),
    ).toBe('A%5fb%2a%25_1_stem');
  });

  it('never hold a file', () => {
    expect(toAddress({ fields: wordy }, { file: 'x'.repeat(99), soil: null }).has('file')).toBe(false);
  });

  it('begin with the text of the example file', () => {
    expect(defaultTexts(wordy, (name) => `text of ${name}`)['file']).toBe('text of example.csv');
  });
});
