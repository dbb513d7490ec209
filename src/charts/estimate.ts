import type { Scale } from './axis.ts';
import { type Markup, svg } from './svg.ts';

export interface Whisker {
  readonly low: number;
  readonly high: number;
  /** `interval` = confidence interval, in ink; `spread` = SD or SE, in the colour of its mark. */
  readonly kind: 'interval' | 'spread';
}

/** A published figure: one number, or the two ends of a range of observations. */
export interface Estimate {
  readonly value: number | readonly [low: number, high: number];
  /** Left out where no spread was published: the mark then stands alone. */
  readonly whisker?: Whisker | undefined;
  /** The figure as it must be printed, with qualifier and spread. */
  readonly printed: string;
  /** A modelled figure is drawn in the colour of models. */
  readonly modelled?: boolean | undefined;
}

export type Role = 'treated' | 'comparison';

/** Every number a scale must hold for an estimate. */
export function valuesOf({ value, whisker }: Estimate): number[] {
  const own = typeof value === 'number' ? [value] : [...value];
  return whisker ? [...own, whisker.low, whisker.high] : own;
}

export const dotRadius = 5.5;

export function seriesClass(role: Role, estimate: Estimate): string {
  return `series-${role}${estimate.modelled ? ' modelled' : ''}`;
}

/** Where the marks of an estimate end, for the words that follow. */
export function endsOf(estimate: Estimate, scale: Scale): readonly [left: number, right: number] {
  const places = valuesOf(estimate).map(scale);
  const reach = typeof estimate.value === 'number' ? dotRadius + 1 : 1;
  return [Math.min(...places) - reach, Math.max(...places) + reach];
}

/** Whisker and dot, or the ticks of a range, on the line at `y`. */
export function drawEstimate(estimate: Estimate, role: Role, scale: Scale, y: number): Markup {
  const { value } = estimate;
  const marks =
    typeof value === 'number'
      ? svg`${whiskerOf(estimate, scale, y)}<circle class="dot" cx="${scale(value)}" cy="${y}" r="${dotRadius}"/>`
      : rangeOf(value, scale, y);
  return svg`<g class="${seriesClass(role, estimate)}">${marks}</g>`;
}

/** Line with end caps; 2 px ink for an interval, thinner and coloured for SD or SE. */
export function whiskerOf({ whisker }: Estimate, scale: Scale, y: number): Markup | undefined {
  if (!whisker) return undefined;
  const [left, right] = [scale(whisker.low), scale(whisker.high)];
  return svg`<path class="${whisker.kind}" d="M${left} ${y}H${right}M${left} ${y - 4.5}v9M${right} ${y - 4.5}v9"/>`;
}

/** A range of observations: thin line and a tick for each end, no caps like an interval. */
export function rangeOf([low, high]: readonly [number, number], scale: Scale, y: number): Markup {
  return svg`<path class="range" d="M${scale(low)} ${y}H${scale(high)}"/>
    <path class="observed" d="M${scale(low)} ${y - 6}v12M${scale(high)} ${y - 6}v12"/>`;
}
