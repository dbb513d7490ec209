import { createHash } from 'node:crypto';

/** A short name for what texts hold together, for cache keys. */
export function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}
