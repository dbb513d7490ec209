import { test as base, expect, type Page } from '@playwright/test';

/** A page that fails its test when it asks another origin, breaks the security policy or throws. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (baseURL && !url.startsWith(baseURL) && !url.startsWith('data:') && !url.startsWith('blob:'))
        faults.push(`asked ${url}`);
    });
    page.on('pageerror', (error) => faults.push(`threw ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404'))
        faults.push(`console: ${message.text()}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };

/** One address of every page type, below a language. */
export const pageTypes = [
  '/',
  '/case-studies/',
  '/case-studies/loess-plateau-grain-for-green/',
  '/case-studies/tigray-exclosures/',
  '/protocols/',
  '/protocols/soil-organic-carbon-stock/',
  '/management-models/',
  '/management-models/natural-regeneration-exclosure/',
  '/policy-options/payments-for-ecosystem-services/',
  '/learning-paths/',
  '/learning-paths/soil-carbon-from-zero/',
  '/calculators/',
  '/calculators/soc-stock/',
  '/institutions/',
  '/institutions/the-nature-conservancy/',
  '/glossary/',
  '/references/',
  '/evidence/',
  '/evidence/neutrality/',
  '/evidence/synthesis/',
  '/evidence/soildrah/',
  '/map/',
  '/map/like/',
  '/compare/',
  '/search/',
  '/about/',
  '/about/status/',
  '/contribute/',
  '/contribute/case-study/',
  '/contribute/protocol/',
  '/contribute/translation/',
] as const;

export const inLanguage = (locale: string, path: string) => (locale === 'en' ? path : `/${locale}${path}`);
