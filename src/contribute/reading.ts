import { readNumber } from '../calculators/number.ts';

/** What a typed number was understood as; where it can mean two, both. */
export type NumberAnswer =
  | { readonly kind: 'plain' | 'none' | 'unclear' }
  | { readonly kind: 'read'; readonly value: number }
  | { readonly kind: 'either'; readonly values: readonly [number, number] };

/** `12,000` is twelve thousand to some and twelve to others; everything else has one meaning or none. */
export function answerNumber(text: string): NumberAnswer {
  const typed = text.trim();
  if (typed === '') return { kind: 'none' };
  const reading = readNumber(typed);
  if (reading.ok)
    return String(reading.value) === typed ? { kind: 'plain' } : { kind: 'read', value: reading.value };
  if (reading.code !== 'ambiguous') return { kind: 'unclear' };
  const [, whole = '', part = ''] = /(-?\d{1,3})\D(\d{3})$/.exec(typed.normalize('NFKC')) ?? [];
  const grouped = Number(`${whole}${part}`);
  const decimal = Number(`${whole}.${part}`);
  return Number.isFinite(grouped) && whole !== ''
    ? { kind: 'either', values: [grouped, decimal] }
    : { kind: 'unclear' };
}

/** The number a text stands for, or the text itself, so that the check can say what is wrong with it. */
export function numberOf(text: string): number | string {
  const reading = readNumber(text.trim());
  return reading.ok ? reading.value : text.trim();
}

const about =
  /^(?:~|≈|about|approx(?:imately|\.)?|ca?\.?|circa|around|约|大约|vers|env(?:iron|\.)?|hacia|около|ок\.|حوالي|نحو)\s*/iu;

/** A date as EDTF: full-width digits, slashes and words for "about" understood. */
export function dateOf(text: string, approximate: boolean): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .trim();
  const isAbout = about.test(plain) || /(?:~|\?|左右|前后)$/u.test(plain);
  const bare = plain.replace(about, '').replace(/\s*(?:~|\?|左右|前后)$/u, '');
  const [, year, month, day] =
    /^(\d{4})(?:\s*(?:[-/.]|年)\s*(\d{1,2})(?:\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?|\s*月)?|\s*年)?$/u.exec(
      bare,
    ) ?? [];
  if (year === undefined) return text.trim();
  const parts = [year, month, day].flatMap((part) =>
    part === undefined ? [] : part.padStart(part === year ? 4 : 2, '0'),
  );
  return parts.join('-') + (isAbout && approximate ? '~' : '');
}
