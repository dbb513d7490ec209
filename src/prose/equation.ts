import katex from 'katex';

/** TeX to MathML: no script, no stylesheet, no font. Throws where the TeX cannot be read. */
export function equation(tex: string, display: boolean): string {
  const foreign = /\\(?:href|url|includegraphics|html[A-Za-z]*)(?![A-Za-z])/.exec(tex)?.[0];
  if (foreign) throw new Error(`${foreign} has no place in an equation`);
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
