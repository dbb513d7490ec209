import { formatDate, formatQuantity, listOf } from '../i18n/format.ts';
import type { Text } from '../i18n/locales.ts';
import { unitWords } from './figure.ts';
import {
  type AnyRecord,
  type Kind,
  kinds,
  type Labels,
  type Naming,
  type Quantity,
  type Said,
} from './record.ts';
import type { Line, Row } from './table.ts';
import { type CompareWords, type LabelKind, own, type TitleKind, textOf } from './words.ts';

export function row<Item>(
  id: string,
  label: string | Text,
  items: readonly Item[],
  lines: (item: Item) => readonly Line[],
  words: CompareWords,
): Row {
  const shown = typeof label === 'string' ? own(label, words) : label;
  return { id, label: shown, cells: items.map(lines) };
}

export function word(key: string, text: string, words: CompareWords): Line {
  return { key, text: own(text, words) };
}

export function entries(kind: LabelKind, ids: readonly string[], words: CompareWords): Line[] {
  return ids.map((id) => ({ key: id, text: words.label(kind, id) }));
}

/** Ecosystem types carry their code: names of groups are long and alike. */
export function coded(ids: readonly string[], words: CompareWords): Line[] {
  return ids.map((id) => ({ key: id, text: words.label('ecosystems', id), notes: [own(id, words)] }));
}

export function titled(kind: TitleKind, ids: readonly string[], words: CompareWords): Line[] {
  return ids.map((id) => ({
    key: id,
    text: words.title(kind, id) ?? own(id, words),
    path: words.href(`/${kind}/${id}/`),
  }));
}

export function sentence(key: string, labels: Labels, words: CompareWords): Line {
  return { key, text: textOf(labels, words.locale) };
}

/** Numbers of the sources of a line, as the page of its item counts them. */
export function sourcesOf(
  item: AnyRecord,
  keys: readonly string[] | undefined,
): { sources?: readonly number[] } {
  const numbers = (keys ?? []).flatMap((key) => {
    const at = item.sources.findIndex((source) => source.key === key);
    return at < 0 ? [] : [at + 1];
  });
  return numbers.length > 0 ? { sources: numbers } : {};
}

export function sayings(item: AnyRecord, said: readonly Said[], words: CompareWords): Line[] {
  return said.map(({ id, text, sources }) => ({
    ...sentence(`${item.id} ${id}`, text, words),
    ...sourcesOf(item, sources),
  }));
}

export function amount(
  figure: Quantity,
  unit: string,
  substance: string | undefined,
  signed: boolean,
  words: CompareWords,
): Line['amount'] {
  const number = formatQuantity(figure, words.locale, signed);
  return number === ''
    ? undefined
    : { number, unit: unitWords(unit, words.symbol(unit), substance, words.locale) };
}

/** The cases that name an item: how many, and the first of them. */
export function naming({ count, first }: Naming, words: CompareWords): Line[] {
  if (count === 0) return [];
  const all = word(`count ${count}`, words.say('count.case-studies', { count }), words);
  const named = first.map(({ id, title }) => ({
    key: id,
    text: textOf(title, words.locale),
    path: words.href(`/case-studies/${id}/`),
  }));
  return [all, ...named];
}

/** How far an item has been checked, and on what it rests: the last rows of every comparison. */
export function standing(kind: Kind, items: readonly AnyRecord[], words: CompareWords): Row[] {
  const { say, locale } = words;
  const page = (item: AnyRecord) => words.href(`/${kinds[kind]}/${item.id}/`);
  return [
    row(
      'sources',
      say('compare.sources'),
      items,
      (item) => [
        {
          ...word(
            `${item.sources.length}`,
            say('compare.sources.count', { count: item.sources.length }),
            words,
          ),
          ...(item.sources.length > 0 && { path: `${page(item)}#sources` }),
        },
      ],
      words,
    ),
    row(
      'review',
      say('review.label'),
      items,
      ({ review: { state, date, reviewers = [] } }) => [
        word(
          `${state} ${date} ${reviewers.join()}`,
          say(`review.${state}`, { date: formatDate(date, locale), names: listOf(reviewers, locale) }),
          words,
        ),
      ],
      words,
    ),
    row('licence', say('compare.licence'), items, ({ licence }) => [word(licence, licence, words)], words),
  ];
}
