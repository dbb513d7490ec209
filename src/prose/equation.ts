import katex from 'katex';

/** TeX to MathML: no script, no stylesheet, no font. Throws where the TeX cannot be read. */
export function equation(tex: string, display: boolean): string {
  return katex.renderToString(tex, {
    displayMode: display,
    output: 'mathml',
    throwOnError: true,
    strict: 'error',
    trust: false,
    maxExpand: 100,
    maxSize: 20,
  });
}
