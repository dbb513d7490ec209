import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { attribute, type Element, readPages, textOf } from './pages.ts';

const pages = readPages();

const landmarks: Readonly<Record<string, string>> = {
  nav: 'navigation',
  aside: 'complementary',
  main: 'main',
  search: 'search',
  form: 'form',
  section: 'region',
};

/** Kind and name of each landmark, as a screen reader lists them; sections and forms are none without a name. */
function landmarksOf(elements: readonly Element[]): string[] {
  const byId = new Map(elements.map((element) => [attribute(element, 'id'), element]));
  return elements.flatMap((element) => {
    const labels = attribute(element, 'aria-labelledby')?.split(/\s+/) ?? [];
    const labelled = labels.map((id) => byId.get(id)).map((label) => (label ? textOf(label).trim() : ''));
    const name = attribute(element, 'aria-label') ?? labelled.join(' ');
    const kind = attribute(element, 'role') ?? landmarks[element.tagName] ?? '';
    if (!Object.values(landmarks).includes(kind)) return [];
    return name === '' && /^(?:section|form)$/.test(element.tagName) ? [] : [`${kind} ${name}`];
  });
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off', // both forms are HTML
    'long-title': 'off', // titles are the contributors'
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-raw-characters': 'off',
    'tel-non-breaking': 'off',
    'prefer-native-element': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    'no-inline-style': 'error',
  },
});

describe('HTML', () => {
  it('is valid on every page', async () => {
    const problems: string[] = [];
    for (const { address, html } of pages) {
      const report = await validator.validateString(html);
      for (const { messages } of report.results) {
        problems.push(
          ...messages.map(
            ({ ruleId, message, line, column }) => `${address}:${line}:${column} ${ruleId} ${message}`,
          ),
        );
      }
    }
    expect(problems.slice(0, 20)).toEqual([]);
  });

  it('has one h1, and headings that skip no level', () => {
    for (const { address, elements } of pages) {
      const levels = elements
        .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
        .map(({ tagName }) => Number(tagName[1]));
      expect(
        levels.filter((level) => level === 1),
        address,
      ).toHaveLength(1);
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0), `${address} heading ${index + 1}`).toBeLessThanOrEqual(1);
      });
    }
  });

  it('names its language, and every page its versions in the others', () => {
    const tags = ['en', 'zh-Hans', 'es', 'fr', 'ru', 'ar', 'x-default'];
    for (const { address, elements, html } of pages) {
      const root = elements.find(({ tagName }) => tagName === 'html');
      const locale = /^\/(?:embed\/)?(zh|es|fr|ru|ar)\//.exec(address)?.[1] ?? 'en';
      expect(attribute(root ?? elements[0] ?? (undefined as never), 'lang'), address).toBe(
        locale === 'zh' ? 'zh-Hans' : locale,
      );
      expect(html.includes(`dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`), address).toBe(true);
      if (html.includes('name="robots"')) continue;
      const offered = elements
        .filter((element) => attribute(element, 'hreflang') && element.tagName === 'link')
        .map((element) => attribute(element, 'hreflang'));
      expect(offered, address).toEqual(tags);
    }
  });

  it('marks English text on pages of other languages, under a notice', () => {
    const page = pages.find(({ address }) => address === '/ru/case-studies/tigray-exclosures/');
    const article = page?.elements.find(({ tagName }) => tagName === 'article');
    expect(article && attribute(article, 'lang')).toBe('en');
    expect(page?.elements.some((element) => attribute(element, 'data-state') === 'missing')).toBe(true);
    const chinese = pages.find(
      ({ address }) => address === '/zh/case-studies/loess-plateau-grain-for-green/',
    );
    expect(
      chinese?.elements
        .find(({ tagName }) => tagName === 'article')
        ?.attrs.some(({ name }) => name === 'lang'),
    ).toBe(false);
  });

  it('has no two landmarks of one kind and name on a page', () => {
    let found = 0;
    for (const { address, elements } of pages) {
      const named = landmarksOf(elements);
      found += named.length;
      expect(new Set(named).size, `${address}: ${named.join('; ')}`).toBe(named.length);
    }
    expect(found).toBeGreaterThan(4 * pages.filter(({ address }) => !/embed/.test(address)).length);
  });

  it('escapes addresses once', () => {
    const twice = pages.flatMap(({ address, elements }) =>
      elements
        .flatMap(({ attrs }) => attrs.filter(({ name }) => /^(?:href|src|action)$/.test(name)))
        .filter(({ value }) => /&(?:amp|lt|gt|quot|#\d+);/.test(value))
        .map(({ value }) => `${address} ${value}`),
    );
    expect(twice).toEqual([]);
  });

  it('states its true review on every contribution', () => {
    const items = pages.filter(({ address }) =>
      /^\/(case-studies|protocols|management-models|policy-options|learning-paths|calculators)\/(?!verification)[^/]+\/$/.test(
        address,
      ),
    );
    expect(items.length).toBeGreaterThanOrEqual(11);
    for (const { address, elements } of items) {
      const review = elements.find((element) => attribute(element, 'class') === 'review');
      expect(review && textOf(review), address).toContain('not yet reviewed');
    }
  });

  it('prints the qualifier of every figure', () => {
    const loess = pages.find(({ address }) => address === '/case-studies/loess-plateau-grain-for-green/');
    const converted = loess?.elements.find(
      (element) => element.tagName === 'data' && attribute(element, 'value') === '16000',
    );
    expect(converted && textOf(converted)).toContain('≈');
  });
});
