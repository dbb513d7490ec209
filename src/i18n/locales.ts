/** The languages of the portal, in the order in which they are offered. English has no prefix in addresses. */
export const locales = ['en', 'zh', 'es', 'fr', 'ru', 'ar'] as const;
export type Locale = (typeof locales)[number];

export const sourceLocale: Locale = 'en';

interface LocaleFacts {
  /** BCP 47 tag for the `lang` attribute and for `Intl`. */
  readonly tag: string;
  /** The language's own name. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Tag handed to `Intl`: digits stay European in every language, as in the sources. */
  readonly format: string;
}

export const localeFacts: Readonly<Record<Locale, LocaleFacts>> = {
  en: { tag: 'en', name: 'English', direction: 'ltr', format: 'en-GB' },
  zh: { tag: 'zh-Hans', name: '简体中文', direction: 'ltr', format: 'zh-Hans' },
  es: { tag: 'es', name: 'Español', direction: 'ltr', format: 'es' },
  fr: { tag: 'fr', name: 'Français', direction: 'ltr', format: 'fr' },
  ru: { tag: 'ru', name: 'Русский', direction: 'ltr', format: 'ru' },
  ar: { tag: 'ar', name: 'العربية', direction: 'rtl', format: 'ar-u-nu-latn' },
};

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** The languages of a list such as `en,zh`; all where there is none. */
export function localesNamed(list: string | undefined): readonly Locale[] {
  return list ? list.split(',').filter(isLocale) : locales;
}

/** Words together with the language they are in: a page may have to show English inside another language. */
export interface Text {
  readonly text: string;
  readonly lang: Locale;
}
