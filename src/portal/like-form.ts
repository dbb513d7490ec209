import { climates, climatesNamed } from '../explore/climate.ts';
import { halfDistance, threshold } from '../explore/likeness.ts';
import { formatNumber } from '../i18n/format.ts';
import { type Locale, localeFacts, type Text } from '../i18n/locales.ts';
import { messageForms, messageKeys, translator } from '../i18n/translate.ts';
import { labelOf, vocabularies } from '../schemas/vocabulary.ts';
import { isEffect } from './case-span.ts';
import type { Entry, Library } from './library.ts';
import { inListOrder } from './list-order.ts';

/** What can be said of a place: the whole typology, and what some case has of everything else. */
export interface LikeForm {
  readonly realms: readonly { readonly id: string; readonly label: string }[];
  readonly biomes: readonly {
    readonly id: string;
    readonly label: string;
    readonly groups: readonly { readonly id: string; readonly label: string }[];
  }[];
  readonly climates: readonly { readonly id: string; readonly label: string }[];
  readonly drivers: readonly { readonly id: string; readonly label: Text }[];
  readonly aims: readonly { readonly id: string; readonly label: Text }[];
}

/** Themes of indicators that nobody restores land for: they tell of the programme itself. */
const noAims: ReadonlySet<string> = new Set(['programme']);

export function likeForm(library: Library, locale: Locale): LikeForm {
  const t = translator(locale);
  const { entries, biomes } = vocabularies.ecosystems;
  const { entries: indicators, themes } = vocabularies.indicators;
  const cases = library.all('case-studies').map(({ facts }) => facts);
  const drivers = new Set(cases.flatMap((facts) => facts.drivers));
  const found = new Set(
    cases.flatMap(({ outcomes }) =>
      outcomes.filter(isEffect).map(({ indicator }) => indicators[indicator]?.theme ?? ''),
    ),
  );
  const { compare } = new Intl.Collator(localeFacts[locale].format);
  const named = Object.values(entries).flatMap(({ label, biome }) =>
    climatesNamed(label.en ?? '', biomes[biome]?.label.en ?? ''),
  );
  return {
    realms: (['T', 'F', 'M'] as const).map((id) => ({ id, label: t(`like.realm.${id}`) })),
    biomes: Object.entries(biomes).map(([id, biome]) => ({
      id,
      label: `${id} ${labelOf(biome, id, locale).text}`,
      groups: Object.entries(entries)
        .filter(([, entry]) => entry.biome === id)
        .map(([code, entry]) => ({ id: code, label: `${code} ${labelOf(entry, code, locale).text}` })),
    })),
    climates: climates
      .filter((climate) => named.includes(climate))
      .map((id) => ({ id, label: t(`like.climate.${id}`) })),
    drivers: [...drivers]
      .map((id) => ({ id, label: labelOf(vocabularies.drivers.entries[id], id, locale) }))
      .sort((a, b) => compare(a.label.text, b.label.text)),
    aims: Object.entries(themes)
      .filter(([id]) => found.has(id) && !noAims.has(id))
      .map(([id, theme]) => ({ id, label: labelOf(theme, id, locale) })),
  };
}

const inBrowser =
  /^(?:like\.(?:at\.(?:read|unread)|here\.failed|map|status|none$|nothing|score|below|criterion|shared|common|missing|km|more|compare)|degrees\.)/;

/** The words that the ranking in a browser is said with. */
export function likeWords(locale: Locale): string {
  return JSON.stringify(
    messageForms(
      locale,
      messageKeys.filter((key) => inBrowser.test(key)),
    ),
  );
}

/** How the rank is made, as it is explained on the page: the numbers are those of the program. */
export function likeRules(locale: Locale): readonly string[] {
  const t = translator(locale);
  return [
    t('like.how.sum', { threshold: formatNumber(threshold, locale) }),
    t('like.how.ecosystem'),
    t('like.how.climate'),
    t('like.how.share'),
    t('like.how.distance', { km: formatNumber(halfDistance, locale) }),
    t('like.how.missing'),
  ];
}

/** Of every biome so many cases at most: what stands there without a script. */
const mostOfBiome = 8;

export interface BiomeCases {
  readonly id: string;
  readonly label: string;
  readonly cases: readonly Entry<'case-studies'>[];
  readonly more: number;
}

/** The cases by the biome of their main ecosystem. */
export function casesByBiome(library: Library, locale: Locale): BiomeCases[] {
  const { entries, biomes } = vocabularies.ecosystems;
  const cases = inListOrder(library, 'case-studies', locale);
  return Object.entries(biomes).flatMap(([id, biome]) => {
    const own = cases.filter(({ facts }) => entries[facts.ecosystems[0] ?? '']?.biome === id);
    const label = labelOf(biome, id, locale).text;
    return own.length > 0
      ? [{ id, label, cases: own.slice(0, mostOfBiome), more: Math.max(0, own.length - mostOfBiome) }]
      : [];
  });
}
