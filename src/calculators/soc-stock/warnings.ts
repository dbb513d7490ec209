import type { EsmStock } from '../../science/soc-stock/equivalent-mass.ts';
import type { ProfileStock } from '../../science/soc-stock/fixed-depth.ts';
import type { SoilLayer } from '../../science/soc-stock/layers.ts';
import type { Warning } from '../define.ts';
import type { assess, SocStockInputs } from './assess.ts';

export const warnings = [
  'organic-soil',
  'soc-in-percent',
  'fragments-missing',
  'errors-incomplete',
  'density-error-missing',
  'concentration-error-missing',
  'extrapolated',
  'far-extrapolated',
  'later-extrapolated',
  'later-far-extrapolated',
  'change-without-interval',
] as const;
type Code = (typeof warnings)[number];

/** Above it the layer may be organic, and density and sampling follow other rules. */
const organicAbove = 120;

/** What to look at in the layers that are counted, in the reference, and in the comparison. */
export function warningsOf(
  inputs: SocStockInputs,
  { before, after }: ReturnType<typeof assess>,
): readonly Warning<Code>[] {
  const { layers, laterLayers, esmMethod } = inputs;
  const found = [
    ...ofProfile('layers', layers, before.fixed),
    ...(after === null ? [] : ofProfile('laterLayers', laterLayers, after.fixed)),
    ...ofReference(before.esm, esmMethod === 'linear', ['extrapolated', 'far-extrapolated']),
    ...ofReference(after?.esm ?? [], esmMethod === 'linear', [
      'later-extrapolated',
      'later-far-extrapolated',
    ]),
    ...about(
      'change-without-interval',
      after !== null && (before.simulation === null) !== (after.simulation === null),
    ),
  ];
  // What is said of all layers is said once, though it may hold for both profiles.
  return found.filter(
    (one, index) => one.path !== null || found.findIndex(({ code }) => code === one.code) === index,
  );
}

function about(code: Code, holds: boolean): Warning<Code>[] {
  return holds ? [{ code, path: null, value: null }] : [];
}

function ofProfile(name: string, all: readonly SoilLayer[], profile: ProfileStock): Warning<Code>[] {
  const layers = all.slice(0, profile.layers.length);
  const { errorParts } = profile;
  const partly = (error: 'concentrationError' | 'densityError') =>
    layers.some((layer) => layer[error] !== null) && layers.some((layer) => layer[error] === null);
  const only = (part: 'concentration' | 'density') =>
    errorParts.includes(part) && !errorParts.includes(part === 'density' ? 'concentration' : 'density');
  return [
    ...layers.flatMap(({ soc }, index): Warning<Code>[] =>
      soc > organicAbove ? [{ code: 'organic-soil', path: `${name}.${index}.soc`, value: soc }] : [],
    ),
    ...about(
      'soc-in-percent',
      layers.every((layer) => layer.soc < 1),
    ),
    ...profile.layers.flatMap((layer, index): Warning<Code>[] =>
      layer.fragmentsMissing
        ? [{ code: 'fragments-missing', path: `${name}.${index}.fragments`, value: null }]
        : [],
    ),
    ...about('errors-incomplete', partly('concentrationError') || partly('densityError')),
    ...about('density-error-missing', only('concentration')),
    ...about('concentration-error-missing', only('density')),
  ];
}

/** Only a reference that is given can lie below a profile, and then its rows are those of the stocks. */
function ofReference(
  stocks: readonly EsmStock[],
  isLinear: boolean,
  [near, far]: readonly [Code, Code],
): Warning<Code>[] {
  return stocks.flatMap(({ extrapolation, referenceMass }, index) => {
    if (extrapolation === null) return [];
    const code = extrapolation === 'linear' && !isLinear ? far : near;
    return [{ code, path: `reference.${index}.mass`, value: referenceMass }];
  });
}
