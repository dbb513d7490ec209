export type NumberReading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly code: 'not-a-number' | 'ambiguous' };

/** Point or comma as the decimal mark, no thousands separators. */
const plain = /^(?:\d+[.,]?\d*|[.,]\d+)$/;
/** Groups of three held apart by one and the same mark, then perhaps a decimal part behind the other mark. */
const grouped = /^[1-9]\d{0,2}(?:([ .,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;
/** `1,234`: one thousand and more to an English reader, one and a little to a French one. */
const twoReadings = /^[1-9]\d{0,2},\d{3}$/;

/**
 * Reads a number as it is typed in any of the portal's languages: decimal point or comma; full-width and
 * Arabic digits; thin, no-break or plain spaces between thousands; a real minus; an exponent. What could
 * mean two numbers is refused rather than guessed.
 */
export function readNumber(text: string): NumberReading {
  const parts = /^([+-]?)(.*?)(?:[eE]([+-]?\d{1,4}))?$/.exec(normalise(text));
  const [, sign = '', body = '', exponent = '0'] = parts ?? [];
  if (twoReadings.test(body)) return { ok: false, code: 'ambiguous' };
  const digits = readDigits(body);
  const value = digits === null ? Number.NaN : Number(`${sign}${digits}e${exponent}`);
  return Number.isFinite(value) ? { ok: true, value: value + 0 } : { ok: false, code: 'not-a-number' };
}

/** The digits with a decimal point and nothing else; null where it is not a number. */
function readDigits(body: string): string | null {
  if (plain.test(body)) return body.replace(',', '.');
  const separator = grouped.exec(body)?.[1];
  return separator === undefined ? null : body.replaceAll(separator, '').replace(',', '.');
}

/** ASCII digits and marks; thousands held apart by plain spaces. Not NFKC, which would read 10² as 102. */
function normalise(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/[\u00a0\u2009\u202f\u3000٬]/g, ' ')
    .replaceAll(/[٫。]/g, '.')
    .replaceAll(/[−–]/g, '-')
    .trim();
}
