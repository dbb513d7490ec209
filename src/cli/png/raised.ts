/** How a character stands: at its place and size, or smaller, raised or lowered, in ems. */
export interface Standing {
  readonly size: number;
  readonly rise: number;
}

export const upright: Standing = { size: 1, rise: 0 };
const raised: Standing = { size: 0.64, rise: 0.34 };
const lowered: Standing = { size: 0.64, rise: -0.14 };

const standings = new Map<string, readonly [string, Standing]>([
  ...pairs('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻', '0123456789+−', raised),
  ...pairs('₀₁₂₃₄₅₆₇₈₉₊₋', '0123456789+−', lowered),
]);

/** Exponents and indices are drawn as small figures: fonts hold some of them and lack others. */
export function standingOf(character: string): readonly [string, Standing] {
  return standings.get(character) ?? [character, upright];
}

function pairs(small: string, plain: string, standing: Standing): [string, readonly [string, Standing]][] {
  return [...small].map((character, index) => [character, [plain[index] ?? character, standing] as const]);
}
