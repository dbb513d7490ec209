import { type Locale, localeFacts, localesNamed, sourceLocale } from '../i18n/locales.ts';

/** Where the site stands and which languages it is built in; set by environment variables at build time. */
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

export const siteOrigin = (import.meta.env.SITE ?? 'http://localhost:4321').replace(/\/$/, '');

/** `LOCALES=en,zh` builds fewer languages, for benchmarks and quick looks. */
export const activeLocales = localesNamed(process.env['LOCALES']);

/** Address of a page in a language: `path` begins and ends with a slash. */
export function href(locale: Locale, path: string): string {
  return locale === sourceLocale ? `${base}${path}` : `${base}/${locale}${path}`;
}

/** Address of something that is the same in every language: an API file, a picture, the icon. */
export function asset(path: string): string {
  return `${base}${path}`;
}

export function absolute(address: string): string {
  return siteOrigin + address;
}

/** The same page in every language, for `hreflang` and the language list. */
export function alternates(path: string): { locale: Locale; tag: string; href: string }[] {
  return activeLocales.map((locale) => ({ locale, tag: localeFacts[locale].tag, href: href(locale, path) }));
}

/** Language and territory, the only form the Open Graph protocol knows. */
export function openGraphLocale(locale: Locale): string {
  return { en: 'en_GB', zh: 'zh_CN', es: 'es_ES', fr: 'fr_FR', ru: 'ru_RU', ar: 'ar_AR' }[locale];
}

/** The `[...locale]` part of an address: English has none. */
export function localeParam(locale: Locale): string | undefined {
  return locale === sourceLocale ? undefined : locale;
}

/** `getStaticPaths` of a page that stands once in every language. */
export function localePaths() {
  return activeLocales.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }));
}
