import type { Locale } from '../i18n/locales.ts';
import { typeset } from '../i18n/typeset.ts';
import { vocabularies } from '../schemas/vocabulary.ts';

/** A UCUM unit as it is printed, with its substance after the first mass: t C ha⁻¹ yr⁻¹. HTML. */
export function printedUnit(code: string, substance: string | undefined, locale: Locale): string {
  return typeset(unitWords(code, substance, locale));
}

/** The same as words, before exponents and subscripts are set: t C ha^-1 yr^-1. */
export function unitWords(code: string, substance: string | undefined, locale: Locale): string {
  const entry = vocabularies.units.entries[code];
  if (code === '1') return '';
  const symbol = entry?.symbol ?? code;
  const [first = '', ...rest] = symbol.split(' ');
  const named = substance === 'dry-matter' ? dryMatter[locale] : substance;
  return [first, ...(named && code !== '%' ? [named] : []), ...rest].join(' ');
}

const dryMatter: Readonly<Record<Locale, string>> = {
  en: 'dry matter',
  zh: '干物质',
  es: 'materia seca',
  fr: 'matière sèche',
  ru: 'сухой массы',
  ar: 'مادة جافة',
};
