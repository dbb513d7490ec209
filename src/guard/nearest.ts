import leven from 'leven';

/** The known word that was probably meant, for "did you mean". */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  const target = word.toLowerCase();
  let best: string | undefined;
  let smallest = Math.max(2, Math.floor(target.length / 3) + 1) + 1;
  for (const candidate of known) {
    const distance = leven(target, candidate.toLowerCase(), { maxDistance: smallest });
    if (distance < smallest) {
      smallest = distance;
      best = candidate;
    }
  }
  return best;
}

/** The known word that was meant beyond doubt: the only one that differs by one letter, capitals or spaces. */
export function certain(word: string, known: readonly string[]): string | undefined {
  if (word.length < shortestCertain || word.length > longestWord) return undefined;
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_]+/g, '-');
  const same = known.filter((candidate) => plain(candidate) === plain(word));
  if (same.length === 1) return same[0];
  const close = known.filter((candidate) => leven(word, candidate, { maxDistance: 2 }) <= 1);
  return close.length === 1 ? close[0] : undefined;
}

const longestWord = 200;
/** In words shorter than this one letter is too much to guess. */
const shortestCertain = 4;
