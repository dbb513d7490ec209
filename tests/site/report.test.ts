import { describe, expect, it } from 'vitest';
import { attribute, readPages, textOf } from './pages.ts';

const pages = readPages().filter(({ html }) => html.includes('id="report-'));

describe('links that report a problem with a figure', () => {
  it('stand at every figure and every outcome', () => {
    expect(pages.length).toBeGreaterThan(0);
    for (const { address, elements } of pages) {
      const ids = new Set(elements.map((element) => attribute(element, 'id')));
      const figures = elements
        .filter((element) => /^(figure|outcome)-/.test(attribute(element, 'id') ?? ''))
        .filter(({ tagName }) => tagName === 'figure' || tagName === 'tbody');
      expect(figures.length, address).toBeGreaterThan(0);
      for (const figure of figures)
        expect(ids.has(`report-${attribute(figure, 'id')}`), `${address}#${attribute(figure, 'id')}`).toBe(
          true,
        );
    }
  });

  it('have names of their own', () => {
    for (const { address, elements } of pages) {
      const words = new Map(elements.map((element) => [attribute(element, 'id'), element]));
      const names = elements
        .filter((element) => attribute(element, 'id')?.startsWith('report-'))
        .map((element) =>
          (attribute(element, 'aria-labelledby') ?? '')
            .split(' ')
            .map((id) => textOf(words.get(id) ?? element).trim())
            .join(' '),
        );
      expect(new Set(names).size, address).toBe(names.length);
    }
  });
});
