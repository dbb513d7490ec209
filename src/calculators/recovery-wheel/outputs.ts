import { attributeIds, partIds } from '../../science/recovery-parts.ts';
import { figure, label, type OutputsOf, rows } from '../output.ts';

const mean = figure({ unit: '1', digits: 3 });
const count = figure({ unit: '1', digits: 2 });

/** What the calculator gives. Without all 18 parts there is no overall score, without all three none of an attribute. */
export const outputs = {
  overall: mean,
  assessed: count,
  notAssessed: count,
  attributes: rows({
    attribute: label(attributeIds),
    score: mean,
    partial: mean,
    assessed: count,
    evidence: label(),
  }),
  parts: rows(
    { attribute: label(attributeIds), part: label(partIds), score: figure({ unit: '1', digits: 1 }) },
    { shown: 'file' },
  ),
};

export type WheelOutputs = OutputsOf<typeof outputs>;
