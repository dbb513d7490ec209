import { unitWords as wordsOfUnit } from '../compare/figure.ts';
import type { Locale } from '../i18n/locales.ts';
import { typeset } from '../i18n/typeset.ts';
import { vocabularies } from '../schemas/vocabulary.ts';

/** A UCUM unit as it is printed, with its substance after the first mass: t C ha⁻¹ yr⁻¹. HTML. */
export function printedUnit(code: string, substance: string | undefined, locale: Locale): string {
  return typeset(unitWords(code, substance, locale));
}

/** The same as words, before exponents and subscripts are set: t C ha^-1 yr^-1. */
export function unitWords(code: string, substance: string | undefined, locale: Locale): string {
  return wordsOfUnit(code, vocabularies.units.entries[code]?.symbol ?? code, substance, locale);
}
