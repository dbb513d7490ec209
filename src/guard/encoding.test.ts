import { describe, expect, it } from 'vitest';
import { decodedAs, garbledWord } from './encoding.ts';
import { readSourceText } from './source-text.ts';

/** Text as an older program saves it; the table is that of the decoder, turned round. */
function encoded(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0; lead < 256; lead += 1) {
    table.set(decoder.decode(Uint8Array.of(lead)), [lead]);
    if (encoding !== 'gbk' || lead < 0x81) continue;
    for (let trail = 0x40; trail < 255; trail += 1)
      table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

const texts: Readonly<Record<string, string>> = {
  gbk: '---\ntitle: 黄土高原退耕还林\nsummary: 一个村庄把坡地还给了林草，土壤碳增加了。\n---\n',
  'windows-1251':
    '---\ntitle: Восстановление болот\nsummary: Канавы перекрыли, и вода вернулась на торфяник.\n---\n',
  'windows-1256':
    '---\ntitle: استعادة المراعي\nsummary: سيّج أهل القرية المرعى فعادت الأعشاب وزاد كربون التربة.\n---\n',
  'windows-1252':
    '---\ntitle: Restauración de la montaña\nsummary: L’été, la forêt a été brûlée – « déjà » trois fois.\n---\n',
};

describe('files that are not UTF-8', () => {
  it.each(Object.entries(texts))('in %s are named and read as they were meant', (encoding, text) => {
    const bytes = encoded(text, encoding);
    expect(decodedAs(bytes)).toEqual({ encoding, text });
    expect(readSourceText(bytes, 'x.mdx').problems).toMatchObject([
      { code: 'encoding', line: 2, values: { encoding } },
    ]);
  });

  it('in UTF-16 are known by their mark or by their zeros', () => {
    const bytes = Buffer.from('title: A valley, l’été', 'utf16le');
    expect(decodedAs(bytes)).toEqual({ encoding: 'utf-16le', text: 'title: A valley, l’été' });
    expect(decodedAs(Buffer.from(bytes).swap16())?.encoding).toBe('utf-16be');
  });

  it('are left alone where nothing fits', () => {
    expect(decodedAs(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10))).toBeUndefined();
    expect(decodedAs(Uint8Array.of(0xfa, 0xfb, 0xfc, 0xfd, 0x81, 0x8d))).toBeUndefined();
  });
});

describe('words in the wrong encoding', () => {
  it.each([
    ['La montaÃ±a', 'montaÃ±a', 'montaña'],
    ['Itâ€™s', 'Itâ€™s', 'It’s'],
    ['38Â°N', '38Â°N', '38°N'],
  ])('%s', (line, found, meant) => {
    expect(garbledWord(line)).toMatchObject({ found, meant });
  });

  it.each(['Âge d’or', 'SÃO PAULO', 'La montaña', 'Ângela', 'naïve'])('%s is a word', (line) => {
    expect(garbledWord(line)).toBeUndefined();
  });
});
