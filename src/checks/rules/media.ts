import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import type { BodyNode } from '../../guard/body.ts';
import { nearest } from '../../guard/nearest.ts';
import type { Problem } from '../../guard/problem.ts';
import type { Corpus, ReadContribution, ReadFile } from '../corpus.ts';

const mostPixels = 60_000_000;

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
    const similar = nearest(name, beside);
    return [
      problem(
        'missing-file',
        `"${name}" is not beside the text.`,
        similar ? `Did you mean ${similar}?` : 'Put the file into the folder of the contribution.',
      ),
    ];
  });
  const silent = named
    .filter(({ alt }) => alt !== undefined && (alt.trim() === '' || /\.(jpe?g|png|webp)$/i.test(alt.trim())))
    .map(({ problem }) =>
      problem(
        'no-alt',
        'The picture has no text alternative.',
        'Say in one sentence what it shows, for those who cannot see it.',
      ),
    );
  const unused = files.others
    .filter((file) => !named.some(({ name }) => name === basename(file)))
    .filter(() => main.text === undefined || main.text.problems.length === 0)
    .map((file) => ({
      file,
      line: 1,
      column: 1,
      code: 'unused-file',
      message: `${basename(file)} is used nowhere.`,
      hint: 'Show it with <Picture> or <DataTable>, or delete it.',
    }));
  const broken = await Promise.all(files.others.map((file) => unreadable(file, folder)));
  return [...missing, ...silent, ...unused, ...broken.flat()];
}

async function unreadable(file: string, folder: string): Promise<Problem[]> {
  const problem = (code: string, message: string, hint: string) => [
    { file, line: 1, column: 1, code, message, hint },
  ];
  const path = join(folder, file);
  if (/\.csv$/i.test(file)) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
      return [];
    } catch {
      return problem('encoding', 'The table is not UTF-8 text.', 'Save it as "CSV UTF-8".');
    }
  }
  if (!/\.(jpe?g|png|webp)$/i.test(file)) return [];
  try {
    const { width = 0, height = 0 } = await sharp(path).metadata();
    if (width * height <= mostPixels) return [];
    return problem(
      'picture-too-large',
      `The picture has ${width} × ${height} pixels.`,
      `At most ${mostPixels / 1e6} million are allowed: make it smaller.`,
    );
  } catch {
    return problem('picture', 'The picture cannot be read.', 'Save it again as JPEG, PNG or WebP.');
  }
}

interface Use {
  readonly name: string;
  /** Undefined for a table. */
  readonly alt: string | undefined;
  problem(code: string, message: string, hint: string): Problem;
}

/** Every file a text names, by component or as a Markdown picture. */
function usesOf({ file, text }: ReadFile): Use[] {
  const collect = (node: BodyNode): Use[] => {
    if (node.type === 'text') return [];
    const start = node.position?.start;
    const problem = (code: string, message: string, hint: string): Problem => ({
      file,
      line: start?.line ?? 1,
      column: start?.column ?? 1,
      code,
      message,
      hint,
    });
    const own: Use[] = [];
    if (node.type === 'component' && node.attributes['src'] !== undefined) {
      own.push({
        name: node.attributes['src'],
        alt: node.name === 'Picture' ? (node.attributes['alt'] ?? '') : undefined,
        problem,
      });
    }
    if (node.type === 'element' && node.tagName === 'img' && node.properties['src']) {
      own.push({ name: String(node.properties['src']), alt: String(node.properties['alt'] ?? ''), problem });
    }
    return [...own, ...node.children.flatMap(collect)];
  };
  return (text?.nodes ?? []).flatMap(collect);
}
