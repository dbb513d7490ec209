import type { RawInputs } from '../fields.ts';
import type { GoldenInput } from '../golden-input.ts';

type Cell = number | string | null | undefined;

interface Fit {
  readonly estimate: number;
  readonly pval: number;
  readonly tau2: number;
  readonly I2: number;
}

/** What is read of a reference case of `golden/meta-analysis`. */
interface GoldenCase {
  readonly id: string;
  readonly inputs: {
    readonly measure: string;
    readonly studies: readonly Readonly<Record<string, Cell>>[];
    readonly subgroup?: readonly string[] | undefined;
  };
  readonly expected: {
    readonly REML_knha?: Fit | undefined;
    readonly DL_z?: Fit | undefined;
    readonly fixed_effect?: Fit | undefined;
  };
}

const fits = [
  ['REML_knha', 'REML', 'knha'],
  ['DL_z', 'DL', 'z'],
  ['fixed_effect', 'FE', 'z'],
] as const;

/** The reference cases as a reader would enter them, by three models each; for tests only. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap(({ id, inputs, expected }) =>
    fits.flatMap(([name, method, test]): GoldenInput[] => {
      const fit = expected[name];
      // Below three studies the calculator gives the normal interval.
      if (fit === undefined || (test === 'knha' && inputs.studies.length < 3)) return [];
      return [{ case: id, raw: { ...rawOf(inputs), method, test }, expected: figuresOf(fit) }];
    }),
  );
}

function rawOf({ measure, studies, subgroup }: GoldenCase['inputs']): RawInputs {
  if (measure !== 'yi/vi') {
    return { measure, studies: studies.map((one, i) => ({ ...one, subgroup: subgroup?.[i] ?? '' })) };
  }
  const effects = studies.map(({ study, yi, vi }) => ({ study, effect: yi, variance: vi }));
  return { measure: 'given', studies: [], effects };
}

function figuresOf({ estimate, pval, tau2, I2 }: Fit) {
  return { effect: estimate, p: pval, tau: Math.sqrt(tau2), i2: I2 };
}
