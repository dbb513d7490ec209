import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeChart } from './change.ts';
import { lightColours, standalone } from './standalone.ts';

const drawing = changeChart(
  [
    { label: 'Carbon <in> soil', value: 4, printed: '+4', modelled: true },
    { label: 'Cover', value: -1, printed: '−1', whisker: { low: -2, high: 1, kind: 'interval' } },
  ],
  { id: 'figure', title: 'Change', description: 'What changed.' },
  { width: 680, unit: '%', format: String },
);
const file = standalone(drawing, {
  title: 'A < B',
  says: 'Says.',
  citation: 'Cited & dated.',
  tag: 'en',
  direction: 'ltr',
});

describe('a drawing in a file of its own', () => {
  it('has the colours of the light theme', () => {
    const css = readFileSync('src/styles/tokens.css', 'utf8').split('@media')[0] ?? '';
    for (const [name, colour] of Object.entries(lightColours)) expect(css).toContain(`--${name}: ${colour};`);
  });

  it('paints every mark, names itself and escapes its words', () => {
    expect(file).not.toContain('class=');
    expect(file).toContain('aria-labelledby="figure-title figure-desc"');
    expect(file).toContain('A &lt; B');
    expect(file).toContain('Cited &amp; dated.');
    expect(file).toContain(`fill="${lightColours['blue-t']}" stroke="${lightColours.blue}"`);
    expect(file).toContain(`stroke="${lightColours.ink}" stroke-width="2"`);
    const shapes = [...file.matchAll(/<(?:path|rect|circle)[^>]*>/g)].map(([tag]) => tag);
    expect(shapes.length).toBeGreaterThan(5);
    for (const shape of shapes) expect(shape).toMatch(/(?:fill|stroke)="/);
  });
});
