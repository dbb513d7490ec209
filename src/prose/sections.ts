import { toHtml } from 'hast-util-to-html';
import type { BodyNode, ComponentNode, Element } from '../guard/body.ts';
import { typeset } from '../i18n/typeset.ts';
import { splitCitations } from './citations.ts';
import { equation } from './equation.ts';
import type { TermFinder } from './terms.ts';

/** A run of finished HTML, or a component to be drawn by the page. */
export type Part =
  | { readonly kind: 'html'; readonly html: string }
  | {
      readonly kind: 'component';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly children: readonly Part[];
    };

export interface Section {
  /** Section of the collection (`failures`), or the text before the first heading. */
  readonly id: string | undefined;
  readonly heading: string | undefined;
  readonly parts: readonly Part[];
}

/** What the page knows and the text needs. */
export interface Context {
  /** Section ids by heading, in the language of the text. */
  readonly headings: ReadonlyMap<string, string>;
  readonly terms: TermFinder;
  /** HTML of a citation mark. */
  cite(keys: readonly string[]): string;
  /** HTML of a glossary term at its first use. */
  term(id: string, words: string): string;
  /** The address to print for one a text links to. */
  address(href: string): string;
}

/** A contributor's tree to sections of parts. Headings of level two divide it. */
export function sectionsOf(nodes: readonly BodyNode[], context: Context): Section[] {
  const draw = drawing(context);
  const sections: { heading: string | undefined; nodes: BodyNode[] }[] = [{ heading: undefined, nodes: [] }];
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'h2')
      sections.push({ heading: plainText(node), nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  }
  return sections
    .filter(
      ({ heading, nodes: inside }) => heading !== undefined || inside.some((node) => node.type !== 'text'),
    )
    .map(({ heading, nodes: inside }) => ({
      heading,
      id: heading === undefined ? undefined : context.headings.get(heading),
      parts: draw(inside),
    }));
}

type Hast = Parameters<typeof toHtml>[0];

function drawing(context: Context): (nodes: readonly BodyNode[]) => Part[] {
  const seen = new Set<string>();

  const raw = (value: string): Hast => ({ type: 'raw', value }) as Hast;

  const words = (text: string): Hast[] =>
    splitCitations(text).flatMap((run) => {
      if ('keys' in run) return [raw(context.cite(run.keys))];
      return context.terms
        .find(run.text, seen)
        .map(({ text: part, term }) => raw(term ? context.term(term, typeset(part)) : typeset(part)));
    });

  const element = (node: Element, linked: boolean): Hast => {
    const math = mathOf(node);
    if (math) return raw(math);
    const inside = linked || node.tagName === 'a' || /^h\d$/.test(node.tagName) || node.tagName === 'code';
    const children = node.children.flatMap((child): Hast[] => {
      if (child.type === 'element') return [element(child, inside)];
      if (child.type === 'component') return [];
      return inside ? [raw(typeset(child.value))] : words(child.value);
    });
    const properties = { ...node.properties };
    if (typeof properties['href'] === 'string') properties['href'] = context.address(properties['href']);
    const drawn = { type: 'element', tagName: node.tagName, properties, children } as Hast;
    if (node.tagName !== 'table') return drawn;
    return {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table'], tabIndex: 0 },
      children: [drawn],
    } as Hast;
  };

  const draw = (nodes: readonly BodyNode[]): Part[] => {
    const parts: Part[] = [];
    let run: Hast[] = [];
    const flush = () => {
      const html = toHtml({ type: 'root', children: run } as Hast, { allowDangerousHtml: true }).trim();
      if (html !== '') parts.push({ kind: 'html', html });
      run = [];
    };
    for (const node of nodes) {
      const picture = pictureOf(node);
      const component = picture ?? (node.type === 'component' ? node : undefined);
      if (component) {
        flush();
        parts.push({
          kind: 'component',
          name: component.name,
          attributes: component.attributes,
          children: draw(component.children),
        });
      } else if (node.type === 'element') run.push(element(node, false));
      else if (node.type === 'text') run.push(...words(node.value));
    }
    flush();
    return parts;
  };
  return draw;
}

/** `code.language-math`, alone or as a block, is an equation. */
function mathOf(node: Element): string | undefined {
  const code = node.tagName === 'pre' ? node.children.find((child) => child.type === 'element') : node;
  if (code?.type !== 'element' || code.tagName !== 'code') return undefined;
  const classes = code.properties['className'];
  if (!Array.isArray(classes) || !classes.includes('language-math')) return undefined;
  const display = node.tagName === 'pre' || classes.includes('math-display');
  const mathml = equation(plainText(code), display);
  return display ? `<div class="equation" tabindex="0">${mathml}</div>` : mathml;
}

/** A Markdown picture alone in its paragraph is a Picture. */
function pictureOf(node: BodyNode): ComponentNode | undefined {
  if (node.type !== 'element' || node.tagName !== 'p') return undefined;
  const [only, ...others] = node.children;
  if (others.length > 0 || only?.type !== 'element' || only.tagName !== 'img') return undefined;
  const { src, alt, title } = only.properties;
  return {
    type: 'component',
    name: 'Picture',
    attributes: {
      src: String(src ?? ''),
      alt: String(alt ?? ''),
      ...(title ? { caption: String(title) } : {}),
    },
    children: [],
  };
}

export function plainText(node: BodyNode): string {
  if (node.type === 'text') return node.value;
  return node.children.map(plainText).join('');
}
