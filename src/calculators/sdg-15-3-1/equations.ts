import {
  type Equation,
  min,
  minus,
  over,
  product,
  type Symbols,
  sum,
  sumOver,
  type WorkingStep,
} from '../equation.ts';
import { changes } from './changes.ts';
import type { LandOutputs } from './outputs.ts';

export const symbols: Symbols = {
  dS: { base: 'ΔS', unit: '%' },
  S_1: { base: 'S', sub: '1', unit: 't C/ha' },
  S_2: { base: 'S', sub: '2', unit: 't C/ha' },
  I: { base: 'I', unit: '' },
  P: { base: 'P', unit: '' },
  L: { base: 'L', unit: '' },
  C: { base: 'C', unit: '' },
  A_d: { base: 'A', sub: 'd', unit: 'km²' },
  A_i: { base: 'A', sub: 'i', unit: 'km²' },
  A_s: { base: 'A', sub: 's', unit: 'km²' },
  A_g: { base: 'A', sub: 'g', unit: 'km²' },
  p: { base: 'p', unit: '%' },
};

const guidance = { source: 'unccd-gpg-2021', place: '15.3.1' } as const;
const code = (name: string) => ({ ...guidance, place: `trends.earth-algorithms: ${name}` });

export const equations: readonly Equation[] = [
  {
    ...{ id: 'soc', left: 'dS', ...code('calc_deg_soc') },
    right: product(100, over(minus('S_2', 'S_1'), 'S_1')),
  },
  { id: 'one-out', left: 'I', right: min('P', 'L', 'C'), ...code('calc_deg_sdg') },
  { id: 'area', left: 'A_d', right: sumOver('A_i'), ...guidance },
  {
    ...{ id: 'share', left: 'p', ...guidance },
    right: product(100, over('A_d', sum('A_d', 'A_s', 'A_g'))),
  },
];

interface Given {
  readonly units: readonly { readonly socBaseline: number | null; readonly socFinal: number | null }[];
}

/** The change of carbon and the lowest class of every unit with data, then the area and its share. */
export function working({ units }: Given, outputs: LandOutputs): readonly WorkingStep[] {
  return [
    ...units.flatMap((unit, index) => stepOfCarbon(unit, outputs.units[index]?.socChange ?? null, index)),
    ...outputs.units.flatMap(stepOfClasses),
    ...stepsOfArea(outputs),
  ];
}

function stepOfCarbon(
  { socBaseline: S_1, socFinal: S_2 }: Given['units'][number],
  result: number | null,
  index: number,
): readonly WorkingStep[] {
  if (S_1 === null || S_2 === null || result === null) return [];
  return [{ equation: 'soc', row: { table: 'units', index }, values: { S_1, S_2 }, result }];
}

/** -1, 0 or 1 of a class by its name. */
function codeOf(name: string | null): number | null {
  const names: readonly (string | null)[] = changes;
  const place = names.indexOf(name);
  return place === -1 ? null : place - 1;
}

function stepOfClasses(unit: LandOutputs['units'][number], index: number): readonly WorkingStep[] {
  const P = codeOf(unit.productivity);
  const L = codeOf(unit.landCover);
  const C = codeOf(unit.soc);
  if (P === null || L === null || C === null) return [];
  const row = { table: 'units', index };
  return [{ equation: 'one-out', row, values: { P, L, C }, result: Math.min(P, L, C) }];
}

function stepsOfArea(outputs: LandOutputs): readonly WorkingStep[] {
  const { proportionDegraded, areaDegraded, areaStable, areaImproved } = outputs;
  const A_d = areaDegraded.value;
  const A_s = areaStable.value;
  const A_g = areaImproved.value;
  if (proportionDegraded.value === null || A_d === null || A_s === null || A_g === null) return [];
  const A_i = outputs.units.flatMap(({ indicator, area }) => (indicator === 'degraded' ? (area ?? []) : []));
  return [
    ...(A_i.length === 0 ? [] : [{ equation: 'area', row: null, values: { A_i }, result: A_d }]),
    { equation: 'share', row: null, values: { A_d, A_s, A_g }, result: proportionDegraded.value },
  ];
}
