import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mathFromMarkdown } from 'mdast-util-math';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { toHast } from 'mdast-util-to-hast';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { math } from 'micromark-extension-math';
import { mdx } from 'micromark-extension-mdx';
import { type Body, readParsed } from '../guard/body.ts';

/**
 * The guard's reading of a text in a browser. The parser of the check is a native program; this one reads the same
 * grammar (a test holds the two against each other) and its tree goes through the same guard.
 */
export function readText(text: string, file: string): Body {
  return readParsed(text, file, parse);
}

const passThrough = [
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxFlowExpression',
  'mdxTextExpression',
] as const;

function parse(text: string): unknown {
  try {
    const tree = fromMarkdown(text, {
      extensions: [mdx(), gfmTable(), gfmStrikethrough(), math({ singleDollarTextMath: false })],
      mdastExtensions: [
        mdxFromMarkdown(),
        gfmTableFromMarkdown(),
        gfmStrikethroughFromMarkdown(),
        mathFromMarkdown(),
      ],
    });
    return toHast(tree, { passThrough: [...passThrough] });
  } catch (error) {
    throw new Error(placed(error, text), { cause: error });
  }
}

/**
 * The guard reads the place of a mistake from the beginning of the message: where the tag or brace begins, as the
 * parser of the check has it, not where it stopped to make sense.
 */
function placed(error: unknown, text: string): string {
  if (!(error instanceof Error)) return String(error);
  const { line, column } = error as { line?: unknown; column?: unknown };
  if (typeof line !== 'number' || typeof column !== 'number') return error.message;
  const before = text.split('\n', line).at(-1)?.slice(0, column) ?? '';
  const begins = Math.max(before.lastIndexOf('<'), before.lastIndexOf('{'));
  return `${line}:${begins < 0 ? column : begins + 1}: ${error.message}`;
}
