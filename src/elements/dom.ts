import type { Tree, Node as TreeNode } from '../contribute/tree.ts';

const svgTags: ReadonlySet<string> = new Set(['svg', 'path', 'circle', 'g', 'title']);
const forbidden: ReadonlySet<string> = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'link',
  'meta',
  'base',
]);

/** Elements from a tree. Text becomes text nodes, whatever it looks like; nothing is parsed as HTML. */
export function toDom(node: TreeNode): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  if (forbidden.has(node.tag)) throw new TypeError(`<${node.tag}> is not drawn`);
  const element = svgTags.has(node.tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', node.tag)
    : document.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) {
    if (/^on|^style$|^srcdoc$/i.test(name)) throw new TypeError(`${name} is not set`);
    element.setAttribute(name, value);
  }
  element.append(...node.children.map(toDom));
  return element;
}

export function replaceWith(place: Element, ...trees: readonly Tree[]): void {
  place.replaceChildren(...trees.map(toDom));
}

/** The one element of a kind that must be there. */
export function part<Kind extends Element>(host: ParentNode, selector: string, kind: new () => Kind): Kind {
  const found = host.querySelector(selector);
  if (found instanceof kind) return found;
  throw new TypeError(`${selector} is missing`);
}

/** A field that is typed into or chosen from. */
export type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export const isTyped = (target: unknown): target is Typed =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;
