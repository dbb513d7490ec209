import { quoted } from '../../guard/problem.ts';
import { equation } from '../../prose/equation.ts';
import type { CaseStudy } from '../../schemas/case-study.ts';
import type { Protocol } from '../../schemas/protocol.ts';
import { atFact, type Rule } from '../corpus.ts';

const removalWords = /\b(removals?|removed|additional(?:ity)?|sequest\w+)\b/i;

/** A summary that claims a removal needs a figure with a baseline behind it. */
export const claims: Rule = ({ contributions }) =>
  contributions.flatMap(({ collection, main }) => {
    const record = main.record as CaseStudy | undefined;
    if (collection !== 'case-studies' || !record) return [];
    const word = removalWords.exec(record.summary)?.[0];
    const carbon = record.outcomes.filter((outcome) => outcome.carbon && outcome.role === 'effect');
    if (!word || carbon.some((outcome) => outcome.carbon?.baseline !== 'none')) return [];
    return [atFact(main, ['summary'], 'claim', { found: word })];
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
