import type { ProblemCode, ValuesOf } from './codes.ts';
import { components } from './components.ts';
import { isSafeAddress } from './links.ts';
import { nearest } from './nearest.ts';
import { type Problem, problemAt, quoted } from './problem.ts';

/**
 * A contributor's text is parsed into a tree and drawn; it is never compiled. Whatever could be code has no
 * way to run, and is refused here with its place, so that its author knows.
 */
export interface Element {
  readonly type: 'element';
  readonly tagName: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly children: readonly BodyNode[];
  readonly position?: Position | undefined;
}
export interface TextNode {
  readonly type: 'text';
  readonly value: string;
  readonly position?: Position | undefined;
}
export interface ComponentNode {
  readonly type: 'component';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly BodyNode[];
  readonly position?: Position | undefined;
}
export type BodyNode = Element | TextNode | ComponentNode;

type Placed = { readonly position?: Position | undefined };

const componentList = Object.keys(components)
  .map((name) => `<${name}>`)
  .join(', ');

interface Position {
  readonly start: { readonly line: number; readonly column: number };
}

export interface Body {
  readonly nodes: readonly BodyNode[];
  readonly problems: readonly Problem[];
}

/** What Markdown makes, and nothing else. `code` and `pre` carry equations too. */
const elements = new Set(
  'p h2 h3 h4 em strong del a ul ol li blockquote code pre table thead tbody tr th td br hr img sup sub'.split(
    ' ',
  ),
);

const properties: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  img: ['src', 'alt', 'title'],
  code: ['className'],
  th: ['align'],
  td: ['align'],
  ol: ['start'],
};

/** Markdown with components to a tree (hast); the check and the build parse with another program than the browser. */
export type ParseText = (text: string) => unknown;

/** Reads the text of a contribution; `body` keeps its line numbers (see front-matter.ts). */
export function readParsed(body: string, file: string, parse: ParseText): Body {
  const problems: Problem[] = [];
  const lines = body.split('\n');
  const placeOf = (node: Placed) => node.position?.start ?? { line: firstLine(lines), column: 1 };
  const report = <Code extends ProblemCode>(node: Placed, code: Code, values: ValuesOf<Code>) =>
    problems.push(problemAt(file, placeOf(node), code, values));
  const lineAt = (line: number) => quoted(lines[line - 1] ?? '');
  const lineOf = (node: Placed) => lineAt(placeOf(node).line);

  const plain = withoutModules(lines, (line) =>
    problems.push(problemAt(file, { line, column: 1 }, 'import', { found: lineAt(line) })),
  );
  const excess = tooMuch(lines, file);
  if (excess) return { nodes: [], problems: [...problems, excess] };
  let root: unknown;
  try {
    root = parse(plain);
  } catch (error) {
    problems.push(syntaxProblem(error, lines, file));
    return { nodes: [], problems };
  }

  let depth = 0;
  const readAll = (nodes: readonly unknown[], top: boolean): BodyNode[] => {
    if (depth > deepest * 2) {
      const [first] = nodes as readonly RawNode[];
      if (first) report(first, 'text-depth', { found: lineOf(first), limit: deepest * 2 });
      return [];
    }
    depth += 1;
    const read = nodes.flatMap((node) => readNode(node as RawNode, top));
    depth -= 1;
    return read;
  };

  const readNode = (node: RawNode, top: boolean): BodyNode[] => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value ?? '', position: node.position }];
      case 'element':
        return readElement(node);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return readComponent(node, top);
      case 'mdxjsEsm':
        report(node, 'import', { found: lineOf(node) });
        return [];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        report(node, 'braces', { found: lineOf(node) });
        return [];
      default:
        report(node, 'html', { tag: node.type, allowed: componentList });
        return [];
    }
  };

  const readElement = (node: RawNode): BodyNode[] => {
    const tag = node.tagName ?? '';
    if (tag === 'h1') {
      report(node, 'heading-level', { found: lineOf(node) });
    } else if (!elements.has(tag)) {
      report(node, 'html', { tag: quoted(tag), allowed: componentList });
      return [];
    }
    const allowed = properties[tag] ?? [];
    const kept = Object.fromEntries(
      Object.entries(node.properties ?? {}).filter(([key]) => allowed.includes(key)),
    );
    for (const key of ['href', 'src']) {
      const address = kept[key];
      if (typeof address === 'string' && !isSafeAddress(address)) {
        report(node, 'link-scheme', {
          address: quoted(address),
          suggestion: address.startsWith('http://') ? quoted(address.replace('http:', 'https:')) : undefined,
        });
        kept[key] = '';
      }
    }
    return [
      {
        type: 'element',
        tagName: tag,
        properties: kept,
        children: readAll(node.children ?? [], false),
        position: node.position,
      },
    ];
  };

  const readComponent = (node: RawNode, top: boolean): BodyNode[] => {
    const name = node.name ?? '';
    const rule = Object.hasOwn(components, name) ? components[name] : undefined;
    if (!rule) {
      const similar = nearest(name, Object.keys(components));
      if (/^[a-z]/.test(name) || name === '')
        report(node, 'html', { tag: quoted(name), allowed: componentList });
      else
        report(node, 'component', {
          name: quoted(name),
          allowed: componentList,
          suggestion: similar ? `<${similar}>` : undefined,
        });
      return [];
    }
    if (!top) {
      report(node, 'component-place', { name });
      return [];
    }
    const attributes: Record<string, string> = {};
    for (const attribute of node.attributes ?? []) {
      if (attribute.type !== 'mdxJsxAttribute') {
        report(node, 'braces-attribute', { component: name, example: rule.example });
        continue;
      }
      const key = attribute.name ?? '';
      const allowed = Object.hasOwn(rule.attributes, key) ? rule.attributes[key] : undefined;
      if (!allowed) {
        const known = Object.keys(rule.attributes);
        report(node, 'attribute-unknown', {
          component: name,
          name: quoted(key),
          allowed: known.join(', '),
          suggestion: nearest(key, known),
        });
      } else if (typeof attribute.value !== 'string') {
        report(node, 'braces-attribute', { component: name, example: rule.example });
      } else if (allowed.values && !allowed.values.includes(attribute.value)) {
        report(node, 'attribute-value', {
          component: name,
          name: key,
          found: quoted(attribute.value),
          allowed: allowed.values.join(', '),
          suggestion: nearest(attribute.value, allowed.values),
        });
      } else {
        attributes[key] = attribute.value;
      }
    }
    for (const [key, { required }] of Object.entries(rule.attributes)) {
      if (required && !attributes[key]?.trim()) {
        const given = node.attributes?.some((attribute) => attribute.name === key && attribute.value !== '');
        if (!given) report(node, 'attribute-missing', { component: name, name: key, example: rule.example });
      }
    }
    const children = rule.children ? readAll(node.children ?? [], true) : [];
    return [{ type: 'component', name, attributes, children, position: node.position }];
  };

  const nodes = readAll((root as RawNode).children ?? [], true);
  return { nodes, problems };
}

/** Deeper nothing is read, and no parser runs out of stack. */
const deepest = 20;
/** The parser tries each of these signs to the end of the text: thousands of them would keep it busy for minutes. */
const mostSigns = 1000;

/** What no honest text holds, and what the parser would be slow at or fail with. */
function tooMuch(lines: readonly string[], file: string): Problem | undefined {
  const counts = new Map([
    ['{', 0],
    ['<', 0],
  ]);
  for (const [index, line] of lines.entries()) {
    const marks = /^(?:[\s>]|[-*+](?=\s)|\d+[.)](?=\s))*/.exec(line)?.[0] ?? '';
    if (marks.replaceAll(/\s|\d/g, '').length > deepest)
      return problemAt(file, { line: index + 1, column: 1 }, 'text-depth', {
        found: quoted(line),
        limit: deepest,
      });
    for (const [sign, count] of counts) {
      const now = count + line.split(sign).length - 1;
      counts.set(sign, now);
      if (now > mostSigns)
        return problemAt(file, { line: index + 1, column: line.indexOf(sign) + 1 }, 'too-many-signs', {
          sign,
          limit: mostSigns,
        });
    }
  }
  return undefined;
}

/** Marks of lists and quotations alone, or nothing: what may stand before the first line of a block. */
const containersOnly = /^[\s>*+\-\d.)]*$/;
const moduleLine = /^[\s>*+\-\d.)]*(?:import|export)(?![\p{L}\p{N}-])/u;

/**
 * The text without blocks that begin with import or export. They are refused before the parser sees them: its
 * reading of JavaScript can end the whole process on a line such as an export of a broken template literal.
 */
function withoutModules(lines: readonly string[], refuse: (line: number) => void): string {
  let inModule = false;
  return lines
    .map((line, index) => {
      const begins = moduleLine.test(line) && containersOnly.test(lines[index - 1] ?? '');
      if (begins) refuse(index + 1);
      inModule = begins || (inModule && line.trim() !== '');
      return inModule ? '' : line;
    })
    .join('\n')
    .concat('\n\n'); // a backslash as the last character makes it read past the end
}

interface RawNode {
  readonly type: string;
  readonly position?: Position | undefined;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly value?: string;
  readonly name?: string | null;
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly children?: readonly unknown[];
}

/** What the parser could not read, by what stands there rather than by its words. */
export function syntaxProblem(error: unknown, lines: readonly string[], file: string): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError) {
    const place = { line: firstLine(lines), column: 1 };
    return problemAt(file, place, 'text-depth', { found: quoted(lines[place.line - 1]), limit: deepest });
  }
  const at = /^(\d+):(\d+): /.exec(message);
  const place = { line: Number(at?.[1] ?? firstLine(lines)), column: Number(at?.[2] ?? 1) };
  const source = lines[place.line - 1] ?? '';
  const rest = source.slice(place.column - 1);
  if (rest.startsWith('<!')) return problemAt(file, place, 'html', { tag: '!--', allowed: componentList });
  const html = rest.includes('>') ? /^<\/?([a-z][\w:.-]*)/.exec(rest)?.[1] : undefined;
  if (html !== undefined && !rest.includes('://'))
    return problemAt(file, place, 'html', { tag: html, allowed: componentList });
  return problemAt(file, place, syntaxCode(message, rest, source), { found: quoted(source) });
}

function syntaxCode(message: string, rest: string, source: string) {
  if (/import|export/.test(source.trimStart().slice(0, 7))) return 'import';
  if (/^<(?:[a-z]+:|[^\s<>]+@)/i.test(rest)) return 'autolink';
  if (/closing (?:tag|brace)/i.test(message) && rest.startsWith('{')) return 'braces';
  if (/^<\/?[A-Z]/.test(rest) || /closing tag/.test(message)) return 'component-open';
  if (source.includes('{') || source.includes('}')) return 'braces';
  return source.includes('<') ? 'less-than' : 'text-syntax';
}

function firstLine(lines: readonly string[]): number {
  const index = lines.findIndex((line) => line.trim() !== '');
  return index < 0 ? 1 : index + 1;
}
