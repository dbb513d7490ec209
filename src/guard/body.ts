import { components } from './components.ts';
import { isSafeAddress } from './links.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

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
  const report = (node: { position?: Position | undefined }, code: string, message: string, hint: string) => {
    const { line, column } = node.position?.start ?? { line: firstLine(lines), column: 1 };
    problems.push({ file, line, column, code, message: `${message}${quoted(lines, line)}`, hint });
  };

  const plain = withoutModules(lines, (line) =>
    problems.push({
      file,
      line,
      column: 1,
      code: 'import',
      message: `Import and export are code.${quoted(lines, line)}`,
      hint: 'Delete the line: components need no import here. A sentence may begin with a capital letter.',
    }),
  );
  let root: unknown;
  try {
    root = parse(plain);
  } catch (error) {
    problems.push(syntaxProblem(error, lines, file));
    return { nodes: [], problems };
  }

  const readAll = (nodes: readonly unknown[], top: boolean): BodyNode[] =>
    nodes.flatMap((node) => readNode(node as RawNode, top));

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
        report(
          node,
          'import',
          'Import and export are code.',
          'Delete the line: components need no import here.',
        );
        return [];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        report(
          node,
          'braces',
          'Curly braces are code.',
          'Write the text without { }; for a brace itself write &#123; or &#125;.',
        );
        return [];
      default:
        report(
          node,
          'html',
          `"${node.type}" is not allowed in a text.`,
          'Use Markdown or one of the components of the template.',
        );
        return [];
    }
  };

  const readElement = (node: RawNode): BodyNode[] => {
    const tag = node.tagName ?? '';
    if (tag === 'h1') {
      report(
        node,
        'heading-level',
        'A heading with one # is the title, which stands in the front matter.',
        'Begin headings with ##.',
      );
    } else if (!elements.has(tag)) {
      report(
        node,
        'html',
        `<${tag}> is not allowed in a text.`,
        'Use Markdown or one of the components of the template.',
      );
      return [];
    }
    const allowed = properties[tag] ?? [];
    const kept = Object.fromEntries(
      Object.entries(node.properties ?? {}).filter(([key]) => allowed.includes(key)),
    );
    for (const key of ['href', 'src']) {
      const address = kept[key];
      if (typeof address === 'string' && !isSafeAddress(address)) {
        report(
          node,
          'link-scheme',
          `"${address}" is not an address that may be linked.`,
          'Links begin with https:// or mailto:, or lead to a place on this site.',
        );
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
      const known = Object.keys(components);
      const similar = nearest(name, known);
      const isHtml = /^[a-z]/.test(name) || name === '';
      report(
        node,
        isHtml ? 'html' : 'component',
        isHtml ? `<${name}> is HTML, which is not allowed.` : `<${name}> is not a component.`,
        similar && !isHtml
          ? `Did you mean <${similar}>?`
          : `Use Markdown, or one of ${known.map((key) => `<${key}>`).join(', ')}.`,
      );
      return [];
    }
    if (!top) {
      report(
        node,
        'component-place',
        `<${name}> stands inside a line, list or table.`,
        'Put it on lines of its own, with an empty line before and after.',
      );
      return [];
    }
    const attributes: Record<string, string> = {};
    for (const attribute of node.attributes ?? []) {
      if (attribute.type !== 'mdxJsxAttribute') {
        report(
          node,
          'braces',
          `<${name}> is given {…}, which is code.`,
          `Write attributes in quotes: ${rule.example}`,
        );
        continue;
      }
      const key = attribute.name ?? '';
      const allowed = Object.hasOwn(rule.attributes, key) ? rule.attributes[key] : undefined;
      if (!allowed) {
        const similar = nearest(key, Object.keys(rule.attributes));
        report(
          node,
          'attribute',
          `<${name}> has no attribute "${key}".`,
          similar ? `Did you mean ${similar}?` : `It takes ${Object.keys(rule.attributes).join(', ')}.`,
        );
      } else if (typeof attribute.value !== 'string') {
        report(
          node,
          'braces',
          `The value of "${key}" is not plain text.`,
          `Write it in quotes: ${rule.example}`,
        );
      } else if (allowed.values && !allowed.values.includes(attribute.value)) {
        report(
          node,
          'attribute',
          `"${attribute.value}" is not a ${key} of <${name}>.`,
          `Write one of ${allowed.values.join(', ')}.`,
        );
      } else {
        attributes[key] = attribute.value;
      }
    }
    for (const [key, { required }] of Object.entries(rule.attributes)) {
      if (required && !attributes[key]?.trim()) {
        const given = node.attributes?.some((attribute) => attribute.name === key && attribute.value !== '');
        if (!given) report(node, 'attribute', `<${name}> needs "${key}".`, `For example ${rule.example}`);
      }
    }
    const children = rule.children ? readAll(node.children ?? [], true) : [];
    return [{ type: 'component', name, attributes, children, position: node.position }];
  };

  const nodes = readAll((root as RawNode).children ?? [], true);
  return { nodes, problems };
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

function syntaxProblem(error: unknown, lines: readonly string[], file: string): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const place = /^(\d+):(\d+): /.exec(message);
  const line = Number(place?.[1] ?? firstLine(lines));
  const column = Number(place?.[2] ?? 1);
  const source = lines[line - 1] ?? '';
  const hint = /import|export/.test(source.trimStart().slice(0, 7))
    ? 'Delete the line: components need no import here.'
    : source.includes('{') || source.includes('}')
      ? 'Write the text without { }; for a brace itself write &#123; or &#125;.'
      : 'For "less than" write &lt; or the words; every <Component> must be closed.';
  return {
    file,
    line,
    column,
    code: 'mdx',
    message: `The text cannot be read here.${quoted(lines, line)}`,
    hint,
  };
}

function quoted(lines: readonly string[], line: number): string {
  const text = (lines[line - 1] ?? '').trim();
  return text === '' ? '' : ` Found: ${text.length > 100 ? `${text.slice(0, 100)}…` : text}`;
}

function firstLine(lines: readonly string[]): number {
  const index = lines.findIndex((line) => line.trim() !== '');
  return index < 0 ? 1 : index + 1;
}
