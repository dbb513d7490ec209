/** Text that was saved in an older encoding, read as its author meant it. */
export interface Decoded {
  readonly encoding: string;
  readonly text: string;
}

/**
 * Reads bytes that are not UTF-8 by the encoding they were most likely saved in: UTF-16 by its marks, then the
 * Chinese, Russian, Arabic and western encodings of Windows by whether what comes out looks like words.
 * Undefined where none does.
 */
export function decodedAs(bytes: Uint8Array): Decoded | undefined {
  const wide = utf16(bytes);
  if (wide) return decode(bytes, wide, () => true);
  if (bytes.includes(0)) return undefined;
  return (
    decode(
      bytes,
      'gbk',
      (text) => share(text, /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef“”‘’—…·]/gu) > 0.9 && commonPairs(bytes),
    ) ??
    decode(bytes, 'windows-1251', (text) => share(text, /[а-яё«»—–“”№]/gu) > 0.8 && /[а-яё]{3}/.test(text)) ??
    decode(
      bytes,
      'windows-1256',
      (text) => share(text, /[\u0600-\u06ff«»—–“”]/gu) > 0.9 && /[\u0621-\u064a]{3}/.test(text),
    ) ??
    decode(
      bytes,
      'windows-1252',
      (text) =>
        share(text, /[\u00a0-\u00ffœŒšŠžŽŸ€‚„…†‡‰‹›‘’“”•–—™]/gu) === 1 && !/[\u00c0-\u00ff]{3}/.test(text),
    )
  );
}

const western = new TextDecoder('windows-1252');
const westernBytes = new Map(
  Array.from({ length: 256 }, (_, byte) => [western.decode(Uint8Array.of(byte)), byte] as const),
);
const garbled = /[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œž“”˜¦¢\u009d\u00a6]/;

/** A word whose UTF-8 was read as windows-1252 ("RecuperaciÃ³n"), and the word that was meant. */
export function garbledWord(
  line: string,
): { at: number; found: string; meant: string | undefined } | undefined {
  const pair = garbled.exec(line);
  if (!pair) return undefined;
  const start = line.slice(0, pair.index).search(/\S+$/);
  const at = start < 0 ? pair.index : start;
  const found = /^\S+(?:\u00a0\S*)*/.exec(line.slice(at))?.[0] ?? pair[0];
  const bytes = [...found].map((character) => westernBytes.get(character) ?? -1);
  let meant: string | undefined;
  try {
    if (!bytes.includes(-1)) meant = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    meant = undefined; // only a part of the word was garbled
  }
  return { at, found, meant };
}

function decode(bytes: Uint8Array, encoding: string, fits: (text: string) => boolean): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return fits(text) ? { encoding, text } : undefined;
  } catch {
    return undefined;
  }
}

/** UTF-16 by its mark, or by a zero in every other place. */
export function utf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 === 1 || bytes.length < 8) return undefined;
  const zeros = [0, 1].map((offset) => bytes.filter((byte, at) => at % 2 === offset && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  const most = bytes.length * 0.35;
  return odd > most && even === 0 ? 'utf-16le' : even > most && odd === 0 ? 'utf-16be' : undefined;
}

/** The part of the characters beyond ASCII that a pattern finds. */
function share(text: string, pattern: RegExp): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything but ASCII is counted
  const all = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  return all === 0 ? 0 : (text.match(pattern)?.length ?? 0) / all;
}

/** Whether most pairs are those of the common characters of GB 2312, in which both bytes are high. */
function commonPairs(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x81) continue;
    pairs += 1;
    const lead = bytes[at] ?? 0;
    if (lead >= 0xa1 && lead <= 0xf7 && (bytes[at + 1] ?? 0) >= 0xa1) common += 1;
    at += 1;
  }
  return common / pairs > 0.9;
}
