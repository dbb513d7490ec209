import { type AttributeScore, type PartScores, recoveryOf } from '../../science/recovery.ts';
import { bestScore, partIds, recoveryParts } from '../../science/recovery-parts.ts';
import type { Rounded } from '../say.ts';
import type { Name, ViewModel } from '../view.ts';

/** The scores of a site around a circle; cases that were scored are drawn with it too. */
export function wheel(scores: PartScores): ViewModel {
  const { assessed, attributes } = recoveryOf(scores);
  return {
    kind: 'wheel',
    best: bestScore,
    values: { assessed, all: partIds.length, best: bestScore },
    sectors: attributes.map((attribute) => ({
      name: { key: `label.attributes.attribute.${attribute.id}` },
      printed: printed(attribute),
      parts: recoveryParts[attribute.id].map((part) => ({
        name: { key: `label.parts.part.${part}` },
        score: scores[part] ?? null,
      })),
    })),
    filled: { key: 'view.wheel.filled', values: { best: bestScore } },
    none: 'none',
    columns: ['attribute', 'part', 'score'],
  };
}

/** The mean of an attribute, and on how many parts it rests where these are not all. */
function printed({ id, score, partial, assessed }: AttributeScore): Name {
  const mean = (number: number): Rounded => ({ number, digits: 3, signed: false });
  if (score !== null) return { key: 'view.wheel.mean', values: { mean: mean(score) } };
  if (partial === null) return 'none';
  const values = { mean: mean(partial), assessed, all: recoveryParts[id].length };
  return { key: 'view.wheel.partial', values };
}
