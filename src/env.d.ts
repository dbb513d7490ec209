/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Sources of the page being drawn, for `<Source id="…" />` in maintainers' pages. */
    sources?: readonly import('./portal/sources.ts').NumberedSource[];
    locale?: import('./i18n/locales.ts').Locale;
  }
}
