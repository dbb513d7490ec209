import { h, type Node, type Tree } from '../../contribute/tree.ts';
import type { CaseIndex } from '../../explore/case-index.ts';
import {
  type Criterion,
  type Match,
  type Place,
  type Ranked,
  threshold,
  type Weights,
} from '../../explore/likeness.ts';
import { formatNumber, listOf } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Values } from '../../i18n/message.ts';

/** What the results are said with. Names of types, drivers and themes are those that the form shows. */
export interface LikeWords {
  readonly locale: Locale;
  say(key: string, values?: Values): string;
  name(criterion: Criterion, id: string): string;
  href(key: string): string;
}

/** A share with two digits, as all shares of this page. */
export const share = (value: number, locale: Locale) => formatNumber(Math.round(value * 100) / 100, locale);

/** Cases in their order with the reasons; a line where they stop being called like the place. */
export function renderResults(
  ranked: readonly Ranked[],
  index: CaseIndex,
  { place, weights }: { readonly place: Place; readonly weights: Weights },
  words: LikeWords,
): Tree[] {
  const english = new Set(index.english);
  return ranked.flatMap((one, position) => {
    const isFirstBelow = one.score < threshold && (ranked[position - 1]?.score ?? 1) >= threshold;
    const item = renderResult(one, index, english.has(one.at), place, weights, words);
    return isFirstBelow
      ? [
          h(
            'li',
            { class: 'like-line' },
            words.say('like.below', { threshold: share(threshold, words.locale) }),
          ),
          item,
        ]
      : [item];
  });
}

function renderResult(
  { at, matches, score }: Ranked,
  { keys, titles, where, when }: CaseIndex,
  isEnglish: boolean,
  place: Place,
  weights: Weights,
  words: LikeWords,
): Tree {
  const key = keys[at] ?? '';
  const foreign = isEnglish && words.locale !== 'en' ? { lang: 'en', dir: 'ltr' } : {};
  return h(
    'li',
    { 'data-key': key },
    h(
      'div',
      { class: 'like-head' },
      h('h3', {}, h('a', { href: words.href(key), ...foreign }, titles[at] ?? key)),
      h('p', { class: 'like-score' }, words.say('like.score', { score: share(score, words.locale) })),
      h('p', { class: 'tags' }, `${where[at] ?? ''} · ${when[at] ?? ''}`),
    ),
    h(
      'dl',
      { class: 'like-reasons' },
      matches.map((match) => renderReason(match, place, weights[match.criterion], words)),
    ),
  );
}

function renderReason(match: Match, place: Place, weight: number, words: LikeWords): Tree {
  const { criterion, fit, taken } = match;
  const end = Math.round(taken * 100);
  return h(
    'div',
    { class: fit === undefined ? 'like-missing' : undefined },
    h('dt', {}, words.say(`like.criterion.${criterion}`)),
    h('dd', { class: 'like-why' }, ...reasonWords(match, place, words)),
    h(
      'dd',
      { class: 'like-points' },
      h(
        'svg',
        { viewBox: '0 0 100 6', class: 'like-bar', 'aria-hidden': 'true' },
        h('path', { class: 'like-whole', d: 'M0 3h100' }),
        end > 0 && h('path', { class: 'like-share', d: `M0 3h${end}` }),
      ),
      h('bdi', { dir: 'ltr' }, `${share(taken, words.locale)} × ${weight}`),
    ),
  );
}

function reasonWords(
  { criterion, fit, taken, common, level, km }: Match,
  place: Place,
  words: LikeWords,
): Node[] {
  const { locale, say, name } = words;
  if (fit === undefined) return [say('like.missing', { mean: share(taken, locale) })];
  if (km !== undefined) return [say('like.km', { km: formatNumber(Math.round(km), locale) })];
  const named = common.map((id) => name(criterion, id));
  if (level !== undefined) return [say(`like.shared.${level}`, { name: named.join() })];
  const asked =
    { driver: place.drivers, aim: place.aims, climate: [place.climate] }[criterion as 'driver'] ?? [];
  if (named.length === 0) return [say('like.common.none')];
  return [say('like.common', { list: listOf(named, locale), found: named.length, asked: asked.length })];
}
