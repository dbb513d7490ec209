import type { PublishedEstimate } from '../schemas/neutrality.ts';
import { co2PerC } from '../science/units-gwp/substance.ts';
import { loadVerifier } from '../verification/load.ts';
import { readCases } from '../verification/read-cases.ts';
import { runCase } from '../verification/run-case.ts';
import { readNeutrality } from './neutrality-file.ts';

/** A published removal beside what the portal gets from the inputs that its source states. */
export interface Compared {
  readonly estimate: PublishedEstimate;
  /** What per cents are of: the figure, or the middle of its interval. */
  readonly published: number;
  /** In the unit of the estimate, with the standard deviation where the source states one of its rate. */
  readonly ours: number;
  readonly oursSd: number | null;
  /** t C per hectare and year that the source states; null where each of several parts has its own gain. */
  readonly rate: number | null;
  /** Areas that the sum is made of. */
  readonly parts: number;
  /** Inside the published interval; null where none was published. */
  readonly within: boolean | null;
}

const calculator = 'carbon-neutrality';
const folder = `src/science/golden/${calculator}`;

/** Every estimate whose inputs were read, computed again. */
export async function comparedEstimates(): Promise<readonly Compared[]> {
  const verifier = await loadVerifier(calculator);
  if (verifier === null) throw new Error(`${calculator} has no verifier`);
  const cases = new Map(readCases(folder).map((found) => [found.one.id, found]));
  return readNeutrality().estimates.flatMap((estimate): Compared[] => {
    if (estimate.case === undefined) return [];
    const found = cases.get(estimate.case);
    if (!found) throw new Error(`there is no reference case ${estimate.case}`);
    const { got } = runCase(verifier, found.one, found.files);
    const { parts } = found.one.inputs as { readonly parts: readonly { readonly rate?: number }[] };
    const rate = (parts.length === 1 && parts[0]?.rate) || null;
    const numbers = got as Readonly<Record<string, number | undefined>>;
    return [{ ...compare(estimate, numbers), rate, parts: parts.length }];
  });
}

function compare(
  estimate: PublishedEstimate,
  got: Readonly<Record<string, number | undefined>>,
): Omit<Compared, 'rate' | 'parts'> {
  const { low, high, value = middle(estimate), unit } = estimate;
  const perMt = unit === 'Gt' ? 1000 : 1;
  const ours = got['final_gt_c'] ?? got['sum_gt_c'] ?? (got['annual_mt_c'] ?? Number.NaN) / perMt;
  const sd = got['annual_sd_mt_c'];
  const within = low === undefined || high === undefined ? null : ours >= low && ours <= high;
  return { estimate, published: value, ours, oursSd: sd === undefined ? null : sd / perMt, within };
}

function middle({ low, high }: PublishedEstimate): number {
  if (low === undefined || high === undefined) throw new Error('the schema asks for a figure or an interval');
  return (low + high) / 2;
}

/** An estimate that could not be computed again, with the rate that its own area implies. */
export interface NotCompared {
  readonly estimate: PublishedEstimate;
  /** t CO2 or CO2e per hectare and year; null where no area was read. */
  readonly implied: number | null;
}

export function notCompared(): readonly NotCompared[] {
  return readNeutrality()
    .estimates.filter((estimate) => estimate.case === undefined)
    .map((estimate) => ({ estimate, implied: impliedRate(estimate) }));
}

function impliedRate({ area, value, unit, substance }: PublishedEstimate): number | null {
  if (area === undefined || value === undefined) return null;
  const megatonnes = value * (unit === 'Gt' ? 1000 : 1) * (substance === 'C' ? co2PerC : 1);
  return megatonnes / area; // Mt / Mha
}
