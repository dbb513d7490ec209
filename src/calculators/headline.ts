import type { Face } from './define.ts';
import type { Inputs } from './fields.ts';
import type { FigureOutput } from './output.ts';

/** The figure that stands first, in its own unit; with inputs, that which they ask for. */
export function headlineOf(
  { id, outputs, headline }: Face,
  inputs: Inputs,
): readonly [name: string, output: FigureOutput] {
  const asked = headline?.by[String(inputs[headline.field])];
  const figure = asked === undefined ? undefined : outputs[asked];
  if (asked !== undefined && figure?.kind === 'figure') return [asked, figure];
  for (const [name, output] of Object.entries(outputs)) if (output.kind === 'figure') return [name, output];
  throw new Error(`${id} has no figure to show first`);
}
