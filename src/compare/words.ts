import type { Locale, Text } from '../i18n/locales.ts';
import type { Values } from '../i18n/message.ts';
import type { Labels } from './record.ts';

/** Vocabularies whose entries are named in a comparison. */
export type LabelKind =
  | 'ecosystems'
  | 'drivers'
  | 'degradation-types'
  | 'interventions'
  | 'indicators'
  | 'pools'
  | 'land-uses';

/** Collections whose entries are named by their titles. */
export type TitleKind = 'protocols' | 'management-models' | 'policy-options' | 'calculators';

/** What a comparison is said with: the same in the build and in a browser. */
export interface CompareWords {
  readonly locale: Locale;
  say(key: string, values?: Values): string;
  label(kind: LabelKind, id: string): Text;
  /** Symbol of a UCUM unit. */
  symbol(unit: string): string;
  title(kind: TitleKind, id: string): Text | undefined;
  /** Indicators in the order of their vocabulary. */
  readonly indicators: readonly string[];
  readonly evidence: Readonly<Record<string, ModelFigures>>;
  /** Address of a page in the reader's language. */
  href(path: string): string;
  /** The same with the site, for files that leave it. */
  url(path: string): string;
}

/** What the cases and paired comparisons of a model give, worked out at the build by the published rules. */
export interface ModelFigures {
  /** Cases without a measured or modelled effect. */
  readonly silent: number;
  readonly ranges: readonly {
    readonly indicator: string;
    /** How the figures stand to what they are compared with. */
    readonly kind: string;
    readonly unit: string;
    readonly lowest: string;
    readonly highest: string;
    readonly figures: number;
    readonly cases: number;
  }[];
  readonly pooled: readonly {
    readonly id: string;
    readonly name: string;
    readonly effect: string;
    readonly certainty: string;
    readonly reasons: readonly string[];
    readonly studies: number;
  }[];
}

/** The words of the reader's language, or the English ones. */
export function textOf(labels: Labels, locale: Locale): Text {
  const own = labels[locale];
  return own === undefined ? { text: labels.en ?? '', lang: 'en' } : { text: own, lang: locale };
}

export function own(text: string, { locale }: Pick<CompareWords, 'locale'>): Text {
  return { text, lang: locale };
}
