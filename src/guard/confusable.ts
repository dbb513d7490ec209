/** Letters of one alphabet that look like those of another, where both stand in one word. */

const latinLike = 'асеіјорѕхуԁԛԝАВЕЅІЈКМНОРСТХУҮΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const cyrillicLike = 'aceijopsxyABEKMHOPCTXY';
/** A letter next to one of another alphabet; Greek letters before Latin ones are symbols where they look like none. */
const mixed =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
/** Letters that mathematics has for itself; as text they hide words from search and readers. */
const styled = /[\u{1d400}-\u{1d7ff}\uff21-\uff3a\uff41-\uff5a]/u;

export interface Confusable {
  readonly at: number;
  readonly word: string;
  readonly character: string;
}

/** The first word of a line in which letters of two alphabets could be taken for one another. */
export function confusableIn(line: string): Confusable | undefined {
  if (!mixed.test(line) && !styled.test(line)) return undefined;
  for (const { 0: word, index: at } of line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const character = strangerIn(word);
    if (character !== undefined) return { at, word, character };
  }
  return undefined;
}

function strangerIn(word: string): string | undefined {
  const own = styled.exec(word)?.[0];
  if (own !== undefined) return own;
  if (!mixed.test(word)) return undefined;
  const letters = [...word].filter((letter) => /\p{L}/u.test(letter));
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  const others = letters.filter((letter) => /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(letter));
  if (latin.length >= others.length) return others.find((letter) => latinLike.includes(letter));
  return others.length >= 3 && others.some((letter) => /\p{Script=Cyrillic}/u.test(letter))
    ? latin.find((letter) => cyrillicLike.includes(letter))
    : undefined;
}
