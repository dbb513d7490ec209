import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BodyNode } from '../../guard/body.ts';
import { readFacts, splitFrontMatter } from '../../guard/front-matter.ts';
import { fileStart, type Problem, problemAt, quoted } from '../../guard/problem.ts';
import { readBody } from '../../guard/read-body.ts';
import { plainText } from '../../prose/sections.ts';
import { atFact, type ReadFile, type Rule } from '../corpus.ts';

/** Words of the template that were copied and never replaced. */
export const templateLeft: Rule = ({ folder, contributions }) => {
  const left = templateWords(join(folder, 'templates'));
  if (left.size === 0) return [];
  const all = [...left];
  const copied = contributions.filter(({ main }) => all.some((text) => main.source.includes(text)));
  return copied.flatMap(({ main }) => [
    ...strings(main.facts.data).flatMap(({ text, path }) =>
      left.has(text)
        ? [atFact(main, path, 'template-left', { key: path.join('.'), found: quoted(text) })]
        : [],
    ),
    ...paragraphs(main).flatMap((node): Problem[] => {
      const text = plainText(node).trim();
      if (!left.has(text)) return [];
      const place = node.position?.start ?? fileStart;
      return [problemAt(main.file, place, 'template-left', { key: 'index.mdx', found: quoted(text) })];
    }),
  ]);
};

/** What templates put where a contributor's own words belong; words of the field that they use are left out. */
const placeholders = /^(?:title|summary|name|family|given|DOI)$/;

function templateWords(folder: string): Set<string> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const files = names.map((name) => join(folder, name, 'index.mdx')).filter((file) => existsSync(file));
  return new Set(
    files.flatMap((file) => {
      const { yaml, body } = splitFrontMatter(readFileSync(file, 'utf8'), file);
      const facts = strings(readFacts(yaml, file).data)
        .filter(({ path }) => placeholders.test(String(path.at(-1))))
        .map(({ text }) => text);
      const story = readBody(body, file)
        .nodes.filter((node) => node.type === 'element' && node.tagName === 'p')
        .map((node) => plainText(node).trim());
      return [...facts, ...story];
    }),
  );
}

function strings(
  data: unknown,
  path: readonly (string | number)[] = [],
): { text: string; path: readonly (string | number)[] }[] {
  if (typeof data === 'string') return [{ text: data.trim(), path }];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    strings(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

function paragraphs({ text }: ReadFile): BodyNode[] {
  return (text?.nodes ?? []).filter((node) => node.type === 'element' && node.tagName === 'p');
}
