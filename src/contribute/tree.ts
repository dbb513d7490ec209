import { escapeHtml } from '../i18n/typeset.ts';

/** A piece of a page as data. The build writes it as HTML, the browser makes elements of it: text stays text. */
export interface Tree {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}
export type Node = Tree | string;

type Attribute = string | number | boolean | undefined;
type Child = Node | false | undefined | readonly Child[];

/** An element; attributes that are false or undefined and children that are not there are left out. */
export function h(
  tag: string,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): Tree {
  const kept = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [[name, value === true ? '' : String(value)] as const],
  );
  return { tag, attributes: Object.fromEntries(kept), children: flat(children) };
}

function flat(children: readonly Child[]): Node[] {
  return children.flatMap((child): Node[] => {
    if (child === undefined || child === false) return [];
    return isList(child) ? flat(child) : [child];
  });
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child);

const empty: ReadonlySet<string> = new Set(['input', 'br', 'hr', 'img']);

export function toHtml(node: Node): string {
  if (typeof node === 'string') return escapeHtml(node);
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  const opened = `<${node.tag}${attributes.join('')}>`;
  return empty.has(node.tag) ? opened : `${opened}${node.children.map(toHtml).join('')}</${node.tag}>`;
}
