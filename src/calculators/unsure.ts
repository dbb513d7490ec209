import type { Distribution } from '../science/distributions.ts';
import type { Saying } from './say.ts';

type By<T> = Readonly<Record<string, T>>;

/** Uncertain inputs of a run, independent of one another, by name. */
export interface Unsure {
  readonly names: By<Saying>;
  readonly spreads: By<Distribution>;
  /** The headline for values drawn from them; null where a draw has none. */
  headline(drawn: By<number>): number | null;
}

/** Uncertain inputs with their names; which inputs there are is then forgotten. */
export function unsureOf<K extends string>(
  names: Readonly<Record<K, Saying>>,
  spreads: Readonly<Record<K, Distribution>>,
  headline: (drawn: Readonly<Record<K, number>>) => number | null,
): Unsure {
  // What is drawn has the keys of `spreads`, which are those of the headline.
  return { names, spreads, headline: (drawn) => headline(drawn as Readonly<Record<K, number>>) };
}
