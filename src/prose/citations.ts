/** `[@orth-2020; @oreska-2020]` in a text. */
const citation = /\[@([a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]/g;

export interface TextRun {
  readonly text: string;
}
export interface CitationRun {
  readonly keys: readonly string[];
}

/** Divides a text at its citations. */
export function splitCitations(text: string): (TextRun | CitationRun)[] {
  const runs: (TextRun | CitationRun)[] = [];
  let end = 0;
  for (const match of text.matchAll(citation)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index) });
    runs.push({ keys: (match[1] ?? '').split(/\s*;\s*@/) });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ text: text.slice(end) });
  return runs;
}

/** The keys a text cites, each once, in order: `[@key]`, or `<Source id="key" />` on maintainers' pages. */
export function citationsIn(text: string): string[] {
  const marked = splitCitations(text).flatMap((run) => ('keys' in run ? run.keys : []));
  const components = [...text.matchAll(/<Source\s+id="([a-z0-9-]+)"/g)].map(([, key = '']) => key);
  return [...new Set([...marked, ...components])];
}

/** A citation that was begun but is not in the form above, such as `[Orth 2020]` with an @ or a capital. */
export const malformedCitation = /\[[^[\]@]*@[^[\]]*\]/g;
