import type { Face, Model, Success } from './define.ts';
import { estimateOf } from './define.ts';
import type { InputRow, Inputs, QuantityField } from './fields.ts';
import { headlineOf } from './headline.ts';

/** How far the headline moves when one input does. */
export interface Driver {
  /** `field`, or `table.column`: all rows of a column move together. */
  readonly path: string;
  /** Headline at the lower and at the upper end of the input. */
  readonly low: number;
  readonly high: number;
  /** How far the input was moved to either side: in % of its value, or a temperature in degrees. */
  readonly step: number;
  readonly unit: '%' | '°C';
  /** The method states this uncertainty; otherwise it is a trial, the same for all inputs. */
  readonly stated: boolean;
}

/** Inputs without a stated uncertainty are moved by so many per cent, to compare them. */
const trialPercent = 10;
/** Temperatures by so many degrees: their zero is no natural one, and a share of them means nothing. */
const trialDegrees = 1;
/** Settings of the simulation, of which a result should not hang. */
const settings: readonly string[] = ['seed', 'draws', 'samples'];

/**
 * One input at a time to the ends of its 95 % interval, or by 10 % (temperatures by 1 °C) where the method states
 * none, the others as they are: what the headline becomes, the largest effect first. Ends outside the bounds of an
 * input stop at them. Inputs that move nothing are left out. Where the inputs are a file of measurements, what stands beside it
 * are settings, and nothing is moved.
 */
export function driversOf(calculator: Face, model: Model, { inputs, result }: Success): readonly Driver[] {
  if (!calculator.drivers || Object.values(calculator.fields).some(({ kind }) => kind === 'csv')) return [];
  const [name] = headlineOf(calculator, inputs);
  const centre = estimateOf(result, name).value;
  if (centre === null) return [];
  const headline = (changed: Inputs): number | null => {
    const computation = model.compute(changed);
    return computation.ok ? estimateOf(computation.result, name).value : null;
  };
  return quantitiesOf(calculator)
    .flatMap(({ path, field }): Driver[] => {
      const { step, unit } = stepOf(field);
      const low = headline(moved(inputs, path, field, -step));
      const high = headline(moved(inputs, path, field, step));
      if (low === null || high === null || (low === centre && high === centre)) return [];
      return [{ path, low, high, step, unit, stated: field.uncertainty !== null }];
    })
    .sort((a, b) => reach(b, centre) - reach(a, centre));
}

function stepOf({ unit, uncertainty }: QuantityField): Pick<Driver, 'step' | 'unit'> {
  if (uncertainty === null && unit === 'Cel') return { step: trialDegrees, unit: '°C' };
  return { step: uncertainty ?? trialPercent, unit: '%' };
}

function reach({ low, high }: Driver, centre: number): number {
  return Math.max(Math.abs(low - centre), Math.abs(high - centre), Math.abs(high - low));
}

function quantitiesOf({ fields }: Face): readonly { path: string; field: QuantityField }[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind === 'quantity') return settings.includes(name) ? [] : [{ path: name, field }];
    if (field.kind !== 'table') return [];
    return Object.entries(field.columns).flatMap(([column, one]) =>
      one.kind === 'quantity' ? [{ path: `${name}.${column}`, field: one }] : [],
    );
  });
}

/** The inputs with one of them, or one column, moved by a step, within its bounds. */
function moved(inputs: Inputs, path: string, field: QuantityField, step: number): Inputs {
  const { min, max } = field;
  const isShare = stepOf(field).unit === '%';
  const move = (value: InputRow[string]) =>
    typeof value === 'number'
      ? Math.min(max, Math.max(min, isShare ? value * (1 + step / 100) : value + step))
      : value;
  const [name = '', column] = path.split('.');
  const value = inputs[name] ?? null;
  if (typeof value !== 'object' || value === null) return { ...inputs, [name]: move(value) };
  if (column === undefined) return inputs;
  return { ...inputs, [name]: value.map((row) => ({ ...row, [column]: move(row[column] ?? null) })) };
}
