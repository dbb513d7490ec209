import { mostItems } from '../compare/address.ts';
import type { Kind } from '../compare/record.ts';

const key = (kind: Kind) => `compare:${kind}`;

/** What the reader has put aside to compare. It stays on this device; where storage is forbidden, on this page. */
const kept = new Map<Kind, readonly string[]>();

export function readChoice(kind: Kind): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(kind)) ?? '[]');
    if (Array.isArray(stored)) return stored.filter((id) => typeof id === 'string').slice(0, mostItems);
  } catch {
    // forbidden, or written by something else
  }
  return kept.get(kind) ?? [];
}

export function writeChoice(kind: Kind, ids: readonly string[]): void {
  kept.set(kind, ids);
  try {
    if (ids.length === 0) localStorage.removeItem(key(kind));
    else localStorage.setItem(key(kind), JSON.stringify(ids));
  } catch {
    // the choice stays until the page is left
  }
}
