import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localize, translationSchema, words } from './words.ts';

const schema = z.strictObject({
  title: words('Title.'),
  year: z.number(),
  place: z.strictObject({ name: words('Name.'), code: z.string() }),
  items: z
    .array(
      z.strictObject({
        id: z.string(),
        label: words('Label.'),
        value: z.number(),
        note: words('Note.').optional(),
      }),
    )
    .optional(),
  codes: z.array(z.string()),
});

const facts = schema.parse({
  title: 'A',
  year: 1999,
  place: { name: 'B', code: 'c' },
  items: [
    { id: 'x', label: 'X', value: 1 },
    { id: 'y', label: 'Y', value: 2, note: 'N' },
  ],
  codes: ['d'],
});

describe('translations', () => {
  it('may hold the words of the original and nothing else', () => {
    const translation = translationSchema(schema);
    expect(
      translation.safeParse({ title: '甲', place: { name: '乙' }, items: { x: { label: '丙' } } }).success,
    ).toBe(true);
    for (const fact of [
      { year: 1999 },
      { codes: ['d'] },
      { place: { code: 'c' } },
      { items: { x: { value: 1 } } },
    ]) {
      expect(translation.safeParse(fact).success, JSON.stringify(fact)).toBe(false);
    }
  });

  it('are joined with the facts, each text knowing its language', () => {
    const { record, missing } = localize(
      schema,
      facts,
      { title: '甲', items: { y: { label: '丁' } } },
      'zh',
      'en',
    );
    expect(record.title).toEqual({ text: '甲', lang: 'zh' });
    expect(record.place).toEqual({ name: { text: 'B', lang: 'en' }, code: 'c' });
    expect(record.items?.[1]).toEqual({
      id: 'y',
      label: { text: '丁', lang: 'zh' },
      value: 2,
      note: { text: 'N', lang: 'en' },
    });
    expect(record.year).toBe(1999);
    expect(missing).toEqual(['place.name', 'items.x.label', 'items.y.note']);
  });

  it('miss nothing when there is none: the original is shown', () => {
    const { record, missing } = localize(schema, facts, undefined, 'ar', 'en');
    expect(record.title).toEqual({ text: 'A', lang: 'en' });
    expect(missing).toEqual([]);
  });
});
