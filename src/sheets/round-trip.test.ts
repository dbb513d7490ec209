import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { collections } from '../schemas/collections.ts';
import { listEntries } from '../schemas/content-files.ts';
import { readEntry } from '../schemas/read-entry.ts';
import { writeEntry } from '../schemas/write-entry.ts';
import { bookCollections, planOf } from './book.ts';
import { checkBook } from './check.ts';
import { readCsvSheet, writeCsvBook } from './csv-book.ts';
import { explainColumns } from './explain-columns.ts';
import { readNames, writeNames } from './names.ts';
import { readWorkbook } from './read-workbook.ts';
import { joinStory, splitStory } from './story.ts';
import { type Contribution, fillSheets } from './write.ts';
import { writeWorkbook } from './write-workbook.ts';

const shipped = bookCollections.map((collection) => {
  const schema: z.ZodType = collections[collection].schema;
  const contributions = listEntries(collection, 'content').map(({ slug, main }): Contribution => {
    const { record, body } = readEntry(schema, readFileSync(`content/${main}`), main);
    return { slug, facts: record as Contribution['facts'], body };
  });
  return { collection, plan: planOf(collection), schema, contributions };
});

/** A contribution as it reads when it is written as index.mdx: what must survive every detour. */
function asFile({ facts, body }: Pick<Contribution, 'facts' | 'body'>): string {
  return writeEntry(facts, body);
}

describe.each(shipped)('all shipped $collection', ({ plan, schema, contributions }) => {
  it('come back from a workbook as they went', async () => {
    const bytes = await writeWorkbook(plan, fillSheets(plan, contributions));
    const { sheets, problems } = await readWorkbook(bytes);
    const book = checkBook(plan, sheets);
    expect([...problems, ...book.problems]).toEqual([]);
    expect(book.contributions.map(({ slug }) => slug)).toEqual(contributions.map(({ slug }) => slug));
    for (const [index, one] of contributions.entries()) {
      const back = book.contributions[index];
      expect(back?.record).toEqual(one.facts);
      expect(back?.body).toBe(one.body.trim());
    }
  });

  it('come back from CSV files as they went', () => {
    const sheets = writeCsvBook(fillSheets(plan, contributions)).flatMap(({ name, text }) => {
      const { sheet } = readCsvSheet(name.replace('.csv', ''), new TextEncoder().encode(text));
      return sheet ? [sheet] : [];
    });
    const book = checkBook(plan, sheets);
    expect(book.problems).toEqual([]);
    expect(book.contributions.map(({ record }) => record)).toEqual(contributions.map(({ facts }) => facts));
    expect(book.contributions.map(({ body }) => body)).toEqual(contributions.map(({ body }) => body.trim()));
  });

  it('are written as files that read the same', () => {
    for (const one of contributions) {
      const again = readEntry(schema, new TextEncoder().encode(asFile(one)), 'index.mdx');
      expect(again.problems).toEqual([]);
      expect(again.record).toEqual(one.facts);
      expect(again.body.trim()).toBe(one.body.trim());
    }
  });

  it('make the same workbook twice', async () => {
    const filled = fillSheets(plan, contributions.slice(0, 1));
    expect(await writeWorkbook(plan, filled)).toEqual(await writeWorkbook(plan, filled));
  });

  it('have a template that explains every column with an example', () => {
    const [, ...rows] = explainColumns(plan);
    expect(rows.length).toBeGreaterThan(40);
    for (const [sheet, column, meaning, , , allowed, example] of rows) {
      expect(meaning, `${sheet} ${column}`).not.toBe('');
      expect(allowed, `${sheet} ${column}`).not.toBe('');
      expect(example, `${sheet} ${column}`).not.toBe('');
    }
  });
});

/** Texts that make trouble in cells, YAML or CSV. */
const awkward = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }).map((text) => `${text.replaceAll(/[\p{C}]/gu, '')}x`.trim()),
  fc.constantFrom(
    '=1+1',
    "'=1+1",
    "''@x",
    '@me',
    '-3',
    '+49 30',
    '007',
    '1999',
    '1e3',
    '0x1F',
    '1_000',
    'true',
    'null',
    '~',
    'no',
    '2019-05-01',
    '# not a comment',
    'a: b',
    '- item',
    '{x}',
    '[y]',
    '&anchor',
    '*alias',
    '!tag',
    '"quoted"',
    'a;b，c',
    '<b>bold</b>',
    '_x0041_',
    'line\nbreak',
    '退化草地',
    'أرض',
  ),
);

describe('a case with awkward texts', () => {
  const [cases] = shipped;
  it('survives workbook, CSV and file', async () => {
    const [original] = cases?.contributions ?? [];
    if (!cases || !original) throw new Error('no case');
    await fc.assert(
      fc.asyncProperty(awkward, awkward, awkward, async (title, note, family) => {
        const facts = structuredClone(original.facts) as Contribution['facts'] & {
          outcomes: Record<string, unknown>[];
          sources: Record<string, unknown>[];
        };
        const one = {
          ...original,
          facts: {
            ...facts,
            title,
            outcomes: facts.outcomes.slice(0, 1).map((outcome) => ({ ...outcome, note })),
            sources: facts.sources.map((source) => ({
              ...source,
              author: [{ family, given: note }, { literal: family }],
            })),
          },
        };
        const filled = fillSheets(cases.plan, [one]);
        const fromWorkbook = checkBook(
          cases.plan,
          (await readWorkbook(await writeWorkbook(cases.plan, filled))).sheets,
        );
        expect(fromWorkbook.contributions[0]?.facts).toEqual(one.facts);
        const fromCsv = checkBook(
          cases.plan,
          writeCsvBook(filled).flatMap(
            ({ name, text }) => readCsvSheet(name.slice(0, -4), new TextEncoder().encode(text)).sheet ?? [],
          ),
        );
        expect(fromCsv.contributions[0]?.facts).toEqual(one.facts);
        const file = readEntry(cases.schema, new TextEncoder().encode(asFile(one)), 'index.mdx');
        expect(file.facts.data).toEqual(one.facts);
      }),
      { numRuns: 25 },
    );
  });
});

describe('names in a cell', () => {
  const part = fc
    .string({ minLength: 1, maxLength: 12 })
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  it('come back as they went', () => {
    const name = fc.oneof(
      fc.record({ family: part, given: part }),
      fc.record({ family: part }),
      fc.record({ literal: part }),
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        expect(readNames(writeNames(names))).toEqual(names);
      }),
    );
  });

  it('are read as people write them', () => {
    expect(readNames('Orth, Robert; IPCC;Li, Wei')).toEqual([
      { family: 'Orth', given: 'Robert' },
      { literal: 'IPCC' },
      { family: 'Li', given: 'Wei' },
    ]);
    expect(readNames('张, 伟；水利部')).toEqual([{ family: '张', given: '伟' }, { literal: '水利部' }]);
  });
});

describe('a story in cells', () => {
  it('is cut at its headings and where a cell ends', () => {
    const long = Array.from(
      { length: 900 },
      (_, index) => `Paragraph ${index} of a story that is long.`,
    ).join('\n\n');
    const body = `## What was done\n\n${long}\n\n\`\`\`\n## not a heading\n\`\`\`\n\n## What to learn\n\nLess.`;
    const sections = splitStory(body);
    expect(sections.map(({ heading }) => heading)).toEqual([
      'What was done',
      'What was done',
      'What to learn',
    ]);
    expect(sections.every(({ text }) => text.length <= 32_000)).toBe(true);
    expect(joinStory(sections)).toBe(body);
  });
});
