/**
 * The six attributes of a recovered ecosystem after the Society for Ecological Restoration, and the three parts of
 * each, in the order of the recovery wheel of SER Australasia (seraustralasia.com/wheel).
 */
export const recoveryParts = {
  'absence-of-threats': ['over-utilization', 'invasive-species', 'pollution'],
  'physical-conditions': ['substrate-physical', 'substrate-chemical', 'water-chemo-physical'],
  'species-composition': ['desirable-plants', 'desirable-animals', 'no-undesirable-species'],
  'community-structure': ['all-vegetation-strata', 'all-trophic-levels', 'spatial-mosaic'],
  'ecosystem-function': ['productivity-cycling', 'habitat-interactions', 'resilience-recruitment'],
  'external-exchanges': ['landscape-flows', 'gene-flow', 'habitat-links'],
} as const;

export type AttributeId = keyof typeof recoveryParts;
export type PartId = (typeof recoveryParts)[AttributeId][number];

export const attributeIds = Object.keys(recoveryParts).filter(isAttribute);
export const partIds: readonly PartId[] = attributeIds.flatMap((id) => recoveryParts[id]);

/** The best score; 0 is the worst, and was assessed. */
export const bestScore = 5;

function isAttribute(id: string): id is AttributeId {
  return Object.hasOwn(recoveryParts, id);
}
