import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame } from './frame.ts';
import { svg, writeNumber } from './svg.ts';

describe('the svg tag', () => {
  it('escapes words in text and in attributes, but not markup of its own', () => {
    const inner = svg`<title>${'<script>alert("1") & \'2\'</script>'}</title>`;
    expect(svg`<g class="${'" onload="x'}">${inner}</g>`.markup).toBe(
      '<g class="&quot; onload=&quot;x"><title>&lt;script&gt;alert(&quot;1&quot;) &amp; &#39;2&#39;&lt;/script&gt;</title></g>',
    );
  });

  it('drops what is not there and joins lists', () => {
    expect(svg`<g>${undefined}${false}${[svg`<a/>`, svg`<b/>`]}</g>`.markup).toBe('<g><a/><b/></g>');
  });

  it('drops line breaks with the space around them', () => {
    expect(
      svg`<g>
      <a/>
    </g>`.markup,
    ).toBe('<g><a/></g>');
  });

  it('rounds to one decimal and never writes a negative zero', () => {
    expect([1.04, 1.05, -0.04, 20, 0.1 + 0.2].map(writeNumber)).toEqual(['1', '1.1', '0', '20', '0.3']);
  });

  it('rounds as the digits say, halves too', () => {
    const written = (value: number) => String(Number(value.toFixed(1)) + 0);
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const half = fc.integer({ min: -1e5, max: 1e5 }).map((twentieths) => twentieths / 20);
    fc.assert(fc.property(fc.oneof(number, half), (value) => writeNumber(value) === written(value)));
  });

  it('refuses what is no coordinate', () => {
    expect(() => svg`<path d="M${Number.NaN} 0"/>`).toThrow(/NaN is no coordinate/);
    expect(() => writeNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('the frame', () => {
  const box = { width: 100.2, height: 50, kind: 'change' } as const;

  it('names the drawing by its title and description', () => {
    const drawing = frame({ id: 'a', title: 'T & t', description: 'D' }, box, svg`<g/>`);
    expect(drawing).toMatchObject({ width: 101, height: 50 });
    expect(drawing.svg).toContain('role="img" direction="ltr" aria-labelledby="a-title a-desc"');
    expect(drawing.svg).toContain('<title id="a-title">T &amp; t</title><desc id="a-desc">D</desc>');
  });

  it('has no description when there is none', () => {
    const { svg: text } = frame({ id: 'a', title: 'T' }, box, svg`<g/>`);
    expect(text).toContain('aria-labelledby="a-title"');
    expect(text).not.toContain('<desc');
  });

  it('refuses an id that would be two', () => {
    expect(() => frame({ id: 'a b', title: 'T' }, box, svg``)).toThrow(/cannot be part of an id/);
  });
});
