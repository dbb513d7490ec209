import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BodyNode } from '../../guard/body.ts';
import type { ProblemCode, ValuesOf } from '../../guard/codes.ts';
import { nearest } from '../../guard/nearest.ts';
import { fileStart, type Problem, problemAt, quoted } from '../../guard/problem.ts';
import { rowsFile } from '../../schemas/evidence-set.ts';
import type { Corpus, ReadContribution, ReadFile } from '../corpus.ts';
import { pictureProblems } from '../picture.ts';
import { tableProblems } from '../table.ts';

/** Pictures and tables: they exist, are used, have a text alternative and can be read. */
export async function media(corpus: Corpus): Promise<Problem[]> {
  const found = await Promise.all(
    corpus.contributions.map((contribution) => checkContribution(contribution, corpus.folder)),
  );
  return found.flat();
}

async function checkContribution(contribution: ReadContribution, folder: string): Promise<Problem[]> {
  const { main, translations, files } = contribution;
  const named = [main, ...translations].flatMap((file) => usesOf(file));
  const beside = files.others.map((file) => basename(file));
  const missing = named.flatMap(({ name, problem }) => {
    if (beside.includes(name)) return [];
    return [problem('missing-file', { name: quoted(name), suggestion: nearest(name, beside) })];
  });
  const silent = named
    .filter(({ alt }) => alt !== undefined && (alt.trim() === '' || /\.(jpe?g|png|webp)$/i.test(alt.trim())))
    .map(({ name, problem }) => problem('no-alt', { name: quoted(name) }));
  const consent = (main.facts.data as { consent?: { pictures?: unknown } } | undefined)?.consent?.pictures;
  const unasked = named
    .filter(({ people }) => people === 'with-consent' && consent === undefined)
    .map(({ name, problem }) => problem('picture-consent', { name: quoted(name) }));
  const unused = files.others
    .filter((file) => !named.some(({ name }) => name === basename(file)) && !isRows(contribution, file))
    .filter(() => main.text === undefined || main.text.problems.length === 0)
    .map((file) => problemAt(file, fileStart, 'unused-file', { name: basename(file) }));
  const broken = await Promise.all(files.others.map((file) => unreadable(file, folder)));
  return [...missing, ...silent, ...unasked, ...unused, ...broken.flat()];
}

/** The table of a data set is named by its collection, not by its text. */
function isRows({ collection }: ReadContribution, file: string): boolean {
  return collection === 'evidence' && basename(file) === rowsFile;
}

async function unreadable(file: string, folder: string): Promise<Problem[]> {
  const path = join(folder, file);
  if (/\.csv$/i.test(file)) return tableProblems(readFileSync(path), file);
  if (/\.(jpe?g|png|webp)$/i.test(file)) return pictureProblems(path, file);
  return [];
}

interface Use {
  readonly name: string;
  /** Undefined for a table. */
  readonly alt: string | undefined;
  /** What the contributor says of the people in a picture. */
  readonly people: string | undefined;
  problem<Code extends ProblemCode>(code: Code, values: ValuesOf<Code>): Problem;
}

/** Every file a text names, by component or as a Markdown picture. */
function usesOf({ file, text }: ReadFile): Use[] {
  const collect = (node: BodyNode): Use[] => {
    if (node.type === 'text') return [];
    const problem: Use['problem'] = (code, values) =>
      problemAt(file, node.position?.start ?? fileStart, code, values);
    const own: Use[] = [];
    if (node.type === 'component' && node.attributes['src'] !== undefined) {
      own.push({
        name: node.attributes['src'],
        alt: node.name === 'Picture' ? (node.attributes['alt'] ?? '') : undefined,
        people: node.attributes['people'],
        problem,
      });
    }
    if (node.type === 'element' && node.tagName === 'img' && node.properties['src']) {
      own.push({
        name: String(node.properties['src']),
        alt: String(node.properties['alt'] ?? ''),
        people: undefined,
        problem,
      });
    }
    return [...own, ...node.children.flatMap(collect)];
  };
  return (text?.nodes ?? []).flatMap(collect);
}
