import { rothcBounds } from '../../science/rothc/domain.ts';
import { choice, type InputsOf, quantity, table } from '../fields.ts';

const { soil, month } = rothcBounds;
const within = ([min, max]: readonly [number, number]) => ({ min, max });
const carbon = { unit: 't/har', symbol: 't C/ha', substance: 'C' } as const;
const stock = { ...carbon, ...within(soil.inert) };
const landUses = ['crops', 'grassland', 'woodland'] as const;
const cover = choice(['covered', 'bare'], 'covered');
const plants = quantity({ ...carbon, ...within(month.plantInput) });
const manure = quantity({ ...carbon, ...within(month.manureInput) });
const ratio = quantity({ unit: '1', ...within(month.dpmRpm), optional: true, more: true });

/** Golden case rothc-04: °C, mm, mm, t C/ha before, cover before, t C/ha after, cover after. */
const example = [
  [-6.5, 4, 28, 0, 'bare', 0, 'bare'],
  [-2.8, 6, 42, 0, 'bare', 0, 'bare'],
  [4.1, 15, 88, 0, 'bare', 0.05, 'bare'],
  [11.6, 28, 150, 0.02, 'covered', 0.1, 'covered'],
  [17.2, 45, 190, 0.05, 'covered', 0.2, 'covered'],
  [21.4, 60, 205, 0.1, 'covered', 0.3, 'covered'],
  [23, 105, 190, 0.2, 'covered', 0.3, 'covered'],
  [21.5, 110, 160, 0.3, 'covered', 0.25, 'covered'],
  [16.2, 75, 105, 0.25, 'covered', 0.2, 'covered'],
  [9.6, 38, 75, 0, 'bare', 0.1, 'covered'],
  [1.8, 14, 44, 0, 'bare', 0.05, 'bare'],
  [-4.9, 4, 28, 0, 'bare', 0, 'bare'],
] as const;

/** What is asked: soil, change of use, where the run begins, twelve months; then what most readers leave alone. */
export const fields = {
  depth: quantity({ unit: 'cm', ...within(soil.depth), default: 30 }),
  clay: quantity({ unit: '%', ...within(soil.clay), default: 16 }),
  landBefore: choice(landUses, 'crops'),
  landAfter: choice(landUses, 'grassland'),
  years: quantity({ unit: 'a', symbol: '', min: 1, max: 200, default: 30 }),
  start: choice(['spin-up', 'measured'], 'spin-up'),
  measuredStock: quantity({ ...stock, optional: true }),
  inert: quantity({ ...stock, optional: true, default: 2.1 }),
  evaporation: choice(['pan', 'potential'], 'pan'),
  months: table({
    columns: {
      temperature: quantity({ unit: 'Cel', symbol: '°C', ...within(month.temperature) }),
      rain: quantity({ unit: 'mm', ...within(month.rain) }),
      evaporation: quantity({ unit: 'mm', ...within(month.panEvaporation) }),
      plantBefore: plants,
      coverBefore: cover,
      plantAfter: plants,
      coverAfter: cover,
    },
    rows: example.map(
      ([temperature, rain, evaporation, plantBefore, coverBefore, plantAfter, coverAfter]) => ({
        temperature,
        rain,
        evaporation,
        plantBefore,
        coverBefore,
        plantAfter,
        coverAfter,
      }),
    ),
    minRows: 12,
    maxRows: 12,
  }),
  inputBand: quantity({ unit: '%', min: 0, max: 100, default: 20, more: true }),
  stockError: quantity({ ...carbon, min: 0, max: 500, optional: true, more: true }),
  targetStock: quantity({ ...stock, optional: true, more: true }),
  manure: table({
    columns: { month: quantity({ unit: '1', min: 1, max: 12 }), before: manure, after: manure },
    rows: [],
    minRows: 0,
    maxRows: 24,
    more: true,
  }),
  ratioBefore: ratio,
  ratioAfter: ratio,
};

/** What stands in the form, read. */
export type RothcInputs = InputsOf<typeof fields>;
