/** Width in units that a text may need in a wide system sans: there is no font to ask in the build. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size * (bold ? 1.08 : 1);
}

/** Drawings hold few different characters, each many times. */
const known = new Map<string, number>();

function emsOf(character: string): number {
  const ems = known.get(character) ?? widthOf(character);
  known.set(character, ems);
  return ems;
}

function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (/\p{Mark}|\p{Format}/u.test(character)) return 0;
  if (code >= 0x2e80) return 1;
  if (/[\s.,:;'’|!()[\]ijlIft·/-]/.test(character)) return 0.36;
  if (/[₀-₉⁰-⁹²³¹⁻]/.test(character)) return 0.42;
  if (/[mwMW%@—…ЖШЩЮжшщюмы]/.test(character)) return 0.9;
  if (/\p{Lu}/u.test(character)) return 0.7;
  return 0.6;
}

const ideograph = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const closing = /^[，。、；：？！）》」』〉】,.;:?!)\]]/;

/** Breaks a text into lines no wider than `width`; Chinese breaks between characters, others at spaces. */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    const longer = line + piece;
    if (line.trim() === '' || textWidth(longer.trimEnd(), size, bold) <= width) {
      line = longer;
      continue;
    }
    lines.push(line.trim());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines.flatMap((whole) => cutLong(whole, width, size, bold));
}

/** Words with the space that follows them, and single ideographs with the closing mark that follows them. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const run of text.split(/(?<=[ \n\t])/)) {
    if (!ideograph.test(run)) pieces.push(run);
    else
      for (const part of run.split(new RegExp(`(?<=${ideograph.source})|(?=${ideograph.source})`))) {
        const last = pieces.length - 1;
        if (last >= 0 && closing.test(part)) pieces[last] += part;
        else pieces.push(part);
      }
  }
  return pieces.filter((piece) => piece !== '');
}

function cutLong(line: string, width: number, size: number, bold: boolean): string[] {
  if (textWidth(line, size, bold) <= width || line.includes(' ')) return [line];
  const lines: string[] = [];
  let part = '';
  for (const character of line) {
    if (part !== '' && textWidth(part + character, size, bold) > width) {
      lines.push(part);
      part = '';
    }
    part += character;
  }
  return [...lines, part];
}
