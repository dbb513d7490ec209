import bidiFactory from 'bidi-js';
import { Buffer as Run, shape } from 'harfbuzzjs';
import { type Face, faceOf, type Weight } from './faces.ts';
import { type Standing, standingOf } from './raised.ts';

/** A glyph of a line and where its origin lies, in ems from the start of the line. */
export interface PlacedGlyph {
  readonly face: Face;
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
  /** Beside that of the line. */
  readonly size: number;
}

export interface Line {
  readonly glyphs: readonly PlacedGlyph[];
  /** In ems. */
  readonly width: number;
}

const bidi = bidiFactory();
/** Marks of direction have done their work once levels are known. */
const directionMark = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** What follows the face of its neighbours where that has it, so that a word is shaped as one. */
const neutral = /[\s\p{Mark}\p{Format}]/u;

interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly level: number;
  readonly standing: Standing;
}

/** Characters to glyphs in the order in which they are seen, as a browser would in a line that runs left to right. */
export async function layOut(text: string, weight: Weight): Promise<Line> {
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  for (const { text: part, face, level, standing } of inSight(await piecesOf(text.normalize('NFC')))) {
    const run = new Run();
    run.addText(part);
    run.guessSegmentProperties();
    run.setDirection(level % 2 === 1 ? 5 : 4); // HB_DIRECTION_RTL, HB_DIRECTION_LTR
    shape(face.fonts[weight], run);
    const places = run.getGlyphPositions();
    run.getGlyphInfos().forEach(({ codepoint: glyph }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[index] ?? {};
      const { size, rise } = standing;
      const em = face.unitsPerEm / size;
      glyphs.push({ face, glyph, size, x: width + xOffset / em, y: rise + yOffset / em });
      width += xAdvance / em;
    });
  }
  return { glyphs, width };
}

/** Runs of one face and one level of direction, in the order in which they are read. */
async function piecesOf(text: string): Promise<Piece[]> {
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr');
  const pieces: Piece[] = [];
  let at = 0;
  for (const character of text) {
    const level = levels[at] ?? 0;
    at += character.length;
    if (directionMark.test(character)) continue;
    const [plain, standing] = standingOf(character);
    const code = plain.codePointAt(0) ?? 0;
    const last = pieces.at(-1);
    const face = last && neutral.test(character) && last.face.has(code) ? last.face : await faceOf(code);
    if (last?.face === face && last.level === level && last.standing === standing)
      pieces[pieces.length - 1] = { ...last, text: last.text + plain };
    else pieces.push({ text: plain, face, level, standing });
  }
  return pieces;
}

/** Rule L2 of the bidirectional algorithm, on runs: from the highest level down, what is at least as high turns. */
function inSight(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces];
  for (let level = Math.max(0, ...pieces.map((piece) => piece.level)); level > 0; level -= 1)
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end += 1;
      if (end === start) continue;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  return order;
}
