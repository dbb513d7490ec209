/** What a zip archive says of itself in its directory, read before anything of it is unpacked. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
  /** Where its own header begins. */
  readonly at: number;
}

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;

/**
 * The directory of a zip archive; undefined where the bytes are not exactly one plain archive: an ending with
 * a comment or anything behind it, several disks, ZIP64 or a directory that does not fill its place are
 * refused, so that no two readers can see different files in it.
 */
export function archiveEntries(bytes: Uint8Array): ArchiveEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) return undefined;
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) return undefined;
  if (start + size !== end) return undefined;
  const entries: ArchiveEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryOfDirectory) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return undefined;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return at === end ? entries : undefined;
}
