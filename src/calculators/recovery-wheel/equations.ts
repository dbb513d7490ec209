import { recoveryParts } from '../../science/recovery-parts.ts';
import { type Equation, over, type Symbols, sumOver, type WorkingStep } from '../equation.ts';
import type { WheelInputs } from './fields.ts';
import type { WheelOutputs } from './outputs.ts';

export const symbols: Symbols = {
  s: { base: 's', unit: '' },
  n: { base: 'n', unit: '' },
  S_a: { base: 'S', sub: 'a', unit: '' },
  S: { base: 'S', unit: '' },
};

const tool = { source: 'ser-australasia-wheel', place: 'text above the tool' } as const;

export const equations: readonly Equation[] = [
  { id: 'attribute', left: 'S_a', right: over(sumOver('s'), 'n'), ...tool },
  { id: 'overall', left: 'S', right: over(sumOver('S_a'), 6), ...tool },
];

/** The means with the reader's scores; a mean of fewer than three parts is worked too, and is partial. */
export function working(inputs: WheelInputs, { attributes, overall }: WheelOutputs): readonly WorkingStep[] {
  const each = Object.values(recoveryParts).flatMap((parts, index): WorkingStep[] => {
    const s = parts.flatMap((part) => inputs[part] ?? []);
    const mean = attributes[index]?.score ?? attributes[index]?.partial ?? null;
    return mean === null
      ? []
      : [{ equation: 'attribute', row: null, values: { s, n: s.length }, result: mean }];
  });
  if (overall.value === null) return each;
  const values = { S_a: attributes.flatMap(({ score }) => score ?? []) };
  return [...each, { equation: 'overall', row: null, values, result: overall.value }];
}
