import { formatQuantity } from '../i18n/format.ts';
import type { Locale, Text } from '../i18n/locales.ts';
import { effectsOf } from './case-span.ts';
import { type EffectKind, type EvidencePanel, effectsIn, evidenceOf } from './evidence.ts';
import type { Entry, Library } from './library.ts';

/** What the cases of a management model measured; worked out from them, never typed. */
export interface ModelEvidence {
  readonly cases: readonly Entry<'case-studies'>[];
  /** Cases without a single effect that was measured or modelled. */
  readonly silent: number;
  readonly ranges: readonly EffectRange[];
}

/** The figures of one indicator, kind and unit, from the lowest to the highest as they are printed. */
export interface EffectRange {
  readonly indicator: string;
  readonly label: Text;
  readonly kind: EffectKind;
  readonly unit: string;
  readonly figures: number;
  readonly cases: number;
  readonly lowest: string;
  /** Empty where all figures are one. */
  readonly highest: string;
}

export function modelEvidence(library: Library, slug: string, locale: Locale): ModelEvidence {
  const cases = library.all('case-studies').filter(({ facts }) => facts.models?.includes(slug));
  const effects = effectsIn(library, locale).filter(({ entry }) => entry.facts.models?.includes(slug));
  return {
    cases,
    silent: cases.filter(({ facts }) => effectsOf(facts) === 0).length,
    ranges: evidenceOf(effects, locale).flatMap(({ indicators }) =>
      indicators.flatMap(({ id, label, panels }) =>
        panels.map((panel) => ({ indicator: id, label, ...rangeOf(panel, locale) })),
      ),
    ),
  };
}

function rangeOf(
  { kind, unit, rows }: EvidencePanel,
  locale: Locale,
): Omit<EffectRange, 'indicator' | 'label'> {
  const outcomes = rows.map(({ outcome }) => outcome);
  const bottom = outcomes.reduce((least, one) => (lowOf(one) < lowOf(least) ? one : least));
  const top = outcomes.reduce((most, one) => (highOf(one) > highOf(most) ? one : most));
  const print = (figure: typeof bottom) =>
    formatQuantity(figure, locale, kind === 'change' || kind === 'difference');
  return {
    ...{ kind, unit, figures: rows.length },
    cases: new Set(rows.map(({ entry }) => entry.slug)).size,
    lowest: print(bottom),
    highest: rows.length > 1 && bottom !== top ? print(top) : '',
  };
}

interface Extent {
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

const lowOf = ({ value, low }: Extent) => value ?? low ?? 0;
const highOf = ({ value, high }: Extent) => value ?? high ?? 0;
