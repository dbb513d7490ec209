import type { Pooled } from '../science/meta-analysis/model.ts';
import { fewestStudies } from './settings.ts';

/**
 * The rule by which the portal says what a synthesis shows and how sure it is. It is published in
 * docs/decisions/0010-evidence-synthesis.md and printed on the page; nobody types a level.
 */
export const certaintyLevels = ['very-low', 'low', 'moderate'] as const;
export type CertaintyLevel = (typeof certaintyLevels)[number];

/** What takes a level off. No comparison here is known to be randomised, so that none starts above moderate. */
export const certaintyReasons = [
  /** Fewer than three independent studies: nothing is pooled. */
  'not-pooled',
  /** Fewer than five independent studies. */
  'few-studies',
  /** All from one publication or data deposit. */
  'one-project',
  /** The interval for a further place holds no effect although that of the mean does not, or I2 is above 75 %. */
  'unlike',
  /** Leaving one study out changes what is said. */
  'one-study',
  /** Standard deviations were filled in. */
  'filled',
] as const;
export type CertaintyReason = (typeof certaintyReasons)[number];

/** Whether the interval lies above, below or around no difference. */
export type Direction = 'higher' | 'lower' | 'unclear';

/** What it means for the aim of restoration; `none` where more is neither better nor worse. */
export type Verdict = 'better' | 'worse' | 'unclear' | 'none';

export interface Certainty {
  readonly level: CertaintyLevel;
  readonly reasons: readonly CertaintyReason[];
  readonly direction: Direction;
  readonly verdict: Verdict;
  /** Studies above and below no difference, whatever their interval. */
  readonly above: number;
  readonly below: number;
}

/** Indicators of which restoration wants more. Fluxes and matter that is neither good nor bad are not among them. */
const wanted: ReadonlySet<string> = new Set([
  'above-ground-biomass',
  'crop-yield',
  'dissolved-oxygen',
  'ecosystem-carbon-stock',
  'effective-species-number',
  'moss-biomass-growth',
  'moss-height-growth',
  'plant-species-richness',
  'shannon-diversity',
  'soil-organic-carbon-concentration',
  'soil-organic-carbon-stock',
  'species-richness',
  'target-species-richness',
  'vegetation-biomass',
  'vegetation-carbon-stock',
]);

interface Findings {
  readonly indicator: string;
  readonly studies: readonly { readonly effect: number }[];
  readonly synthesis: { readonly pooled: Pooled; readonly leaveOneOut: readonly Pooled[] } | null;
  readonly sources: readonly string[];
  readonly filled: boolean;
}

export function certaintyOf({ indicator, studies, synthesis, sources, filled }: Findings): Certainty {
  const counted = {
    above: studies.filter(({ effect }) => effect > 0).length,
    below: studies.filter(({ effect }) => effect < 0).length,
  };
  if (synthesis === null)
    return {
      level: 'very-low',
      reasons: ['not-pooled'],
      direction: 'unclear',
      verdict: 'unclear',
      ...counted,
    };
  const { pooled, leaveOneOut } = synthesis;
  const direction = directionOf(pooled);
  const holds = (reason: CertaintyReason): boolean => {
    switch (reason) {
      case 'not-pooled':
        return studies.length < fewestStudies;
      case 'few-studies':
        return studies.length < 5;
      case 'one-project':
        return sources.length < 2;
      case 'unlike':
        return pooled.i2 > 75 || (direction !== 'unclear' && holdsZero(pooled.prediction));
      case 'one-study':
        return leaveOneOut.some((without) => directionOf(without) !== direction);
      case 'filled':
        return filled;
    }
  };
  const reasons = certaintyReasons.filter(holds);
  const level = certaintyLevels[Math.max(0, certaintyLevels.length - 1 - reasons.length)] ?? 'very-low';
  return { level, reasons, direction, verdict: verdictOf(direction, indicator), ...counted };
}

export function directionOf({ low, high }: Pick<Pooled, 'low' | 'high'>): Direction {
  if (low === null || high === null) return 'unclear';
  if (low > 0) return 'higher';
  return high < 0 ? 'lower' : 'unclear';
}

function verdictOf(direction: Direction, indicator: string): Verdict {
  if (direction === 'unclear') return 'unclear';
  if (!wanted.has(indicator)) return 'none';
  return direction === 'higher' ? 'better' : 'worse';
}

function holdsZero(interval: { readonly low: number; readonly high: number } | null): boolean {
  return interval !== null && interval.low <= 0 && interval.high >= 0;
}
