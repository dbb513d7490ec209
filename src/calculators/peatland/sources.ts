import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

export const sources: readonly Source[] = [
  sharedSource(
    'ipcc-2014-wetlands',
    'Chapter 2, equations 2.2, 2.6 and 2.7, Tables 2.1 to 2.5 (drained); chapter 3, equation 3.8, Tables 3.1 to 3.3 (rewetted).',
  ),
  sharedSource('forster-2021', 'Global warming potentials of the sixth report, Table 7.15.'),
];
