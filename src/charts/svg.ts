import { escapeHtml } from '../i18n/typeset.ts';

/** SVG text that may stand inside other SVG text as it is. Only `svg` makes it. */
export class Markup {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Part = Markup | string | number | false | undefined | readonly Part[];

/** Template tag for SVG: every string put into it is escaped, every number rounded, line breaks dropped. */
export function svg(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const texts = textsOf(strings);
  let written = texts[0] ?? '';
  for (let index = 0; index < parts.length; index += 1)
    written += write(parts[index]) + (texts[index + 1] ?? '');
  return new Markup(written);
}

/** The texts of a template without line breaks: each template is cleaned once, since it is the same object again. */
const cleaned = new WeakMap<TemplateStringsArray, readonly string[]>();

function textsOf(strings: TemplateStringsArray): readonly string[] {
  const known = cleaned.get(strings);
  if (known) return known;
  const texts = strings.map((text) => text.replaceAll(/\s*\n\s*/g, ''));
  cleaned.set(strings, texts);
  return texts;
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.markup;
  if (typeof part === 'number') return writeNumber(part);
  if (typeof part === 'string') return escapeHtml(part);
  let written = '';
  for (const each of part) written += write(each);
  return written;
}

/** A coordinate with at most one decimal; a drawing never holds NaN or an infinite number. */
export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no coordinate`);
  if (Number.isInteger(value)) return String(value);
  const tenths = Math.abs(value) * 10;
  const down = Math.floor(tenths);
  // Halfway between two tenths the nearest is only known from the digits.
  if (Math.abs(tenths - down - 0.5) < 1e-6 || tenths > 1e9) return String(Number(value.toFixed(1)) + 0);
  const whole = tenths - down < 0.5 ? down : down + 1;
  return String((value < 0 && whole > 0 ? -whole : whole) / 10);
}
