import type { Factor, FactorTable } from '../factor.ts';
import json from './organic-soils.json' with { type: 'json' };

type Values = typeof json.values;
/** `drained.boreal.cropland.co2`, `rewetted.tropical.ch4`. */
export type OrganicSoilFactor = {
  [Land in keyof Values & string]: `${Land}.${keyof Values[Land] & string}`;
}[keyof Values & string];

const { id, title, version, sources, values } = json;
// JSON types its rows one by one, and its triples as lists
const columns: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>> = json.columns;
const readIn: Readonly<Record<string, string>> = json.readIn;
const notes: Readonly<Record<string, string>> = json.notes;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The factor of a cell: its column says unit and table, its row where it holds. */
function factorOf(land: string, part: string, [value = Number.NaN, low, high]: readonly number[]): Factor {
  const key = `${land}.${part}`;
  const [state = '', zone = ''] = land.split(/[.-]/);
  const [unit, substance, place] = columns[state]?.[part] ?? [];
  const again = json.readAgain.some((start) => key.startsWith(start));
  return {
    value,
    unit: unit ?? '1',
    substance: substance ?? null,
    error: low === undefined || high === undefined ? null : { kind: 'interval', low, high, level: 0.95 },
    source: 'ipcc-2014-wetlands',
    place: place ?? '',
    validity: `${capital(state)} organic soil, ${zone} zone${state === 'drained' ? '' : ', from the year of rewetting'}`,
    status: 'seen',
    seenIn: `${readIn[state]}${again ? `; ${json.readAgainIn}` : ''}`,
    ...(notes[key] === undefined ? {} : { note: notes[key] }),
  };
}

const factors = Object.fromEntries(
  Object.entries(values).flatMap(([land, row]) =>
    Object.entries(row).map(([part, cell]) => [`${land}.${part}`, factorOf(land, part, cell)]),
  ),
) as Record<OrganicSoilFactor, Factor>; // one for every cell

/** Emission factors of drained and rewetted organic soils (IPCC Wetlands Supplement, chapters 2 and 3). */
export const organicSoilFactors: FactorTable<OrganicSoilFactor> = { id, title, version, sources, factors };
