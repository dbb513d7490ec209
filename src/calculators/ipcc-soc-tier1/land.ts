import type { Tillage } from '../../science/ipcc-soc-tier1/domain.ts';
import type { CropInput, GrasslandInput, LandSystem } from '../../science/ipcc-soc-tier1/systems.ts';

/** Systems of land use, with the state of grassland, as the form offers them. */
export const lands = [
  'native',
  'forest',
  'grassland-nominal',
  'grassland-high-intensity-grazing',
  'grassland-severely-degraded',
  'grassland-improved',
  'long-term-cultivated',
  'paddy-rice',
  'perennial-tree-crop',
  'set-aside-below-20-years',
] as const;
export type Land = (typeof lands)[number];

/** Inputs of organic matter; `high` is that of improved grassland. */
export const inputLevels = ['low', 'medium', 'high-without-manure', 'high-with-manure', 'high'] as const;
export type InputLevel = (typeof inputLevels)[number];

/** The choices of the form as a system of science. The neutral choices say nothing where they mean nothing. */
export function landSystem(
  land: Land,
  tillage: Tillage,
  input: InputLevel,
  ownLandUseFactor: number | null,
): LandSystem {
  const level: CropInput | GrasslandInput = input;
  const given = { input: input === 'medium' ? null : level, ownLandUseFactor };
  switch (land) {
    case 'native':
    case 'forest':
      return { system: land, landUse: null, management: tillage === 'full' ? null : tillage, ...given };
    case 'grassland-nominal':
      return { system: 'grassland', landUse: null, management: 'nominal', ...given };
    case 'grassland-high-intensity-grazing':
      return { system: 'grassland', landUse: null, management: 'high-intensity-grazing', ...given };
    case 'grassland-severely-degraded':
      return { system: 'grassland', landUse: null, management: 'severely-degraded', ...given };
    case 'grassland-improved':
      return { system: 'grassland', landUse: null, management: 'improved', ...given };
    default:
      return { system: 'cropland', landUse: land, management: tillage, ...given };
  }
}

/** Tillage chosen for grassland, which science has no place for. */
export function tillsGrassland(land: Land, tillage: Tillage): boolean {
  return land.startsWith('grassland') && tillage !== 'full';
}
