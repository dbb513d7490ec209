import { landCovers, subIndicators } from '../../science/sdg-15-3-1/domain.ts';
import { figure, label, type OutputsOf, rows } from '../output.ts';
import { changes } from './changes.ts';

const area = { unit: 'km2', symbol: 'km²', digits: 4 } as const;
const share = { unit: '%', digits: 3 } as const;
const classes = ['1', '2', '3', '4', '5'] as const;
const statuses = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Shares and areas by class; what concerns the status has no value without the indicator of a baseline. */
export const outputs = {
  proportionDegraded: figure(share),
  areaDegraded: figure(area),
  areaStable: figure(area),
  areaImproved: figure(area),
  areaNoData: figure(area),
  areaWater: figure(area),
  nearSocLimit: figure(share),
  statusDegraded: figure({ ...share, optional: true }),
  units: rows({
    unit: label(),
    area: figure(area),
    productivityClass: label(classes),
    productivity: label(changes),
    landCover: label(changes),
    socChange: figure({ unit: '%', digits: 3, signed: true }),
    soc: label(changes),
    indicator: label([...changes, 'water']),
    status: label(statuses),
  }),
  classes: rows({
    of: label(['indicator', ...subIndicators, 'baseline', 'status']),
    degraded: figure(area),
    stable: figure(area),
    improved: figure(area),
    noData: figure(area),
    proportionDegraded: figure(share),
  }),
  without: rows({ left: label(subIndicators), proportionDegraded: figure(share) }),
  matrix: rows({
    from: label(landCovers),
    'tree-covered': label(changes),
    grassland: label(changes),
    cropland: label(changes),
    wetland: label(changes),
    artificial: label(changes),
    'other-land': label(changes),
    water: label(changes),
  }),
};

export type LandOutputs = OutputsOf<typeof outputs>;
