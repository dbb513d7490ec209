import { inflateRawSync } from 'node:zlib';
import { archiveEntries } from '../../sheets/archive.ts';

/**
 * A file out of an artefact, which is a zip archive somebody else filled. Nothing is unpacked onto the disk; the
 * size is limited before and while it is unpacked. Undefined where there is no such file or it does not fit.
 */
export function fileOf(archive: Uint8Array, name: string, limit: number): Uint8Array | undefined {
  const entries = archiveEntries(archive)?.filter((entry) => entry.name === name);
  const [entry] = entries ?? [];
  if (!entry || entries?.length !== 1 || entry.size > limit) return undefined;
  return unpack(archive, entry.at, entry.packed, limit);
}

/** The bytes of one entry, from its place in the archive. */
export function unpack(
  archive: Uint8Array,
  at: number,
  packed: number,
  limit: number,
): Uint8Array | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (at + 30 > archive.length || view.getUint32(at, true) !== 0x04034b50) return undefined;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const bytes = archive.subarray(start, start + packed);
  if (bytes.length !== packed) return undefined;
  const method = view.getUint16(at + 8, true);
  if (method === 0) return packed <= limit ? bytes : undefined;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(bytes, { maxOutputLength: limit });
  } catch {
    return undefined;
  }
}
