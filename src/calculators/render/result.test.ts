import { describe, expect, it } from 'vitest';
import { choice, quantity } from '../fields.ts';
import { headlineOf } from '../headline.ts';
import { figure, rows } from '../output.ts';
import { sampleCalculator } from '../sample-calculator.ts';
import type { Words } from '../say.ts';
import { headlineText, renderResult } from './result.ts';
import { renderTables } from './tables.ts';

const calculator = await sampleCalculator(
  {
    area: quantity({ unit: 'har', symbol: 'ha', min: 0, max: 1e9, default: 2 }),
    kind: choice(['wet', 'dry'], 'wet'),
  },
  {
    change: figure({ unit: 't/har', symbol: 't C/ha', signed: true }),
    years: rows({ year: figure({ unit: '1', digits: 4 }), stock: figure({ unit: 't' }) }),
  },
  {
    warnings: ['large'],
    run: ({ area }) => ({
      outputs: {
        change: area === 0 ? { value: null } : { value: area * 1000.06, low: -1, high: 12345.6, level: 0.95 },
        years: [
          { year: 2020, stock: -0.5 },
          { year: 2021, stock: null },
        ],
      },
      warnings: area > 100 ? [{ code: 'large', path: 'area', value: area }] : [],
    }),
  },
);

const words: Words = {
  locale: 'en',
  own: {
    'output.change.label': 'Change of <b>CO2</b>',
    'output.years.label': 'Years',
    'output.years.year.label': 'Year',
    'output.years.stock.label': 'Stock',
    'field.area.label': 'Area',
    'choice.kind.wet': 'wet & warm',
    'choice.kind.dry': 'dry',
    'warning.large': '{field} is {value}{unit}.',
    sentence: 'On {area} ha, {kind}: {change}.',
    headline: '{output}: {value}{unit}',
    interval: '{level}% {low} to {high}{unit}',
    'heading.tables': 'Tables',
    'unit.choose': 'Unit of {field}',
    'heading.warnings': 'Please check',
  },
  english: {},
};

const page = { calculator, words, units: {}, width: null };

function render(inputs: object): string {
  const computation = calculator.compute({ ...inputs });
  if (!computation.ok) throw new Error('wrong inputs');
  return renderResult(page, computation);
}

describe('renderResult', () => {
  it('shows name, number with sign, unit and interval of the headline', () => {
    const html = render({});
    expect(html).toContain('<p class="result-name">Change of &lt;b&gt;CO<sub>2</sub>&lt;/b&gt;</p>');
    expect(html).toContain('<span class="number">+2000</span></output>\u202f<bdi class="unit">t C/ha</bdi>');
    expect(html).toContain('<p class="interval">95% \u22121 to +12\u202f300\u202ft C/ha</p>');
  });

  it('fills the sentence with inputs, chosen words and figures', () => {
    expect(render({})).toContain('<p class="sentence">On 2 ha, wet &amp; warm: +2000.</p>');
  });

  it('adds the clauses of the sentence that hold, and says limits', () => {
    const own = {
      ...words.own,
      'sentence.kind.dry': 'Dry: {change}.',
      'sentence.range': 'From {changeLow} to {changeHigh}.',
      'sentence.no-range': 'No interval.',
      'sentence.if.change': 'There is a change.',
    };
    const sentence = (inputs: object) => {
      const computation = calculator.compute({ ...inputs });
      if (!computation.ok) throw new Error('wrong inputs');
      const html = renderResult({ ...page, words: { ...words, own } }, computation);
      return /<p class="sentence">(.*?)<\/p>/.exec(html)?.[1];
    };
    expect(sentence({})).toBe(
      'On 2 ha, wet &amp; warm: +2000. From \u22121 to +12\u202f300. There is a change.',
    );
    expect(sentence({ kind: 'dry', area: 0 })).toBe('Dry: –. No interval.');
  });

  it('marks the clauses of another language together', () => {
    const english = { ...words.own, 'sentence.range': 'From {changeLow} to {changeHigh}.' };
    const computation = calculator.compute({});
    if (!computation.ok) throw new Error('wrong inputs');
    const html = renderResult({ ...page, words: { locale: 'ar', own: {}, english } }, computation);
    expect(html).toContain(
      '<p class="sentence"><span lang="en" dir="ltr">On 2 ha, wet &amp; warm: +2000. From \u22121 to +12\u202f300.</span></p>',
    );
  });

  it('shows another figure first where a choice asks for it', () => {
    const asked = { field: 'kind', by: { dry: 'other' } };
    const other = figure({ unit: 'ha', symbol: 'ha' });
    const changed = { ...calculator, headline: asked, outputs: { ...calculator.outputs, other } };
    expect(headlineOf(changed, { kind: 'wet' })[0]).toBe('change');
    expect(headlineOf(changed, { kind: 'dry' })).toEqual(['other', other]);
  });

  it('shows a value that is not defined as a dash, never as 0', () => {
    expect(render({ area: 0 })).toContain('<span class="number">–</span>');
    const computation = calculator.compute({});
    if (!computation.ok) throw new Error('wrong inputs');
    expect(renderTables(page, computation)).toContain(
      '<td>2020</td><td>\u22120.5</td></tr><tr><td>2021</td><td>–</td>',
    );
  });

  it('shows warnings only where there are some', () => {
    expect(render({})).not.toContain('warnings');
    expect(render({ area: 12_345 })).toContain('<li>Area is 12\u202f345\u202fha.</li>');
  });
});

describe('units', () => {
  it('are offered where a script answers, and numbers and interval follow', () => {
    const computation = calculator.compute({});
    if (!computation.ok) throw new Error('wrong inputs');
    const html = renderResult({ ...page, width: 600, units: { '=change': 'kg/m2' } }, computation);
    expect(html).toContain(
      '<select class="unit" data-unit="=change" aria-label="Unit of Change of &lt;b&gt;CO2&lt;/b&gt;">',
    );
    expect(html).toContain('<option value="kg/m2" selected>kg C/m²</option>');
    expect(html).toContain('<span class="number">+200</span>');
    expect(html).toContain('95% \u22120.1 to +1230\u202fkg C/m²');
  });
});

describe('headlineText', () => {
  it('says name, number and unit', () => {
    const computation = calculator.compute({});
    if (!computation.ok) throw new Error('wrong inputs');
    expect(headlineText(page, computation)).toBe('Change of <b>CO2</b>: +2000\u202ft C/ha');
  });
});
