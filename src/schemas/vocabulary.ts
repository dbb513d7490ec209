import { z } from 'zod';
import type { Locale, Text } from '../i18n/locales.ts';
import degradationTypes from '../vocabularies/degradation-types.json' with { type: 'json' };
import drivers from '../vocabularies/drivers.json' with { type: 'json' };
import ecosystems from '../vocabularies/ecosystems.json' with { type: 'json' };
import indicators from '../vocabularies/indicators.json' with { type: 'json' };
import interventions from '../vocabularies/interventions.json' with { type: 'json' };
import landUses from '../vocabularies/land-uses.json' with { type: 'json' };
import pools from '../vocabularies/pools.json' with { type: 'json' };
import units from '../vocabularies/units.json' with { type: 'json' };

type Labels = Readonly<Partial<Record<Locale, string>>>;

export interface VocabularyEntry {
  readonly label: Labels;
  readonly definition?: Labels;
}

export interface Vocabulary {
  readonly title: string;
  readonly version: string;
  readonly source: string;
  readonly entries: Readonly<Record<string, VocabularyEntry>>;
}

export interface Indicator extends VocabularyEntry {
  readonly theme: string;
  readonly units: readonly string[];
  readonly substances?: readonly string[];
  readonly pool?: string;
  readonly protocols?: readonly string[];
  readonly calculators?: readonly string[];
}

export interface Ecosystem extends VocabularyEntry {
  readonly type: string;
  readonly biome: string;
}

export interface UnitWords extends VocabularyEntry {
  readonly symbol: string;
  readonly common?: readonly string[];
}

/** The controlled vocabularies: versioned data, labelled in every language, with their crosswalk codes. */
export const vocabularies = {
  ecosystems: ecosystems as Vocabulary & {
    entries: Record<string, Ecosystem>;
    types: Record<string, VocabularyEntry>;
    biomes: Record<string, VocabularyEntry>;
  },
  drivers: drivers as Vocabulary,
  'degradation-types': degradationTypes as Vocabulary,
  interventions: interventions as Vocabulary,
  indicators: indicators as Vocabulary & {
    entries: Record<string, Indicator>;
    themes: Record<string, VocabularyEntry>;
  },
  pools: pools as Vocabulary,
  units: units as Vocabulary & { entries: Record<string, UnitWords> },
  'land-uses': landUses as Vocabulary,
} as const;

export type VocabularyName = keyof typeof vocabularies;

/** An entry of a vocabulary, by its id. */
export const entryOf = (name: VocabularyName, description: string) =>
  z.enum(Object.keys(vocabularies[name].entries)).meta({ description, vocabulary: name });

/** The label of an entry in a language, or in English where it has none. */
export function labelOf(entry: VocabularyEntry | undefined, id: string, locale: Locale): Text {
  const own = entry?.label[locale];
  if (own) return { text: own, lang: locale };
  return { text: entry?.label.en ?? id, lang: 'en' };
}
