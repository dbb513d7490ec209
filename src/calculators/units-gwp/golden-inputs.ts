import type { GoldenInput } from '../golden-input.ts';

/** What is read of a reference case of `golden/units-gwp`. */
interface GoldenCase {
  readonly id: string;
  readonly operation: string;
  readonly inputs: {
    readonly value?: number | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly sets?: readonly string[] | undefined;
    readonly co2_t?: number | undefined;
    readonly ch4_kg?: number | undefined;
    readonly n2o_n_kg?: number | undefined;
  };
  readonly expected: object;
}

/** The reference cases as a reader would enter them; for tests only. Cases of several sets give one entry a set. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap((one) => {
    if (one.operation === 'gas-balance') return ofBalance(one);
    return one.operation === 'gwp-table' ? ofPotentials(one) : [ofConversion(one)];
  });
}

function setOf(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

function ofBalance({ id, inputs, expected }: GoldenCase): readonly GoldenInput[] {
  return Object.entries(expected).map(([name, balance]) => ({
    case: id,
    raw: { co2: inputs.co2_t, ch4: inputs.ch4_kg, n2o: inputs.n2o_n_kg, gwpSet: setOf(name) },
    expected: { balance: Number(balance) },
  }));
}

function ofPotentials({ id, inputs, expected }: GoldenCase): readonly GoldenInput[] {
  // the shape of this operation
  const { CH4, N2O } = expected as Readonly<Record<'CH4' | 'N2O', Readonly<Record<string, number>>>>;
  return (inputs.sets ?? []).map((name) => ({
    case: id,
    raw: { gwpSet: setOf(name) },
    expected: { gwpCh4: CH4[name] ?? Number.NaN, gwpN2o: N2O[name] ?? Number.NaN },
  }));
}

function ofConversion({ id, inputs: { value, from, to }, expected }: GoldenCase): GoldenInput {
  const result = 'value' in expected ? Number(expected.value) : Number.NaN;
  return {
    case: id,
    raw: { conversions: [{ value, from, to }] },
    expected: { 'conversions.0.result': result },
  };
}
