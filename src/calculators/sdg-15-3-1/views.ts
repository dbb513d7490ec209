import type { Tone } from '../../charts/plot/model.ts';
import type { ViewModel } from '../view.ts';
import type { LandOutputs } from './outputs.ts';

const parts: readonly (readonly [name: 'degraded' | 'stable' | 'improved' | 'noData', tone: Tone])[] = [
  ['degraded', '2'],
  ['stable', 'comparison'],
  ['improved', 'treated'],
  ['noData', '3'],
];

/** The area in every class: of the indicator and of what it is made from. */
export function areasByClass(_: object, { classes }: LandOutputs): ViewModel {
  const isShown = (name: (typeof parts)[number][0]) => classes.some((row) => (row[name] ?? 0) > 0);
  const shown = parts.filter(([name]) => isShown(name));
  return {
    kind: 'bars',
    x: { name: 'area', symbol: 'km²' },
    digits: 4,
    bars: classes.map((row) => ({
      name: { key: `label.classes.of.${row.of}` },
      parts: shown.map(([name, tone]) => ({
        name: { key: `output.classes.${name}.label` },
        tone,
        value: row[name] ?? 0,
      })),
    })),
  };
}

/** The share of degraded land with all parts, and with each of them left out. */
export function withoutOnePart(_: object, { proportionDegraded, without }: LandOutputs): ViewModel | null {
  const { value } = proportionDegraded;
  if (value === null) return null;
  const others = without.flatMap(({ left, proportionDegraded: share }) =>
    share === null ? [] : [{ name: `without-${left}`, value: share }],
  );
  return {
    kind: 'bars',
    x: { name: 'share', symbol: '%' },
    bars: [{ name: 'all', value }, ...others].map(({ name, value: share }) => ({
      name,
      parts: [{ name: 'share', tone: '2', value: share }],
    })),
  };
}
