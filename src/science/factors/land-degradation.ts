import type { Factor, FactorTable } from '../factor.ts';
import { type LandCover, landCovers } from '../sdg-15-3-1/domain.ts';

/**
 * What a transition of land cover means, rows initial, columns final in the order of `landCovers`: -1 degraded,
 * 0 stable, 1 improved. An older file of Trends.Earth with an upper-case name is the transpose of this one.
 */
const meanings = [
  [0, -1, -1, -1, -1, -1, 0],
  [1, 0, 1, -1, -1, -1, 0],
  [1, -1, 0, -1, -1, -1, 0],
  [-1, -1, -1, 0, -1, -1, 0],
  [1, 1, 1, 1, 0, 1, 0],
  [1, 1, 1, 1, -1, 0, 0],
  [0, 0, 0, 0, 0, 0, 0],
] as const;

type LandDegradationFactor =
  | `transition.${LandCover}.${LandCover}`
  | 'soc.limit'
  | 'trajectory.class'
  | 'state.classes';

const matrixFile =
  'trends.earth (github.com/ConservationInternational/trends.earth, commit 0d46200), LDMP/data/land_cover_transition_matrix_unccd.json';
const codeFile =
  'trends.earth-algorithms (github.com/ConservationInternational/trends.earth-algorithms), te_algorithms/gdal/land_deg/land_deg_numba.py';

const seen = (value: number, unit: string, place: string, seenIn: string, note?: string): Factor => ({
  value,
  unit,
  substance: null,
  error: null,
  source: 'unccd-gpg-2021',
  place,
  validity: null,
  status: 'seen',
  seenIn,
  ...(note === undefined ? {} : { note }),
});

const transitions = landCovers.flatMap((from, row) =>
  landCovers.map((to, column) => [
    `transition.${from}.${to}`,
    seen(meanings[row]?.[column] ?? Number.NaN, '1', 'Default land cover transition matrix', matrixFile),
  ]),
);

/** The default transition matrix of land cover and the limits of the sub-indicators. */
export const landDegradationFactors = {
  id: 'land-degradation',
  title: 'Default transition matrix of land cover and limits of the sub-indicators of SDG 15.3.1',
  version: '1',
  sources: {
    'unccd-gpg-2021': {
      citation:
        'Sims, N.C., Newnham, G.J., England, J.R. et al. (2021). Good Practice Guidance. SDG Indicator 15.3.1, Proportion of Land That Is Degraded Over Total Land Area. Version 2.0. United Nations Convention to Combat Desertification, Bonn.',
      url: 'https://www.unccd.int/publications/good-practice-guidance-sdg-indicator-1531-proportion-land-degraded-over-total-land',
    },
  },
  factors: {
    ...(Object.fromEntries(transitions) as Record<`transition.${LandCover}.${LandCover}`, Factor>), // every pair
    'soc.limit': seen(
      10,
      '%',
      'Soil organic carbon: change that counts',
      codeFile,
      'The text of the guidance says more than 10 %; the implementation counts exactly 10 % as a change, and so do we.',
    ),
    'trajectory.class': seen(
      2,
      '1',
      'Productivity trajectory: classes 2 and 3 are trends significant at 95 and 99 %',
      codeFile,
    ),
    'state.classes': seen(2, '1', 'Productivity state: least change of percentile classes', codeFile),
  },
} as const satisfies FactorTable<LandDegradationFactor>;
