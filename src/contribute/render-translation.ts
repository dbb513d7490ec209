import type { Draft } from './draft.ts';
import { elementId } from './field.ts';
import type { FormData } from './form-data.ts';
import { storyField } from './render-form.ts';
import type { TranslatedWord, Translation } from './translation.ts';
import { h, type Tree } from './tree.ts';
import { valueAt } from './values.ts';
import { choiceOf, say } from './words.ts';

/** Languages by their own names; English is the original. */
export const languages: Readonly<Record<string, string>> = {
  zh: '简体中文',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  ar: 'العربية',
};

/** What a translation is of: asked before there is anything to translate. */
export function renderStart(data: FormData, draft: Draft): Tree[] {
  const { words } = data;
  const text = (key: string) => {
    const value = valueAt(draft.values, [key]);
    return typeof value === 'string' ? value : '';
  };
  const language = text('=language');
  return [
    h(
      'section',
      { class: 'part', 'data-part': 'start' },
      h('h2', {}, say(words, 'translation.item')),
      h(
        'div',
        { class: 'field', 'data-at': '=item' },
        h('label', { for: elementId('=item') }, say(words, 'translation.item')),
        h(
          'select',
          { id: elementId('=item'), name: '=item', 'aria-describedby': elementId('=item', 'error') },
          h('option', { value: '' }, say(words, 'choose')),
          data.originals.map(({ collection, slug, title, translations }) => {
            const state = translations[language];
            const label = state === undefined ? title : say(words, `translation.${state}`, { title });
            const value = `${collection}/${slug}`;
            return h('option', { value, selected: value === text('=item') }, label);
          }),
        ),
        h('p', { class: 'field-error', id: elementId('=item', 'error'), hidden: true }),
      ),
      h(
        'div',
        { class: 'field', 'data-at': '=language' },
        h('label', { for: elementId('=language') }, say(words, 'translation.language')),
        h(
          'select',
          { id: elementId('=language'), name: '=language' },
          h('option', { value: '' }, say(words, 'choose')),
          Object.entries(languages).map(([tag, name]) =>
            h('option', { value: tag, selected: tag === language, lang: tag }, name),
          ),
        ),
      ),
      h(
        'p',
        { class: 'actions' },
        h('button', { type: 'submit', 'data-do': 'open-original' }, say(words, 'translation.open')),
      ),
    ),
  ];
}

/** The words of the original, each with a field for the translation below it. */
export function renderPairs(data: FormData, draft: Draft, translation: Translation): Tree[] {
  const { words } = data;
  const language = translation.language;
  return [
    h(
      'section',
      { class: 'part', 'data-part': 'words' },
      h('h2', {}, say(words, 'translation.words')),
      stateField(data, draft),
      translation.words.map((word) => wordField(data, draft, word, language)),
    ),
    h(
      'section',
      { class: 'part', 'data-part': 'story' },
      h('h2', {}, say(words, 'part.story')),
      h('p', { class: 'hint' }, say(words, 'translation.keep')),
      translation.sections.map(({ id, heading, text }) =>
        storyField(id, heading, draft.story[id] ?? '', originalOf(words, text)),
      ),
    ),
  ];
}

function originalOf(words: FormData['words'], text: string): Tree {
  return h(
    'div',
    { class: 'original' },
    h('p', { class: 'hint' }, say(words, 'translation.original')),
    text.split(/\n{2,}/).map((paragraph) => h('p', { lang: 'en', dir: 'ltr' }, paragraph)),
  );
}

function wordField(
  { words }: FormData,
  draft: Draft,
  { path, label, text, longest }: TranslatedWord,
  language: string,
): Tree {
  const name = path.join('.');
  const value = valueAt(draft.values, path);
  const typed = typeof value === 'string' ? value : '';
  const common = {
    id: elementId(name),
    name,
    lang: language,
    dir: 'auto',
    'aria-describedby': elementId(name, 'error'),
  };
  return h(
    'div',
    { class: 'field field-pair', 'data-at': name },
    h('label', { for: elementId(name) }, label),
    originalOf(words, text),
    longest > 200
      ? h('textarea', { ...common, rows: 3 }, typed)
      : h('input', { ...common, type: 'text', value: typed, autocomplete: 'off' }),
    h('p', { class: 'field-error', id: elementId(name, 'error'), hidden: true }),
  );
}

function stateField({ words }: FormData, draft: Draft): Tree {
  const now = valueAt(draft.values, ['translation']);
  return h(
    'div',
    { class: 'field', 'data-at': 'translation' },
    h('label', { for: 'f-translation' }, say(words, 'field.translation')),
    h('p', { class: 'hint', id: 'f-translation--hint' }, say(words, 'hint.translation')),
    h(
      'select',
      {
        id: 'f-translation',
        name: 'translation',
        'aria-describedby': 'f-translation--hint f-translation--error',
      },
      ['machine-assisted', 'human', 'reviewed'].map((value) =>
        h('option', { value, selected: value === now }, choiceOf(words, 'translation', value)),
      ),
    ),
    h('p', { class: 'field-error', id: 'f-translation--error', hidden: true }),
  );
}
