import { h, type Node } from '../contribute/tree.ts';
import { localeFacts, type Text } from '../i18n/locales.ts';
import { typeset } from '../i18n/typeset.ts';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Plain words with their subscripts and exponents as elements: what `typeset` writes as HTML, as a tree. */
export function setWords(text: string): Node[] {
  const parts = typeset(text).split(/<(su[bp])>([^<]*)<\/su[bp]>/);
  const nodes: Node[] = [];
  for (let at = 0; at < parts.length; at += 3) {
    const [plain = '', tag, inside = ''] = parts.slice(at, at + 3);
    if (plain !== '') nodes.push(read(plain));
    if (tag !== undefined) nodes.push(h(tag, {}, read(inside)));
  }
  return nodes;
}

function read(html: string): string {
  return html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

/** Words marked with their language where it is not that of the page. */
export function setText({ text, lang }: Text, within: Text['lang']): Node[] {
  const nodes = setWords(text);
  if (lang === within) return nodes;
  const { tag, direction } = localeFacts[lang];
  return [h('span', { lang: tag, dir: direction }, ...nodes)];
}
