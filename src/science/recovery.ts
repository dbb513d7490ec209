import { type RangeFault, rangeFaults, refuse } from './range-fault.ts';
import {
  type AttributeId,
  attributeIds,
  bestScore,
  type PartId,
  partIds,
  recoveryParts,
} from './recovery-parts.ts';

/** A whole number from 0 to 5 for each part that was assessed; null, or no entry, for a part that was not. */
export type PartScores = Readonly<Partial<Record<PartId, number | null>>>;

export interface AttributeScore {
  readonly id: AttributeId;
  /** Mean of the three parts; null unless all three were assessed. */
  readonly score: number | null;
  /** Mean of the one or two parts that were assessed; null where all three were, or none. */
  readonly partial: number | null;
  /** Parts assessed, 0 to 3. */
  readonly assessed: number;
}

export interface Recovery {
  /** Mean of the six attributes; null unless all 18 parts were assessed. */
  readonly overall: number | null;
  /** Parts assessed, 0 to 18. */
  readonly assessed: number;
  readonly notAssessed: number;
  readonly attributes: readonly AttributeScore[];
}

export interface ScoreFault extends Omit<RangeFault, 'code'> {
  readonly code: RangeFault['code'] | 'not-whole';
}

/** Every score that is no whole number from 0 to 5. */
export function scoreFaults(scores: PartScores): readonly ScoreFault[] {
  return partIds.flatMap((id): readonly ScoreFault[] => {
    const value = scores[id] ?? null;
    if (value === null) return [];
    const faults = rangeFaults({ [id]: value }, { [id]: [0, bestScore] as const });
    if (faults.length > 0 || Number.isInteger(value)) return faults;
    return [{ code: 'not-whole', argument: id, value, min: 0, max: bestScore }];
  });
}

/**
 * The recovery wheel of SER Australasia: the score of an attribute is the mean of its three parts, the overall score
 * the mean of the six attributes. A part that was not assessed is nothing, never zero: its attribute then has a
 * partial mean of what was assessed, which is no score, and there is no overall score (a rule of the portal).
 * @throws RangeError for a score that is no whole number from 0 to 5.
 */
export function recoveryOf(scores: PartScores): Recovery {
  refuse(scoreFaults(scores));
  const attributes = attributeIds.map((id) => attributeScore(id, scores));
  const assessed = attributes.reduce((sum, one) => sum + one.assessed, 0);
  const full = attributes.flatMap(({ score }) => score ?? []);
  return {
    overall: full.length === attributes.length ? meanOf(full) : null,
    assessed,
    notAssessed: partIds.length - assessed,
    attributes,
  };
}

function attributeScore(id: AttributeId, scores: PartScores): AttributeScore {
  const parts = recoveryParts[id];
  const known = parts.flatMap((part) => scores[part] ?? []);
  const mean = known.length === 0 ? null : meanOf(known);
  const isFull = known.length === parts.length;
  return { id, score: isFull ? mean : null, partial: isFull ? null : mean, assessed: known.length };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
