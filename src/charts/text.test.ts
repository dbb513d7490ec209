import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartText, textLine } from './text.ts';
import { textWidth, wrap } from './wrap.ts';

describe('wrap', () => {
  it('breaks at spaces and loses no word', () => {
    const text = 'Total carbon stock after 10 years of exclosure, against open grazing land';
    const lines = wrap(text, 200, 14, true);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(text);
  });

  it('breaks Chinese between characters and starts no line with a closing mark', () => {
    const lines = wrap('八十年后安塞土壤有机碳含量，与同一地点的农田比较。', 98, 14);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('八十年后安塞土壤有机碳含量，与同一地点的农田比较。');
    for (const line of lines) expect(line).not.toMatch(/^[，。]/);
  });

  it('cuts a word longer than the line', () => {
    const lines = wrap('Landschaftsentwicklungsmaßnahmen', 90, 14);
    expect(lines.join('')).toBe('Landschaftsentwicklungsmaßnahmen');
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(90);
  });

  it('keeps every line within the width, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 60, max: 400 }), (text, width) => {
        for (const line of wrap(text, width, 14)) {
          expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
        }
        expect(wrap(text, width, 14).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('gives no line for no words', () => {
    expect(wrap('  ', 100, 14)).toEqual([]);
  });
});

describe('words in drawings', () => {
  it('set exponents and subscripts as characters', () => {
    expect(chartText('t CO2e ha-1 yr-1')).toBe('t CO₂e ha⁻¹ yr⁻¹');
    expect(chartText('16,000 km^2 at 10^-3')).toBe('16,000 km² at 10⁻³');
    expect(chartText('CH4 and N2O')).toBe('CH₄ and N₂O');
    expect(chartText('Class 2-1 of T4.5')).toBe('Class 2-1 of T4.5');
  });

  it('keep the order of a right-to-left script', () => {
    const place = { x: 0, y: 0, className: 'name' };
    expect(textLine('أرض (3)', place).markup).toContain('>\u2067أرض (3)\u2069<');
    expect(textLine('Land (3)', place).markup).toContain('>Land (3)<');
  });
});
