import { type Distribution, fixed, truncatedNormal } from '../distributions.ts';
import { monteCarlo, type Summary, summarise } from '../monte-carlo.ts';
import { co2PerC } from '../units-gwp/substance.ts';
import type { AppliedFactor, ReferenceStock } from './systems.ts';

/** A factor with a name: one that stands before and after under the same name is one and the same number. */
export interface NamedFactor {
  readonly name: string;
  readonly value: number;
  /** Two standard deviations in % of the value; null: exactly known. */
  readonly error: number | null;
}

export interface ChangeUncertainty extends Summary {
  /** Share of the draws in which the soil gains. */
  readonly probabilityOfGain: number;
}

/** 97.5 % point of the normal distribution, as the limits of SOC_REF are made of it. */
const z95 = 1.96;

/** A factor is drawn under this name; SOC_REF under its own. */
const drawnAs = (name: string) => `F ${name}`;

/** How SOC_REF and the factors spread: normal, cut off at 0. */
export function changeSpreads(
  referenceStock: ReferenceStock,
  factors: readonly NamedFactor[],
): Readonly<Record<string, Distribution>> {
  const inputs: Record<string, Distribution> = {
    SOC_REF: spread(referenceStock.value, referenceStock.error, z95),
  };
  for (const { name, value, error } of factors) inputs[drawnAs(name)] ??= spread(value, error, 2);
  return inputs;
}

/** Change of the stock during the transition, t CO2 ha-1 a-1, for drawn numbers. */
export function drawnChange(
  before: readonly NamedFactor[],
  after: readonly NamedFactor[],
  transition: number,
): (x: Readonly<Record<string, number>>) => number {
  const [namesBefore, namesAfter] = [before, after].map((all) => all.map(({ name }) => drawnAs(name)));
  return (x) => {
    let [first, last] = [1, 1];
    for (const name of namesBefore ?? []) first *= x[name] ?? Number.NaN;
    for (const name of namesAfter ?? []) last *= x[name] ?? Number.NaN;
    return (((x['SOC_REF'] ?? Number.NaN) * (last - first)) / transition) * co2PerC;
  };
}

/**
 * Change of the stock during the transition, t CO2 ha-1 a-1, gain positive, by Monte Carlo (IPCC 2006, vol. 1,
 * ch. 3, approach 2): normal distributions cut off at 0, SOC_REF with sd = error/1.96, factors with sd = error/2.
 * SOC_REF is drawn once, and so is a factor that stands before and after.
 * @param draws 2 to 10 million @param seed whole number from 0
 */
export function changeUncertainty(
  referenceStock: ReferenceStock,
  before: readonly NamedFactor[],
  after: readonly NamedFactor[],
  transition: number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): ChangeUncertainty {
  const { value: samples } = monteCarlo(
    changeSpreads(referenceStock, [...before, ...after]),
    drawnChange(before, after, transition),
    { draws, seed },
  );
  let gains = 0;
  for (const sample of samples) if (sample > 0) gains += 1;
  return { ...summarise(samples), probabilityOfGain: gains / samples.length };
}

/** A published value with its error in %, as a normal distribution that has no negative part. */
function spread(value: number, error: number | null, deviations: number): Distribution {
  return error === null || error === 0
    ? fixed(value)
    : truncatedNormal(value, (value * error) / 100 / deviations, 0);
}

/** A factor of a system by its name in the table. */
export function namedFactors(factors: Readonly<Record<string, AppliedFactor>>): readonly NamedFactor[] {
  return Object.entries(factors).map(([part, { key, value, error }]) => ({
    name: `${part} ${key === 'own' ? value : key}`,
    value,
    error,
  }));
}
