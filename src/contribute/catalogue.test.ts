import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales } from '../i18n/locales.ts';
import { formWords } from './catalogue.ts';
import type { Field, Path } from './field.ts';
import { formPlan } from './layout.ts';
import { fieldsOfGroup } from './layout-order.ts';
import { choiceOf, wordsFor } from './words.ts';

const read = (locale: string) =>
  JSON.parse(readFileSync(`src/contribute/words/${locale}.json`, 'utf8')) as Record<string, string>;
const english = read('en');

/** Every field of a form with the name that words are found by. */
function fieldsIn(field: Field, path: Path = []): { field: Field; name: string }[] {
  const name = path.join('.');
  const below =
    field.kind === 'group'
      ? field.fields.map((child) => ({ child, at: [...path, child.key] }))
      : field.kind === 'list'
        ? [{ child: field.item, at: path }]
        : [];
  return [{ field, name }, ...below.flatMap(({ child, at }) => fieldsIn(child, at))];
}

describe('the words of the forms', () => {
  it.each(locales)('have every key, in one order, with the same places, in %s', (locale) => {
    const words = read(locale);
    expect(Object.keys(words)).toEqual(Object.keys(english));
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(places(text), key).toEqual(places(english[key] ?? ''));
    }
  });

  it.each(locales)('name every field and every choice in %s', (locale) => {
    const words = formWords(locale);
    for (const form of ['case-study', 'protocol'] as const) {
      for (const { field, name } of fieldsIn(formPlan(form).model)) {
        if (field.key !== '') expect(wordsFor(words, 'field', name), name).toBeDefined();
        if (field.kind !== 'choice' || locale === 'en' || name === 'form.type') continue;
        for (const value of field.values.filter(
          (one) => !/^(?:CC|AR|C|CO2e?|CH4|N2O|N|P)(?:-|\d|$)/.test(one),
        ))
          expect(choiceOf(words, name, value), `${name} ${value}`).not.toBe(value);
      }
    }
  });
});

describe('the plan of a form', () => {
  it.each(['case-study', 'protocol'] as const)('holds every key of the schema of a %s once', (form) => {
    const { model, parts } = formPlan(form);
    const asked = parts.flatMap(({ fields }) => fields.map(({ key }) => key));
    expect(asked.toSorted()).toEqual(model.fields.map(({ key }) => key).toSorted());
  });

  it('asks first for what every contribution needs', () => {
    const { parts } = formPlan('case-study');
    const open = parts.filter((part) => part.open).flatMap(({ fields }) => fields);
    expect(open.map(({ required }) => required)).not.toContain(false);
  });

  it('loses no field of a group', () => {
    for (const form of ['case-study', 'protocol'] as const) {
      for (const { field, name } of fieldsIn(formPlan(form).model)) {
        if (field.kind !== 'group' || name === '') continue;
        const { first, more } = fieldsOfGroup(field, name.split('.'));
        expect([...first, ...more].map(({ key }) => key).toSorted(), name).toEqual(
          field.fields.map(({ key }) => key).toSorted(),
        );
      }
    }
  });
});
