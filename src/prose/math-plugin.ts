import { defineMdastPlugin } from 'satteri';
import { equation } from './equation.ts';

/** Equations in maintainers' compiled pages: TeX to MathML, as in interpreted texts. */
export const mathPlugin = defineMdastPlugin({
  name: 'portal-math',
  math: (node) => ({ raw: equation(node.value, true), mdxExpressions: false }),
  inlineMath: (node) => ({ raw: equation(node.value, false), mdxExpressions: false }),
});
