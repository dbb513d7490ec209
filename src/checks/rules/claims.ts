import { quoted } from '../../guard/problem.ts';
import { equation } from '../../prose/equation.ts';
import type { CaseStudy } from '../../schemas/case-study.ts';
import { claimedRemoval } from '../../schemas/claim.ts';
import type { Protocol } from '../../schemas/protocol.ts';
import { atFact, type Rule } from '../corpus.ts';

/** A summary that claims a removal needs a figure with a baseline behind it. */
export const claims: Rule = ({ contributions }) =>
  contributions.flatMap(({ collection, main }) => {
    const record = main.record as CaseStudy | undefined;
    if (collection !== 'case-studies' || !record) return [];
    const word = claimedRemoval(record);
    return word === undefined ? [] : [atFact(main, ['summary'], 'claim', { found: word })];
  });

/** Equations of protocols can be drawn. */
export const equations: Rule = ({ contributions }) =>
  contributions.flatMap(({ collection, main }) => {
    const record = main.record as Protocol | undefined;
    if (collection !== 'protocols' || !record) return [];
    const texts = record.equations.flatMap((item, at) => [
      { tex: item.tex, path: ['equations', at, 'tex'] },
      ...item.symbols.map((symbol, index) => ({
        tex: symbol.tex,
        path: ['equations', at, 'symbols', index, 'tex'],
      })),
    ]);
    return texts.flatMap(({ tex, path }) => {
      try {
        equation(tex, true);
        return [];
      } catch (error) {
        const message =
          error instanceof Error ? error.message.replace('KaTeX parse error: ', '') : String(error);
        return [atFact(main, path, 'equation', { found: quoted(tex), detail: quoted(message) })];
      }
    });
  });
