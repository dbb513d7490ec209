import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';

/** The words that `portal-filters` fills in, as attributes: the script itself carries no language. */
export function filterWords(locale: Locale): Readonly<Record<string, string>> {
  const t = translator(locale);
  return {
    'data-shown': t('list.shown'),
    'data-none': t('list.none'),
    'data-failed': t('list.failed'),
    'data-remove': t('list.remove'),
    'data-remove-filter': t('list.remove.filter'),
  };
}
