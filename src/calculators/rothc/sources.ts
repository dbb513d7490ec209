import { rothcFactors } from '../../science/factors/rothc.ts';
import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

const of = rothcFactors.sources;

export const sources: readonly Source[] = [
  {
    id: 'coleman-2024',
    citation: of['coleman-2024']?.citation ?? '',
    url: of['coleman-2024']?.url ?? '',
    supports:
      'Every equation of the month: moisture deficit (eq. 2), rate modifiers, decay of the pools, new carbon; and the run to equilibrium.',
  },
  {
    id: 'coleman-1996',
    citation: of['coleman-1996']?.citation ?? '',
    url: of['coleman-1996']?.url ?? '',
    supports: 'The model RothC-26.3 and the ratios of decomposable to resistant plant material.',
  },
  {
    id: 'falloon-1998',
    citation: of['falloon-1998']?.citation ?? '',
    url: of['falloon-1998']?.url ?? '',
    supports: 'Inert carbon from the total, IOM = 0.049 TOC^1.139.',
  },
  sharedSource(
    'fao-2022-gsocseq',
    'Inert carbon (eq. 4.1), the comparison with the former use going on (eq. 2.2), the input that keeps a measured stock (eq. 5.1), the range from two runs (eq. 12.3 and 12.4), and the soils that RothC is not meant for (chapters 5 and 14).',
  ),
];
