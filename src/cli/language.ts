import { isLocale, type Locale, locales } from '../i18n/locales.ts';

/** The language a command speaks: as asked for, else that of the terminal (zh_CN.UTF-8), else English. */
export function languageOf(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Locale {
  if (asked !== undefined) {
    if (isLocale(asked)) return asked;
    throw new Error(`--language is one of ${locales.join(', ')}`);
  }
  const named = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  const language = named.split(/[_.@-]/)[0]?.toLowerCase() ?? '';
  return isLocale(language) ? language : 'en';
}
