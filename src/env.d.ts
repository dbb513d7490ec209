/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Sources of the page being drawn, for `<Source id="…" />` in maintainers' pages. */
    sources?: readonly import('./portal/sources.ts').NumberedSource[];
    locale?: import('./i18n/locales.ts').Locale;
    /** Language of the text itself, where it is not there in the reader's. */
    textLocale?: import('./i18n/locales.ts').Locale;
  }
}
