import {
  type ProfileFault,
  profileFaults,
  referenceFaults,
  stonesOnly,
} from '../../science/soc-stock/faults.ts';
import type { SoilLayer } from '../../science/soc-stock/layers.ts';
import { assess, type SocStockInputs } from './assess.ts';
import { warningsOf } from './warnings.ts';

export { unsure } from './unsure.ts';
export { warnings } from './warnings.ts';
export const problems = [
  'not-from-surface',
  'gap',
  'overlap',
  'lower-not-deeper',
  'too-shallow',
  'no-fine-earth',
  'stones-only',
  'reference-not-deeper',
  'not-whole',
] as const;

export function check(inputs: SocStockInputs) {
  const { layers, laterLayers, reference, seed, draws } = inputs;
  const comparesMass = reference.length > 0 || laterLayers.length > 0;
  const profiles: readonly (readonly [ProfileTable, readonly SoilLayer[]])[] =
    laterLayers.length === 0
      ? [['layers', layers]]
      : [
          ['layers', layers],
          ['laterLayers', laterLayers],
        ];
  return [
    ...profiles.flatMap(([name, given]) => profileFaults(given, inputs).map((one) => toProblem(name, one))),
    ...profiles.flatMap(([name, given]) =>
      comparesMass && inputs.densityBasis === 'fine-earth'
        ? stonesOnly(given, inputs).map((layer) => ({
            ...{ code: 'stones-only' as const, path: `${name}.${layer}.fragments` },
            ...{ value: given[layer]?.fragments ?? null, min: 0, max: 100 },
          }))
        : [],
    ),
    ...referenceFaults(reference).flatMap(({ code, layer, argument, ...range }) =>
      code === 'reference-not-deeper' ? [{ code, path: `reference.${layer}.${argument}`, ...range }] : [],
    ),
    ...Object.entries({ draws, seed }).flatMap(([path, value]) =>
      Number.isInteger(value) ? [] : [{ code: 'not-whole' as const, path, value }],
    ),
  ];
}

export function run(inputs: SocStockInputs) {
  const assessment = assess(inputs);
  return { outputs: assessment.outputs, warnings: warningsOf(inputs, assessment) };
}

type ProfileTable = 'layers' | 'laterLayers';

function toProblem(name: ProfileTable, { code, layer, argument, value, min, max }: ProfileFault) {
  return { code, path: layer === null ? argument : `${name}.${layer}.${argument}`, value, min, max };
}
