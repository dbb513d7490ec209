import { zonesBelowBoreal } from '../ecological-zones.ts';
import record from './record.json' with { type: 'json' };

/** Pooled questions that give a yearly gain, and figures of emissions, as the content has them (record.json). */
export const questions = Object.keys(record.gains) as (keyof typeof record.gains)[];
export const emitters = Object.keys(record.emissions) as (keyof typeof record.emissions)[];

export const rateSources = ['synthesis', 'ipcc', 'own'] as const;

/** Ecological zones that have growth rates in Table 4.9. */
export const zones = [...zonesBelowBoreal, 'boreal-tundra-woodland'] as const;
