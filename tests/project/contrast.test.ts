import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Contrast of every pair of tokens that meet on a page, in both schemes, as WCAG 2.2 computes it. */
const css = readFileSync('src/styles/tokens.css', 'utf8');
const dark = css.slice(css.indexOf('prefers-color-scheme: dark'));
const light = css.slice(0, css.indexOf('prefers-color-scheme: dark'));
const tokens = (text: string) =>
  new Map(
    [...text.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', colour = '']) => [
      name,
      colour,
    ]),
  );
const schemes = { light: tokens(light), dark: new Map([...tokens(light), ...tokens(dark)]) };

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['paper', 'sheet', 'wash'];
const words = ['ink', 'ink-2', 'green', 'brown', 'blue', 'red'];
const ecosystems = ['forest', 'savanna', 'steppe', 'alpine', 'farm', 'wetland', 'coast'].map(
  (name) => `eco-${name}`,
);
const pairs: [string, string, number][] = [
  ...words.flatMap((word) => grounds.map((ground): [string, string, number] => [word, ground, 4.5])),
  ...grounds.map((ground): [string, string, number] => ['edge', ground, 3]),
  ...ecosystems.flatMap((eco) =>
    ['paper', 'sheet', 'land'].map((ground): [string, string, number] => [eco, ground, 3]),
  ),
  ...['paper', 'sheet'].map((ground): [string, string, number] => ['brown-mark', ground, 3]),
  ['paper', 'green', 4.5],
];

describe.each(['light', 'dark'] as const)('contrast in the %s', (scheme) => {
  it.each(pairs)('%s on %s is at least %d', (front, ground, least) => {
    const colour = (name: string) => {
      const found = schemes[scheme].get(name);
      if (!found) throw new Error(`--${name} is not a colour token`);
      return found;
    };
    expect(contrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(least);
  });
});
