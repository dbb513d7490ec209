import { convert } from '../science/units.ts';
import type { Answer } from './answer.ts';

/** A pooled answer in which a stock of carbon was compared with land that was not restored: what a yearly gain needs. */
export interface CarbonGain {
  readonly question: string;
  /** Logarithm of restored over comparison land, its standard error, and the variance between studies. */
  readonly estimate: number;
  readonly standardError: number;
  readonly tau2: number;
  /** Independent studies. */
  readonly k: number;
  /** Publications they come from. */
  readonly publications: number;
  /** Median over the studies of the stock of the comparison land, t C/ha. */
  readonly stock: number;
  /** Mean over the studies of the years since restoration began. */
  readonly years: number;
}

const stocks = new Set(['soil-organic-carbon-stock', 'vegetation-carbon-stock', 'ecosystem-carbon-stock']);

/** null where the answer is no stock of carbon against land that was not restored, or no study tells its years. */
export function carbonGain(answer: Answer): CarbonGain | null {
  const { question, synthesis, studies, sources } = answer;
  if (synthesis === null || question.comparator !== 'degraded' || !stocks.has(question.indicator))
    return null;
  const { estimate, standardError, tau2 } = synthesis.pooled;
  const years = studies.flatMap((study) => study.years ?? []);
  if (standardError === null || years.length === 0) return null;
  const each = studies.map(({ comparisons }) => mean(comparisons.map(stockOf)));
  return {
    ...{ question: question.id, estimate, standardError, tau2, k: studies.length },
    ...{ publications: sources.length, stock: median(each), years: mean(years) },
  };
}

/** Stock of the comparison land of one comparison, t C/ha; layers of a profile have been added up. */
function stockOf({ other, parts }: Answer['comparisons'][number]): number {
  return convert(other.mean, parts[0]?.row.unit ?? '', 't/har');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = low] = [
    sorted[middle],
    sorted[sorted.length % 2 === 1 ? middle : middle - 1],
  ];
  return (low + high) / 2;
}
