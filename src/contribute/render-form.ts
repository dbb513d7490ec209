import { elementId } from './field.ts';
import type { Part } from './layout.ts';
import { type Drawing, renderField } from './render-field.ts';
import { h, type Tree } from './tree.ts';
import { isEmpty } from './values.ts';
import { say, type Words } from './words.ts';

/** A whole form: its parts in order, the story after the sources. What is not needed at first opens. */
export function renderForm(drawing: Drawing): Tree[] {
  const { parts, words } = drawing.data;
  const slug = slugField(drawing);
  const draw = (part: Part) => {
    const fields = part.fields.map((field) => renderField(field, [field.key], drawing));
    const heading = say(words, `part.${part.id}`);
    const inside = part.id === 'rights' ? [...fields, slug] : fields;
    // A single group or list is called by the heading of its part.
    const isAlone =
      inside.length === 1 && part.fields.every(({ kind }) => kind === 'group' || kind === 'list');
    if (part.open)
      return h(
        'section',
        { class: isAlone ? 'part alone' : 'part', 'data-part': part.id },
        h('h2', {}, heading),
        inside,
      );
    const written = part.fields.some(({ key }) => !isEmpty(drawing.draft.values[key]));
    return h(
      'details',
      { class: 'part', 'data-part': part.id, open: written },
      h('summary', {}, h('h2', {}, heading)),
      inside,
    );
  };
  const needed = parts.filter(({ open }) => open);
  return [
    ...needed.map(draw),
    renderStory(drawing),
    ...parts.filter(({ open }) => !open).map(draw),
    submit(words),
  ];
}

/** The last button of a form asks for what the first one asks for. */
export function submit(words: Words): Tree {
  return h('p', { class: 'actions' }, h('button', { type: 'submit' }, say(words, 'check.button')));
}

/** The text of a contribution, a field for each of its sections. */
function renderStory({ data, draft }: Drawing): Tree {
  const { story, words } = data;
  const isWritten = story.some(({ id }) => (draft.story[id] ?? '').trim() !== '');
  return h(
    'details',
    { class: 'part', 'data-part': 'story', open: isWritten },
    h('summary', {}, h('h2', {}, say(words, 'part.story'))),
    h('p', { class: 'hint' }, say(words, 'story.hint')),
    story.map(({ id, label }) => storyField(id, label, draft.story[id] ?? '')),
  );
}

export function storyField(id: string, label: string, text: string, original?: Tree): Tree {
  const name = `story.${id}`;
  return h(
    'div',
    { class: 'field field-story', 'data-at': name },
    h('label', { for: elementId(name) }, label),
    original,
    h(
      'textarea',
      { id: elementId(name), name, rows: 6, dir: 'auto', 'aria-describedby': elementId(name, 'error') },
      text,
    ),
    h('p', { class: 'field-error', id: elementId(name, 'error'), hidden: true }),
  );
}

function slugField({ data: { words }, draft }: Drawing): Tree {
  return h(
    'div',
    { class: 'field', 'data-at': 'slug' },
    h('label', { for: 'f-slug' }, say(words, 'field.slug')),
    h('p', { class: 'hint', id: 'f-slug--hint' }, say(words, 'hint.slug')),
    h('input', {
      id: 'f-slug',
      name: 'slug',
      type: 'text',
      value: draft.slug,
      dir: 'ltr',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-describedby': 'f-slug--hint f-slug--error',
    }),
    h('p', { class: 'field-error', id: 'f-slug--error', hidden: true }),
  );
}
