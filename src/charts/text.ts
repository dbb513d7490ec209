import { type Markup, svg } from './svg.ts';

/** Sizes in drawing units of the three kinds of words; the same numbers stand in chart.css. */
export interface TypeSizes {
  readonly label: number;
  readonly name: number;
  readonly tick: number;
}

/** Narrower drawings are shown at their own size or smaller, so their words are drawn larger. */
export function typeSizes(width: number): TypeSizes {
  return isNarrow(width) ? { label: 15, name: 14.5, tick: 14 } : { label: 14, name: 13, tick: 12.5 };
}

export function isNarrow(width: number): boolean {
  return width < 480;
}

const lineHeight = 1.28;

export function leading(size: number): number {
  return Math.round(size * lineHeight);
}

const raised: Readonly<Record<string, string>> = {
  '-': '⁻',
  '−': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};
const lowered: Readonly<Record<string, string>> = { '2': '₂', '3': '₃', '4': '₄' };
const raise = (text: string) => [...text].map((character) => raised[character] ?? character).join('');

/** Plain words with the subscripts and exponents of `typeset`, as characters: SVG text has no sub and sup. */
export function chartText(text: string): string {
  return text
    .replaceAll(
      /\b(CO|CH|N|NO|O|SO)([234])(?=O?\b|e\b)/g,
      (_, symbol: string, digit: string) => symbol + (lowered[digit] ?? digit),
    )
    .replaceAll(
      /\b(ha|yr|m|cm|kg|g|a|d|h|s|L)\^?([-−][1-4])\b/g,
      (_, unit: string, power: string) => unit + raise(power),
    )
    .replaceAll(/\^([-−]?\d+)/g, (_, power: string) => raise(power));
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Words of a right-to-left script keep their own order inside a drawing that runs left to right. */
export function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2067${text}\u2069` : text;
}

export interface TextPlace {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly className: string;
  readonly anchor?: 'middle' | 'end';
}

/** One line of words. */
export function textLine(text: string, { x, y, className, anchor }: TextPlace): Markup {
  return svg`<text x="${x}" y="${y}" class="${className}"${anchor && svg` text-anchor="${anchor}"`}>${isolate(text)}</text>`;
}

/** Several lines of words, `step` apart, the first with its baseline at `y`. */
export function textLines(lines: readonly string[], step: number, place: TextPlace): Markup {
  return svg`${lines.map((line, index) => textLine(line, { ...place, y: place.y + index * step }))}`;
}
