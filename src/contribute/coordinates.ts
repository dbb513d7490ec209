export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** What was made of pasted coordinates, and whether the two had to change places. */
export type CoordinateReading =
  | { readonly ok: true; readonly point: Point; readonly swapped: boolean }
  | { readonly ok: false };

/** Words for the four directions in the languages of the portal; the letters alone stand for themselves. */
const directions: readonly (readonly [RegExp, string])[] = [
  [/北纬|北緯|с\.?\s?ш\.?|north|norte|nord|شمالا?/giu, 'N'],
  [/南纬|南緯|ю\.?\s?ш\.?|south|sud|sur|جنوبا?/giu, 'S'],
  [/东经|東經|в\.?\s?д\.?|east|(?<!o)este|(?<!ou|o)est(?!e)|شرقا?/giu, 'E'],
  [/西经|西經|з\.?\s?д\.?|west|ouest|oeste|غربا?/giu, 'W'],
];

/** Decimal degrees, degrees and minutes, or degrees, minutes and seconds; marks in any of their forms. */
export function readCoordinates(text: string): CoordinateReading {
  const written = plain(text);
  const angles = anglesIn(written) ?? anglesIn(written.replaceAll(',', ' , '));
  if (!angles) return { ok: false };
  const [first, second] = angles;
  const isLongitude = ({ direction }: Angle) => direction === 'E' || direction === 'W';
  const isLatitude = ({ direction }: Angle) => direction === 'N' || direction === 'S';
  if ((isLatitude(first) && isLatitude(second)) || (isLongitude(first) && isLongitude(second)))
    return { ok: false };
  const named = isLongitude(first) || isLatitude(second);
  const byRange = !named && !isLatitude(first) && !isLongitude(second) && Math.abs(first.degrees) > 90;
  const [lat, lon] = named || byRange ? [second.degrees, first.degrees] : [first.degrees, second.degrees];
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return { ok: false };
  return { ok: true, point: { lat: rounded(lat), lon: rounded(lon) }, swapped: byRange };
}

interface Angle {
  readonly degrees: number;
  readonly direction: string | undefined;
}

/** Digits and marks in one form each, and a capital letter for each direction. */
function plain(text: string): string {
  let result = text
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[″”“〃]|''|′′/g, '"')
    .replaceAll(/[′’‘`´]/g, "'")
    .normalize('NFKC')
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll('٫', '.')
    .replaceAll('،', ',')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/\b(?:lat(?:itude)?|lon(?:gitude)?|lng)\b[.:=]?|纬度:?|经度:?|[()]/giu, ' ');
  for (const [words, letter] of directions) result = result.replaceAll(words, ` ${letter} `);
  return result
    .replaceAll(/[°º˚度]/g, '°')
    .replaceAll('分', "'")
    .replaceAll('秒', '"')
    .replaceAll(/[nsewo]/gi, (letter) => (letter.toUpperCase() === 'O' ? 'W' : letter.toUpperCase()));
}

const token = /[+-]?\d+(?:[.,]\d+)?|[°'"NSEW,;]/g;

/** The two angles of a text; undefined where there are more or fewer, or words that are no direction. */
function anglesIn(text: string): readonly [Angle, Angle] | undefined {
  const tokens: readonly string[] = text.match(token) ?? [];
  if (text.replaceAll(token, '').trim() !== '') return undefined;
  const parts: { numbers: number[]; negative: boolean; direction?: string }[] = [];
  const lettersFirst = /^[NSEW]$/.test(tokens[0] ?? '');
  const marked = tokens.includes('°');
  let letter: string | undefined;
  tokens.forEach((word, index) => {
    const last = parts.at(-1);
    if (/\d/.test(word)) {
      const mark = tokens[index + 1] ?? '';
      const size = Math.abs(Number(word.replace(',', '.')));
      // Without signs, 36 30 15 N 109 30 0 E, an angle ends with its letter.
      const goesOn = marked ? /['"]/.test(mark) : last !== undefined && lastIsOpen(tokens, index);
      if (last && goesOn) last.numbers.push(size);
      else {
        parts.push({
          numbers: [size],
          negative: word.startsWith('-'),
          ...(letter ? { direction: letter } : {}),
        });
        letter = undefined;
      }
    } else if (/[NSEW]/.test(word)) {
      if (lettersFirst) letter = word;
      else if (last) last.direction = word;
    }
  });
  const [first, second, ...more] = parts.map(angleOf);
  return first && second && more.length === 0 ? [first, second] : undefined;
}

/** Whether a number without signs follows another of its angle: two directions are named, and none stands between. */
function lastIsOpen(tokens: readonly string[], index: number): boolean {
  return tokens.filter((word) => /[NSEW]/.test(word)).length === 2 && /\d/.test(tokens[index - 1] ?? '');
}

function angleOf({
  numbers,
  negative,
  direction,
}: {
  numbers: number[];
  negative: boolean;
  direction?: string;
}): Angle {
  const [degrees = Number.NaN, minutes = 0, seconds = 0, ...more] = numbers;
  const wrong = minutes >= 60 || seconds >= 60 || more.length > 0;
  const size = wrong ? Number.NaN : degrees + minutes / 60 + seconds / 3600;
  return { degrees: negative || direction === 'S' || direction === 'W' ? -size : size, direction };
}

/** To a ten-thousandth of a degree, some eleven metres: more would say more than a point that stands for a place. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000 + 0;
}

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

const within = ({ lat, lon }: Point, [west, south, east, north]: Box): boolean =>
  lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);

/** Whether a point lies outside of all its countries and would lie inside one with its coordinates swapped. */
export function looksSwapped(point: Point, boxes: readonly Box[]): boolean {
  if (boxes.length === 0 || boxes.some((box) => within(point, box))) return false;
  const other = { lat: point.lon, lon: point.lat };
  return Math.abs(other.lat) <= 90 && boxes.some((box) => within(other, box));
}
