import type { AnyRecord } from '../../compare/record.ts';
import { setText } from '../../compare/set-words.ts';
import { type CompareWords, textOf } from '../../compare/words.ts';
import { h, type Tree } from '../../contribute/tree.ts';

/** What is compared, in its order, with what can be done to each. */
export function renderChosen(records: readonly AnyRecord[], words: CompareWords): Tree[] {
  return records.map(({ id, title }, index) => {
    const text = textOf(title, words.locale);
    const button = (what: 'earlier' | 'later' | 'remove', mark: string, disabled: boolean) =>
      h(
        'button',
        {
          type: 'button',
          'data-do': what,
          'data-id': id,
          'aria-label': words.say(`compare.${what}`, { title: text.text }),
          title: words.say(`compare.${what}`, { title: text.text }),
          disabled,
        },
        mark,
      );
    return h(
      'li',
      {},
      h('span', {}, ...setText(text, words.locale)),
      h(
        'span',
        { class: 'compare-buttons' },
        button('earlier', '↑', index === 0),
        button('later', '↓', index === records.length - 1),
        button('remove', '×', false),
      ),
    );
  });
}
