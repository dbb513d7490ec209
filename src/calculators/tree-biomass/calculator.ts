import { defineCalculator } from '../define.ts';
import { check } from './check.ts';
import { face } from './face.ts';
import { run } from './run.ts';

/** Biomass and carbon of trees and plots, with the uncertainty of measuring and of the equation. */
export default defineCalculator({ ...face, check, run });
