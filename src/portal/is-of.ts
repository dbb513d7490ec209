import type { Collection } from '../schemas/shared.ts';
import type { Entry } from './library.ts';

/** Whether an entry belongs to a collection: its facts then have the type of that collection. */
export function isOf<Name extends Collection>(entry: Entry, name: Name): entry is Entry<Name> & Entry {
  return entry.collection === name;
}
