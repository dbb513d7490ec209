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
  const written = strings.map((text, index) => text.replaceAll(/\s*\n\s*/g, '') + write(parts[index]));
  return new Markup(written.join(''));
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.markup;
  if (typeof part === 'number') return writeNumber(part);
  if (typeof part === 'string') return escapeHtml(part);
  return part.map(write).join('');
}

/** A coordinate with at most one decimal; a drawing never holds NaN or an infinite number. */
export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no coordinate`);
  return String(Number(value.toFixed(1)) + 0);
}
