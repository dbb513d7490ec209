import { describe, expect, it } from 'vitest';
import { type ReadContribution, type ReadFile, readCorpus } from '../../src/checks/corpus.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { citationsIn } from '../../src/prose/citations.ts';
import type { CaseStudy } from '../../src/schemas/case-study.ts';
import { contentFolder } from '../../src/schemas/content-files.ts';
import { numbersIn, same, telling, wordedNumbers } from './numbers.ts';

/** What must be true of every text of the library, whoever wrote it. */
const folder = contentFolder();
const { contributions } = readCorpus(folder);
const written = contributions.filter(({ main }) => main.text !== undefined);
const named = (items: readonly ReadContribution[]) =>
  items.map((item) => [`${item.collection}/${item.slug}`, item] as const);

describe.each(named(written))('%s', (_, { main, translations }) => {
  it('cites a source in every paragraph with a figure, or has the figure among its facts', () => {
    const facts = numbersOf(main.facts.data, 'en');
    const bare = paragraphsOf(main).flatMap((paragraph) => {
      if (citationsIn(paragraph).length > 0) return [];
      return numbersIn(paragraph, 'en')
        .filter(telling)
        .filter((number) => !facts.some((fact) => same(fact, number)))
        .map((number) => `${number.written} in "${paragraph.slice(0, 70)}"`);
    });
    expect(bare).toEqual([]);
  });

  it.each(translations.map((file) => [file.locale, file] as const))(
    'has the same numbers in %s as in English',
    (locale, file) => {
      const original = [
        ...numbersOf(main.facts.data, 'en'),
        ...numbersIn(textOf(main), 'en'),
        ...wordedNumbers(`${textOf(main)} ${JSON.stringify(main.facts.data)}`),
      ];
      const words = [...numbersOf(file.facts.data, locale), ...numbersIn(textOf(file), locale)];
      const own = words.filter(telling);
      const strange = own.filter((number) => !original.some((other) => same(other, number)));
      const lost = numbersIn(textOf(main), 'en')
        .filter(telling)
        .filter((number) => !words.some((other) => same(other, number)));
      expect({
        strange: strange.map(({ written: one }) => one),
        lost: lost.map(({ written: one }) => one),
      }).toEqual({
        strange: [],
        lost: [],
      });
    },
  );

  it('has a summary of at most 20 words a sentence', () => {
    const { summary } = main.record as { summary: string };
    const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(summary)];
    const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(summary)].filter(
      ({ isWordLike }) => isWordLike,
    );
    expect(words.length / sentences.length).toBeLessThanOrEqual(20);
  });
});

describe('case studies', () => {
  const cases = contributions.filter(({ collection }) => collection === 'case-studies');

  it.each(named(cases))('%s says in its summary when no effect was measured', (_, { main }) => {
    const { outcomes, summary } = main.record as CaseStudy;
    const effects = outcomes.filter(({ role, confirmed }) => role === 'effect' && confirmed !== false);
    if (effects.length === 0) expect(summary).toMatch(/\b(no|not|none|nobody|without|unknown)\b/i);
  });

  it.each(named(cases))('%s shows no picture without a licence', (_, { main, translations }) => {
    for (const file of [main, ...translations]) expect(textOf(file)).not.toMatch(/!\[/);
  });
});

function textOf({ body }: ReadFile): string {
  return body;
}

/** Paragraphs and list items; headings and components stand apart. */
function paragraphsOf(file: ReadFile): string[] {
  return textOf(file)
    .split(/\n\s*\n|\n(?=[-*] )/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '' && !paragraph.startsWith('#') && !paragraph.startsWith('|'));
}

/** Every number among facts or words: as a number, or inside a text. */
function numbersOf(data: unknown, locale: Locale): ReturnType<typeof numbersIn> {
  if (typeof data === 'number') return [{ written: String(data), values: [Math.abs(data)] }];
  if (typeof data === 'string') return numbersIn(data, locale);
  if (Array.isArray(data)) return data.flatMap((item) => numbersOf(item, locale));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'sources' || key === 'translates' ? [] : numbersOf(value, locale),
  );
}

describe('numbers in texts', () => {
  it.each([
    ['2,728 ha', 'en', [2728]],
    ['3.2 billion people', 'en', [3.2e9]],
    ['32亿人', 'zh', [32e8]],
    ['2 728 ha', 'fr', [2728]],
    ['1.234,5 t', 'es', [1234.5]],
    ['12,5 %', 'fr', [12.5]],
    ['5, 10 and 15 years', 'en', [5, 10, 15]],
    ['1.35–1.48 million ha', 'en', [1.35e6, 1.48e6]],
    ['20世纪70至90年代，2012年10月5日', 'zh', [1970, 1990, 2012]],
  ] as const)('%s', (text, locale, values) => {
    const found = numbersIn(text, locale);
    expect(found).toHaveLength(values.length);
    values.forEach((value, index) => {
      expect(found[index]?.values).toContain(value);
    });
  });

  it('reads words of English', () => {
    const found = wordedNumbers('One million trees, twenty-five villages, a hundred and half a million.');
    expect(found.flatMap(({ values }) => values)).toEqual([1e6, 25, 100, 5e5]);
  });
});
