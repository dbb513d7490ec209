import leven from 'leven';

/** The known word that was probably meant, for "did you mean". */
export function nearest(word: string, known: readonly string[]): string | undefined {
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
