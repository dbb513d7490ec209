import type { Locale } from '../../src/i18n/locales.ts';

/** A number in a text: what it was written as, and every value that writing can have. */
export interface FoundNumber {
  readonly written: string;
  readonly values: readonly number[];
}

const scales: Readonly<Record<Locale, readonly (readonly [RegExp, number])[]>> = {
  en: [
    [/^\s*thousand/, 1e3],
    [/^\s*million/, 1e6],
    [/^\s*billion/, 1e9],
  ],
  zh: [
    [/^\s*百万/, 1e6],
    [/^\s*千万/, 1e7],
    [/^\s*[多余]?万亿/, 1e12],
    [/^\s*[多余]?万/, 1e4],
    [/^\s*[多余]?亿/, 1e8],
    [/^\s*千(?!克|米|瓦|卡|公)/, 1e3],
    [/^\s*百(?!分)/, 1e2],
  ],
  es: [
    [/^\s*mil millones/, 1e9],
    [/^\s*mil\b/, 1e3],
    [/^\s*(?:de )?mill[oó]n/, 1e6],
  ],
  fr: [
    [/^\s*mille\b/, 1e3],
    [/^\s*million/, 1e6],
    [/^\s*milliard/, 1e9],
  ],
  ru: [
    [/^\s*тыс/, 1e3],
    [/^\s*млн|^\s*миллион/, 1e6],
    [/^\s*млрд|^\s*миллиард/, 1e9],
  ],
  ar: [
    [/^\s*ألف/, 1e3],
    [/^\s*مليون/, 1e6],
    [/^\s*مليار/, 1e9],
  ],
};

/** Every number of a text; citations, links and equations hold none. In a range the scale stands once: 1–2 million. */
export function numbersIn(text: string, locale: Locale): FoundNumber[] {
  const plain = (locale === 'zh' ? chineseDates(text) : text)
    .replaceAll(/\b2000s\b/g, ' ')
    .replaceAll(/\[@[^\]]*\]/g, ' ')
    .replaceAll(/\$\$[\s\S]*?\$\$/g, ' ')
    .replaceAll(/\]\([^)]*\)/g, '] ')
    .replaceAll(/`[^`]*`/g, ' ')
    .replaceAll(/\b\d{1,2}\.\d{1,2}\.\d{1,2}\b/g, ' ') // the number of an indicator or section, no figure
    .replaceAll(/https?:\/\/\S+/g, ' ');
  const scaleAt = (from: number) => {
    const after = plain
      .slice(from)
      .replace(/^\s*(?:[–—~-]|to|and|or|至|到|或|a|y|à|et)\s*\d+(?:[.,]\d+)*/, '');
    return scales[locale].find(([word]) => word.test(after))?.[1] ?? 1;
  };
  return [...plain.matchAll(/\d+(?:[.,\u00a0\u202f\u2009 ]\d+)*/g)].flatMap((match) => {
    const [written] = match;
    const scale = scaleAt(match.index + written.length);
    return partsOf(written).map((part, index, parts) => {
      const values = valuesOf(part);
      const scaled = index === parts.length - 1 && scale > 1 ? values.map((value) => value * scale) : [];
      return { written: part, values: [...scaled, ...values] };
    });
  });
}

const words =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Numbers that an English text writes as words: a hundred, one million, twenty-five. */
export function wordedNumbers(text: string): FoundNumber[] {
  const unit = (word: string) => words.indexOf(word) + 1;
  const ten = (word: string) => (tens.indexOf(word) + 2) * 10;
  const single = `${tens.join('|')}|${words.join('|')}`;
  const pattern = new RegExp(
    `\\b(?:(${single})(?:-(${words.slice(0, 9).join('|')}))?|an?|half a)(?:\\s+(hundred|thousand|million|billion))?\\b`,
    'gi',
  );
  return [...text.toLowerCase().matchAll(pattern)].flatMap(([written, first, second, scale]) => {
    if (first === undefined && scale === undefined) return [];
    const start = first === undefined ? (written.startsWith('half') ? 0.5 : 1) : unit(first) || ten(first);
    const factor = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }[scale ?? ''] ?? 1;
    return [{ written, values: [(start + (second ? unit(second) : 0)) * factor] }];
  });
}

/** Decades as 1990年代; months and centuries, which other languages write as words, left out. */
function chineseDates(text: string): string {
  return text
    .replaceAll(
      /(\d\d)\s*世纪\s*(\d0)(?:(\s*[–—~至和、-]\s*)(\d0))?\s*年代/g,
      (_, century: string, from: string, between?: string, to?: string) => {
        const before = Number(century) - 1;
        return `${before}${from}${between ?? ''}${to ? `${before}${to}` : ''}年代`;
      },
    )
    .replaceAll(/\d+\s*世纪(?:[头前初]\s*\d+\s*年)?/g, ' ')
    .replaceAll(/\d+\s*(?:[–—~至-]\s*\d+\s*)?月(?:\d+\s*日)?/g, ' ');
}

/** `1 200 300` is one number, `5 10` is two. */
function partsOf(written: string): string[] {
  const parts = written.split(/[\u00a0\u202f\u2009 ]/);
  const grouped = parts.length > 1 && parts.slice(1).every((part) => /^\d{3}([.,]\d+)?$/.test(part));
  return grouped && (parts[0]?.length ?? 0) <= 3 ? [parts.join('')] : parts;
}

function valuesOf(written: string): number[] {
  if (/^\d+$/.test(written)) return [Number(written)];
  const marks = [...written.matchAll(/[.,]/g)].map(([mark]) => mark);
  const asDecimal = marks.length === 1 ? [Number(written.replace(',', '.'))] : [];
  const groups = written.split(/[.,]/);
  const grouped = groups.slice(1).every((group) => group.length === 3) && (groups[0]?.length ?? 0) <= 3;
  const last = marks.at(-1) ?? '';
  const other = marks.slice(0, -1).every((mark) => mark !== last);
  const both =
    marks.length > 1 && other
      ? [Number(`${written.slice(0, written.lastIndexOf(last)).replaceAll(/[.,]/g, '')}.${groups.at(-1)}`)]
      : [];
  return [...asDecimal, ...(grouped ? [Number(groups.join(''))] : []), ...both];
}

/** Numbers below ten are often written as words, so that they cannot be compared. */
export const telling = ({ written, values }: FoundNumber): boolean =>
  /[.,]/.test(written) || values.some((value) => value >= 10);

export function same(a: FoundNumber, b: FoundNumber): boolean {
  return a.values.some((one) =>
    b.values.some((other) => Math.abs(one - other) <= 1e-9 * Math.max(one, other)),
  );
}
