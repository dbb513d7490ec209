import { mdxToHast } from 'satteri';
import { type Body, readParsed } from './body.ts';

/** Reads the text of a contribution as the check and the build do; `body` keeps its line numbers. */
export function readBody(body: string, file: string): Body {
  return readParsed(body, file, (text) =>
    mdxToHast(text, {
      features: { math: { singleDollarTextMath: false }, gfm: { footnotes: false }, frontmatter: false },
    }),
  );
}
