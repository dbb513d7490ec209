import { attributeIds, partIds } from '../../science/recovery-parts.ts';
import type { GoldenInput } from '../golden-input.ts';

type Scores = Readonly<Partial<Record<string, number | null>>>;

/** What is read of a reference case of `golden/recovery-wheel`. */
interface GoldenCase {
  readonly id: string;
  readonly inputs: { readonly scores: Scores };
  readonly expected: {
    readonly overall?: number | null;
    readonly assessed?: number;
    readonly notAssessed?: number;
    readonly attributes?: Readonly<Record<string, Scores>>;
  };
}

/** The reference cases as a reader would enter them; for tests only. What must be refused is left out. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap(({ id, inputs, expected }) => {
    const { attributes, overall, assessed, notAssessed } = expected;
    if (attributes === undefined) return [];
    const rows = attributeIds.flatMap((name, index) =>
      Object.entries(attributes[name] ?? {}).map(
        ([column, value]) => [`attributes.${index}.${column}`, value] as const,
      ),
    );
    const figures = [...Object.entries({ overall, assessed, notAssessed }), ...rows];
    return [
      {
        case: id,
        raw: Object.fromEntries(partIds.map((part) => [part, inputs.scores[part] ?? ''])),
        expected: Object.fromEntries(
          figures.flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
        ),
      },
    ];
  });
}
