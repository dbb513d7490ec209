import {
  type DensityMethod,
  deepest,
  fineEarthDensity,
  heaviest,
  layerBounds,
  methodBounds,
  type ProfileMethod,
  type ReferenceLayer,
  type SoilLayer,
} from './layers.ts';

/** Why a profile cannot be computed. `layer` counts from 0; null where the profile as a whole is meant. */
export interface ProfileFault {
  readonly code:
    | 'not-from-surface'
    | 'lower-not-deeper'
    | 'gap'
    | 'overlap'
    | 'too-shallow'
    | 'no-fine-earth';
  readonly layer: number | null;
  readonly argument: keyof SoilLayer | 'reportingDepth';
  readonly value: number;
  /** Bounds of the value, in its own unit: cm, or g cm-3 for the bulk density. */
  readonly min: number;
  readonly max: number;
}

/** Everything about the order and depth of the layers, and about their fine earth, that forbids a result. */
export function profileFaults(layers: readonly SoilLayer[], method: ProfileMethod): readonly ProfileFault[] {
  const faults: ProfileFault[] = [];
  let reached = 0;
  layers.forEach((layer, index) => {
    const { upper, lower, bulkDensity } = layer;
    const place = { layer: index, argument: 'upper', value: upper, min: reached, max: reached } as const;
    if (index === 0 && upper !== 0) faults.push({ code: 'not-from-surface', ...place });
    if (index > 0 && upper > reached) faults.push({ code: 'gap', ...place });
    if (index > 0 && upper < reached) faults.push({ code: 'overlap', ...place });
    if (!(lower > upper)) {
      const bounds = { value: lower, min: upper, max: deepest };
      faults.push({ code: 'lower-not-deeper', layer: index, argument: 'lower', ...bounds });
    }
    if (method.densityBasis === 'whole-soil' && !(fineEarthDensity(layer, method) > 0)) {
      const stones = bulkDensity - fineEarthDensity(layer, method); // g cm-3 of the total volume
      const bounds = { value: bulkDensity, min: stones, max: layerBounds.bulkDensity[1] };
      faults.push({ code: 'no-fine-earth', layer: index, argument: 'bulkDensity', ...bounds });
    }
    reached = lower;
  });
  // Only layers in order say how deep the profile goes.
  if (faults.every((fault) => fault.code === 'no-fine-earth') && reached < method.reportingDepth) {
    const bounds = { value: method.reportingDepth, min: 0, max: reached };
    faults.push({ code: 'too-shallow', layer: null, argument: 'reportingDepth', ...bounds });
  }
  return faults;
}

/** Layers that are stones alone, counted from 0: they hold no mass that could be compared. */
export function stonesOnly(layers: readonly SoilLayer[], method: DensityMethod): readonly number[] {
  return layers.flatMap((layer, index) => (fineEarthDensity(layer, method) > 0 ? [] : [index]));
}

/** Why a reference cannot be used. `layer` counts from 0. */
export interface ReferenceFault {
  readonly code: 'reference-not-deeper' | 'reference-without-mass';
  readonly layer: number;
  readonly argument: keyof ReferenceLayer;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** Everything that is wrong with the layers of a reference. */
export function referenceFaults(reference: readonly ReferenceLayer[]): readonly ReferenceFault[] {
  return reference.flatMap(({ lower, mass }, layer) => {
    const above = Math.max(0, ...reference.slice(0, layer).map((one) => one.lower));
    const faults: ReferenceFault[] = [];
    const depth = { layer, argument: 'lower', value: lower, min: above, max: deepest } as const;
    if (!(lower > above && lower <= deepest)) faults.push({ code: 'reference-not-deeper', ...depth });
    const weight = { layer, argument: 'mass', value: mass, min: 0, max: heaviest } as const;
    if (!(mass > 0 && mass <= heaviest)) faults.push({ code: 'reference-without-mass', ...weight });
    return faults;
  });
}

/** @throws RangeError naming argument, value and bounds, for whatever forbids a result at fixed depth */
export function refuseNonsense(layers: readonly SoilLayer[], method: ProfileMethod): void {
  inBounds('reportingDepth', method.reportingDepth, methodBounds.reportingDepth);
  if (method.reportingDepth === 0)
    throw new RangeError('reportingDepth is 0; it must be above 0, at most 300 cm');
  inBounds('stoneDensity', method.stoneDensity, methodBounds.stoneDensity);
  layers.forEach((layer, index) => {
    for (const name of ['upper', 'lower', 'soc', 'bulkDensity'] as const) {
      inBounds(`layers[${index}].${name}`, layer[name], layerBounds[name]);
    }
    for (const name of ['fragments', 'concentrationError', 'densityError', 'fragmentsError'] as const) {
      const value = layer[name];
      if (value !== null) inBounds(`layers[${index}].${name}`, value, layerBounds[name]);
    }
  });
  const [fault] = profileFaults(layers, method);
  if (fault === undefined) return;
  const name = fault.layer === null ? fault.argument : `layers[${fault.layer}].${fault.argument}`;
  throw new RangeError(
    `${name} is ${fault.value} (${fault.code}); it must lie within ${fault.min} to ${fault.max}`,
  );
}

function inBounds(name: string, value: number, [min, max]: readonly [number, number]): void {
  if (value >= min && value <= max) return; // NaN fails both
  throw new RangeError(`${name} is ${value}; it must lie within ${min} to ${max}`);
}
