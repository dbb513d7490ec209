import type { MDXInstance } from 'astro';
import { type Locale, sourceLocale } from '../i18n/locales.ts';

/**
 * Maintainers' pages, the only documents that are compiled. Their folders have another owner than the
 * contributors' ones (.github/CODEOWNERS), and no other folder of content/ may appear in this pattern.
 */
const modules = import.meta.glob<MDXInstance<{ title: string; summary: string }>>(
  '/content/{pages,calculators}/*/*.mdx',
  { eager: true },
);

export interface CompiledPage {
  readonly page: MDXInstance<{ title: string; summary: string }>;
  readonly textLocale: Locale;
}

/** A maintainers' page in a language, or in English where it has not been translated. */
export function compiledPage(folder: 'pages' | 'calculators', slug: string, locale: Locale): CompiledPage {
  const own = modules[`/content/${folder}/${slug}/${locale}.mdx`];
  if (own) return { page: own, textLocale: locale };
  const original = modules[`/content/${folder}/${slug}/index.mdx`];
  if (!original) throw new Error(`content/${folder}/${slug}/index.mdx does not exist`);
  return { page: original, textLocale: sourceLocale };
}
