import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { escapeHtml } from '../i18n/typeset.ts';
import type { Context } from '../prose/sections.ts';
import { glossaryFor } from './glossary.ts';
import type { Library } from './library.ts';
import { activeLocales, href } from './site.ts';
import type { NumberedSource } from './sources.ts';

/** What a text needs of the page it stands on: citation marks, glossary terms, addresses. */
export function markContext(
  library: Library,
  sources: readonly NumberedSource[],
  textLocale: Locale,
  locale: Locale,
): Omit<Context, 'headings'> {
  const glossary = glossaryFor(library, textLocale);
  const t = translator(locale);
  return {
    terms: glossary.finder,
    cite: (keys) => citationMark(keys, sources, locale),
    term: (id, words) => {
      const definition = glossary.definition(id);
      if (definition === undefined) return words;
      const name = `term-${id}`;
      return `<button type="button" class="term" popovertarget="${name}">${words}</button><span popover id="${name}" class="definition" data-pagefind-ignore>${escapeHtml(definition)} <a href="${href(locale, `/glossary/#${id}`)}">${escapeHtml(t('glossary.open'))}</a></span>`;
    },
    address: (address) => (address.startsWith('/') ? href(locale, withoutLocale(address)) : address),
  };
}

/** `[1, 3]`, each number a link to the source. */
export function citationMark(
  keys: readonly string[],
  sources: readonly NumberedSource[],
  locale: Locale,
): string {
  const t = translator(locale);
  const links = keys.map((key) => {
    const source = sources.find((candidate) => candidate.key === key);
    if (!source) throw new Error(`[@${key}] has no source`);
    return `<a href="#source-${source.number}" aria-label="${escapeHtml(t('sources.cite', { number: source.number }))}">${source.number}</a>`;
  });
  return `<span class="cite">[${links.join(', ')}]</span>`;
}

function withoutLocale(address: string): string {
  const [, first = ''] = address.split('/');
  return activeLocales.some((locale) => locale === first && locale !== 'en')
    ? address.slice(first.length + 1)
    : address;
}
