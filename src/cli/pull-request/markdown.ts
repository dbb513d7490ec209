/** Words of our own as Markdown that shows them as they are. */
export function plainMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_~[\]|#@]/g, '\\$&');
}

const longestCode = 160;

/**
 * Text that somebody else wrote, as code: on one line, without signs that hide or turn text, and within more
 * backticks than it holds, so that no link, mention, picture or HTML comes of it.
 */
export function codeMarkdown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll(/\p{C}/gu, '\ufffd').trim();
  const short = line.length > longestCode ? `${line.slice(0, longestCode)}…` : line;
  const longest = Math.max(0, ...(short.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return short === '' ? '`(empty)`' : `${fence}${longest > 0 ? ` ${short} ` : short}${fence}`;
}
