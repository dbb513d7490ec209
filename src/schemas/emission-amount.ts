import { molarFactors } from '../science/factors/molar.ts';
import type { Co2Figure, GasFigure } from './neutrality.ts';

/** Mt CO2 or CO2e a year of a figure, with its ± in the same unit; carbon by the factor of its source, else 44/12. */
export function amountOf(figure: Co2Figure | GasFigure): {
  readonly value: number;
  readonly error: number | null;
} {
  const { value, error, unit } = figure;
  const perC = 'substance' in figure && figure.substance === 'C' ? (figure.perC ?? factor) : 1;
  const times = (unit === 'Gt' ? 1000 : 1) * perC;
  return { value: value * times, error: error === undefined ? null : error * times };
}

const factor = molarFactors.factors['ratio.CO2'].value;
