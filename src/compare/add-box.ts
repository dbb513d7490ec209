import { h, type Tree } from '../contribute/tree.ts';

/** A field in which one searches for an entry and chooses it. */
export function addBox(label: string, hint: string): Tree {
  return h(
    'div',
    { class: 'compare-add' },
    h('label', { for: 'compare-add' }, label),
    h(
      'div',
      { class: 'combo' },
      h('input', {
        id: 'compare-add',
        type: 'text',
        role: 'combobox',
        'data-combo': true,
        'aria-expanded': 'false',
        'aria-controls': 'compare-options',
        'aria-autocomplete': 'list',
        'aria-describedby': 'compare-hint',
        autocapitalize: 'off',
        spellcheck: 'false',
      }),
      h('ul', { id: 'compare-options', role: 'listbox', 'aria-label': label, hidden: true }),
    ),
    h('p', { class: 'hint', id: 'compare-hint' }, hint),
    h('p', { class: 'visually-hidden', role: 'status', 'data-options': true }),
  );
}
