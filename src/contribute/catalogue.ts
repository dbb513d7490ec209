import { sayText } from '../calculators/say.ts';
import { wordsOf } from '../calculators/words.ts';
import type { Locale } from '../i18n/locales.ts';
import { isMessageKey, translator } from '../i18n/translate.ts';
import { partIds } from '../science/recovery-parts.ts';
import ar from './words/ar.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };
import type { Words } from './words.ts';

/** For the build: a browser gets the words of one language with the data of its form. */
const catalogues: Readonly<Record<Locale, Words>> = { en, zh, es, fr, ru, ar };

/** Choices that other pages have words for, under the names that they have there. */
const shared: readonly (readonly [string, string, readonly string[]])[] = [
  ['role', 'role', ['effect', 'output', 'context']],
  ['outcomes.kind', 'kind-of-value', ['absolute', 'change', 'difference']],
  ['comparison.kind', 'baseline', ['before', 'control', 'reference']],
  ['baseline', 'baseline', ['before', 'control', 'reference', 'modelled', 'none']],
  ['basis', 'basis', ['measured', 'modelled', 'derived', 'reported']],
  [
    'design',
    'design',
    [
      'before-after',
      'control-impact',
      'before-after-control-impact',
      'randomised',
      'chronosequence',
      'observational',
      'model',
      'synthesis',
      'expert',
    ],
  ],
  ['restoration', 'restoration', ['ecological-restoration', 'rehabilitation', 'sustainable-management']],
  ['phase', 'phase', ['plan', 'field', 'laboratory', 'office']],
  ['skill', 'skill', ['basic', 'intermediate', 'advanced']],
  ['cost', 'cost', ['low', 'medium', 'high']],
  ['bias', 'bias', ['too-high', 'too-low', 'either-way', 'not-known']],
  ['form.type', 'field-type', ['text', 'integer', 'decimal', 'select', 'photo', 'geopoint', 'date']],
];

/** Links to other pages are called as their lists are. */
const collectionNames = [
  ['models', 'management-models'],
  ['protocols', 'protocols'],
  ['policies', 'policy-options'],
  ['institutions', 'institutions'],
  ['calculators', 'calculators'],
] as const;

/** The words of the forms in a language, with those that they share with other pages. */
export function formWords(locale: Locale): Words {
  const t = translator(locale);
  const choices = shared.flatMap(([name, place, values]) =>
    values.map((value) => {
      const key = `${place}.${value}`;
      if (!isMessageKey(key)) throw new Error(`no message "${key}"`);
      return [`choice.${name}.${value}`, t(key)] as const;
    }),
  );
  const links = collectionNames.map(
    ([key, collection]) => [`field.${key}`, t(`collection.${collection}`)] as const,
  );
  const wheel = wordsOf('recovery-wheel', locale);
  const parts = partIds.map(
    (id) => [`choice.recovery.scores.id.${id}`, sayText(wheel, `label.parts.part.${id}`).text] as const,
  );
  return {
    ...catalogues.en,
    ...catalogues[locale],
    ...Object.fromEntries([...choices, ...links, ...parts]),
  };
}
