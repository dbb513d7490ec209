import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Font, Face as FontFace, Variation } from 'harfbuzzjs';
import decompress from 'wawoff2/decompress.js';

/** The weights that drawings use. */
export type Weight = 400 | 600;

/** One file of a font, in the weights of drawings. */
export interface Face {
  readonly unitsPerEm: number;
  readonly fonts: Readonly<Record<Weight, Font>>;
  has(code: number): boolean;
}

/** Open fonts (OFL) of npm packages, in the order in which they are asked for a character. */
const families = ['noto-sans', 'noto-sans-arabic', 'noto-sans-sc'] as const;

const { resolve } = createRequire(import.meta.url);
const fileOf = (family: string, name: string) => resolve(`@fontsource-variable/${family}/${name}`);

/** A file of a family and the characters it is for: families come in parts, Chinese in a hundred. */
interface FacePart {
  readonly file: string;
  readonly covers: (code: number) => boolean;
}

let listed: readonly FacePart[] | undefined;
function parts(): readonly FacePart[] {
  listed ??= families.flatMap((family) => {
    const ranges = JSON.parse(readFileSync(fileOf(family, 'unicode.json'), 'utf8')) as Record<string, string>;
    return Object.entries(ranges).map(([name, list]) => ({
      file: fileOf(family, `files/${family}-${name.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`),
      covers: covering(list),
    }));
  });
  return listed;
}

/** `U+0-FF,U+131` as a question. */
function covering(list: string): (code: number) => boolean {
  const ranges = list.split(',').map((range) => {
    const [low = '', high = low] = range.replace('U+', '').split('-');
    return [Number.parseInt(low, 16), Number.parseInt(high, 16)] as const;
  });
  return (code) => ranges.some(([low, high]) => low <= code && code <= high);
}

/** One file at a time: the decoder answers with its own memory, which the next file overwrites. */
let turn: Promise<unknown> = Promise.resolve();
const opened = new Map<string, Promise<Face>>();
function open(file: string): Promise<Face> {
  const known = opened.get(file);
  if (known) return known;
  const face = turn.then(() => read(file));
  turn = face;
  opened.set(file, face);
  return face;
}

async function read(file: string): Promise<Face> {
  const face = new FontFace(new Blob(await decompress(readFileSync(file))));
  const codes = new Set(face.collectUnicodes());
  const weighted = (weight: Weight) => {
    const font = new Font(face);
    font.setVariations([new Variation('wght', weight)]);
    return font;
  };
  return {
    unitsPerEm: face.upem,
    fonts: { 400: weighted(400), 600: weighted(600) },
    has: (code) => codes.has(code),
  };
}

/** The first face that has a character; a character that none has is drawn as the empty box of the first. */
const chosen = new Map<number, Promise<Face>>();
export function faceOf(code: number): Promise<Face> {
  const face = chosen.get(code) ?? choose(code);
  chosen.set(code, face);
  return face;
}

async function choose(code: number): Promise<Face> {
  for (const { file, covers } of parts()) {
    if (!covers(code)) continue;
    const face = await open(file);
    if (face.has(code)) return face;
  }
  return open(fileOf(families[0], `files/${families[0]}-latin-wght-normal.woff2`));
}
