import type { GoldenInput } from '../golden-input.ts';

/** A case of golden/yasso15/cases.json: years of one litter, or the steady state it leads to. */
export interface GoldenCase {
  readonly id: string;
  readonly inputs: {
    readonly monthly_temperature_c: readonly number[];
    readonly annual_precipitation_mm: number;
    readonly initial_awenh: readonly number[];
    readonly annual_litter_awenh: readonly number[];
    readonly woody_diameter_cm: number;
    readonly leaching: number;
    readonly years: number | null;
  };
  readonly expected: {
    readonly total?: number;
    readonly checkpoints?: readonly { readonly year: number; readonly total: number }[];
  };
}

/** Golden cases as they are typed into the form; without litter any shares will do. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.map(({ id, inputs, expected }) => {
    const total = inputs.annual_litter_awenh.reduce((sum, one) => sum + one, 0);
    const [a, w, e, n] = sharesOf(total === 0 ? [0.65, 0.03, 0.02, 0.3] : inputs.annual_litter_awenh);
    const [poolA, poolW, poolE, poolN, poolH] = inputs.initial_awenh.map(String);
    const { years } = inputs;
    const raw = {
      years: String(years ?? 1),
      start: 'pools',
      litter: [{ before: '0', after: text(total), diameter: String(inputs.woody_diameter_cm), a, w, e, n }],
      precipitation: String(inputs.annual_precipitation_mm),
      months: inputs.monthly_temperature_c.map((temperature) => ({ temperature: String(temperature) })),
      ...{ poolA, poolW, poolE, poolN, poolH },
      leaching: String(inputs.leaching),
    };
    const end = expected.checkpoints?.find(({ year }) => year === years)?.total;
    return { case: id, raw, expected: numbersOf({ endStock: end, longTermStock: expected.total }) };
  });
}

/** Shares in per cent, as many digits as a double holds. */
function sharesOf(litter: readonly number[]): readonly string[] {
  const total = litter.reduce((sum, one) => sum + one, 0);
  return litter.map((one) => text((100 * one) / total));
}

/** Without the last binary digits: 2.2, not 2.2000000000000002. */
function text(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** What the case says of some outputs. */
function numbersOf(all: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
