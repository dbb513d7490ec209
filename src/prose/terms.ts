/** Finds the first use of each glossary term in a text, by its first two letters and then letter by letter. */

export interface Term {
  readonly id: string;
  /** The spellings that mean it, in the language of the text. */
  readonly spellings: readonly string[];
}

interface Spelling {
  readonly id: string;
  readonly text: string;
  readonly exact: boolean;
  readonly han: boolean;
}

export interface TermRun {
  readonly text: string;
  /** The glossary entry this run names, at its first use. */
  readonly term?: string;
}

export interface TermFinder {
  /** Divides a text; every term is found once for each set `seen`. */
  find(text: string, seen: Set<string>): TermRun[];
}

const letter = /[\p{L}\p{N}]/u;
const han = /\p{Script=Han}/u;

export function termFinder(terms: readonly Term[]): TermFinder {
  const byStart = new Map<string, Spelling[]>();
  for (const { id, spellings } of terms) {
    for (const text of spellings) {
      const exact = text.length <= 5 && text === text.toUpperCase();
      const key = startOf(text.toLowerCase(), 0);
      byStart.set(key, [
        ...(byStart.get(key) ?? []),
        { id, text: exact ? text : text.toLowerCase(), exact, han: han.test(text) },
      ]);
    }
  }
  for (const list of byStart.values()) list.sort((a, b) => b.text.length - a.text.length);

  const match = (text: string, lower: string, at: number): Spelling | undefined =>
    byStart.get(startOf(lower, at))?.find((spelling) => {
      if (!(spelling.exact ? text : lower).startsWith(spelling.text, at)) return false;
      if (spelling.han) return true;
      return !letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + spelling.text.length] ?? ' ');
    });

  return {
    find(text, seen) {
      const lower = text.toLowerCase();
      const runs: TermRun[] = [];
      let end = 0;
      let at = 0;
      while (at < text.length - 1) {
        const found = inWord(lower, at) ? undefined : match(text, lower, at);
        if (!found) {
          at += 1;
          continue;
        }
        const length = found.text.length;
        if (!seen.has(found.id)) {
          seen.add(found.id);
          if (at > end) runs.push({ text: text.slice(end, at) });
          runs.push({ text: text.slice(at, at + length), term: found.id });
          end = at + length;
        }
        at += length;
      }
      if (end < text.length) runs.push({ text: text.slice(end) });
      return runs;
    },
  };
}

/** Whether a position stands inside a word of plain Latin letters, where no term begins: most positions do. */
function inWord(lower: string, at: number): boolean {
  const before = lower.charCodeAt(at - 1);
  return before >= 97 && before <= 122;
}

function startOf(lower: string, at: number): string {
  return lower.slice(at, at + 2);
}
