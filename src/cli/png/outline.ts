import type { Face, Weight } from './faces.ts';
import { layOut } from './lay-out.ts';

/** Where a line of words begins, and how large it is. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
}

const textElement = /<text((?:\s[\w:-]+="[^"]*")*)>([^<]*)<\/text>/g;
const placing = /\s(?:x|y|font-size|font-weight|text-anchor)="[^"]*"/g;

/** A drawing whose words are outlines, so that no font of the machine has a say in what it looks like. */
export async function outlined(svg: string): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  const size = Number(/<svg[^>]*\sfont-size="([\d.]+)"/.exec(svg)?.[1]);
  for (const found of svg.matchAll(textElement)) {
    const [whole, attributes = '', content = ''] = found;
    const value = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
    const place = {
      x: Number(value('x') ?? 0),
      y: Number(value('y') ?? 0),
      size: Number(value('font-size') ?? size),
      weight: value('font-weight') === '600' ? 600 : 400,
    } as const;
    const path = await outlineOf(unescaped(content), place, value('text-anchor'));
    parts.push(svg.slice(end, found.index), `<path${attributes.replaceAll(placing, '')} d="${path}"/>`);
    end = found.index + whole.length;
  }
  return parts.join('') + svg.slice(end);
}

async function outlineOf(text: string, place: Place, anchor: string | undefined): Promise<string> {
  const { glyphs, width } = await layOut(text, place.weight);
  const share = { middle: 0.5, end: 1 }[anchor ?? ''] ?? 0;
  const start = place.x - share * width * place.size;
  return glyphs
    .map(({ face, glyph, x, y, size }) =>
      glyphOutline(face, glyph, {
        weight: place.weight,
        size: place.size * size,
        x: start + x * place.size,
        y: place.y - y * place.size,
      }),
    )
    .join('');
}

function glyphOutline(face: Face, glyph: number, { x, y, size, weight }: Place): string {
  const scale = size / face.unitsPerEm;
  const written = (value: number, index: number) =>
    (index % 2 === 0 ? x + value * scale : y - value * scale).toFixed(2);
  return face.fonts[weight]
    .glyphToJson(glyph)
    .map(({ type, values }) => type + values.map(written).join(' '))
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function unescaped(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}
