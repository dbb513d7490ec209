import { byPlace, type Problem } from '../guard/problem.ts';
import { type Rule, readCorpus } from './corpus.ts';
import { citations } from './rules/citations.ts';
import { claims, equations } from './rules/claims.ts';
import { evidence } from './rules/evidence.ts';
import { files } from './rules/files.ts';
import { media } from './rules/media.ts';
import { nearCopies } from './rules/near-copies.ts';
import { neutralityFigures } from './rules/neutrality.ts';
import { plausible } from './rules/plausible.ts';
import { prose } from './rules/prose.ts';
import { published } from './rules/published.ts';
import { references } from './rules/references.ts';
import { templateLeft } from './rules/template.ts';
import { texts } from './rules/texts.ts';
import { translations } from './rules/translations.ts';

const schemas: Rule = ({ contributions }) =>
  contributions.flatMap(({ main, translations: others }) =>
    [main, ...others].flatMap(({ problems }) => problems),
  );

const rules: readonly Rule[] = [
  schemas,
  files,
  texts,
  references,
  published,
  citations,
  translations,
  claims,
  equations,
  evidence,
  neutralityFigures,
  prose,
  plausible,
  templateLeft,
  nearCopies,
];

/** Reads every file of a content folder and says everything that is wrong, sorted by place. It changes nothing. */
export async function checkContent(folder: string): Promise<Problem[]> {
  const corpus = readCorpus(folder);
  const found = [...rules.flatMap((rule) => rule(corpus)), ...(await media(corpus))];
  const seen = new Set<string>();
  return found
    .filter((problem) => {
      const key = JSON.stringify(problem);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort(byPlace);
}
