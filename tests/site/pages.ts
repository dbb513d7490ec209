import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

export const dist = process.env['OUT_DIR'] ?? 'dist';

type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

export interface SitePage {
  /** Address, such as /zh/protocols/. */
  readonly address: string;
  readonly file: string;
  readonly html: string;
  readonly elements: readonly Element[];
}

/** Every finished page, parsed as a browser would. */
export function readPages(): SitePage[] {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error(`${dist} holds no site: run npm run build first`);
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      const address = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
      return { address, file, html, elements: elementsOf(parse(html)) };
    });
}

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  const inside = 'content' in node && node.nodeName === 'template' ? elementsOf(node.content) : [];
  return 'tagName' in node ? [node, ...inside, ...children] : children;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function textOf(node: Node): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
