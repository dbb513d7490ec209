import type { BodyNode } from '../../guard/body.ts';
import { nearest } from '../../guard/nearest.ts';
import { fileStart, type Place, type Problem, problemAt, quoted } from '../../guard/problem.ts';
import { sectionHeadings } from '../../i18n/translate.ts';
import { equation } from '../../prose/equation.ts';
import { plainText } from '../../prose/sections.ts';
import { collectionNames, collections } from '../../schemas/collections.ts';
import type { Collection } from '../../schemas/shared.ts';
import type { Corpus, ReadContribution, ReadFile, Rule } from '../corpus.ts';

/** The guard's findings, and headings, equations and links of every text. */
export const texts: Rule = (corpus) =>
  corpus.contributions.flatMap((contribution) =>
    [contribution.main, ...contribution.translations].flatMap((file) => [
      ...(file.text?.problems ?? []),
      ...headings(contribution, file),
      ...nodesOf(file).flatMap((node) => [...badEquation(node, file), ...badLink(node, file, corpus)]),
    ]),
  );

function headings({ collection }: ReadContribution, file: ReadFile): Problem[] {
  const { sections } = collections[collection];
  const known = sectionHeadings(file.locale, collection, sections);
  const seen = new Set<string>();
  return nodesOf(file).flatMap((node): Problem[] => {
    if (node.type !== 'element' || node.tagName !== 'h2') return [];
    const heading = plainText(node);
    const place = placeOf(node);
    if (seen.has(heading)) return [problemAt(file.file, place, 'heading-twice', { found: quoted(heading) })];
    seen.add(heading);
    if (known.has(heading)) return [];
    return [
      problemAt(file.file, place, 'heading-unknown', {
        found: quoted(heading),
        allowed: [...known.keys()].join('; '),
        suggestion: nearest(heading, [...known.keys()]),
      }),
    ];
  });
}

function badEquation(node: BodyNode, file: ReadFile): Problem[] {
  if (node.type !== 'element' || node.tagName !== 'code') return [];
  const classes = node.properties['className'];
  if (!Array.isArray(classes) || !classes.includes('language-math')) return [];
  try {
    equation(plainText(node), false);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message.replace('KaTeX parse error: ', '') : String(error);
    return [
      problemAt(file.file, placeOf(node), 'equation', {
        found: quoted(plainText(node)),
        detail: quoted(message),
      }),
    ];
  }
}

function badLink(node: BodyNode, file: ReadFile, corpus: Corpus): Problem[] {
  const address = node.type === 'element' && node.tagName === 'a' ? node.properties['href'] : undefined;
  if (typeof address !== 'string' || address === '' || /^(https:|mailto:|#)/i.test(address)) return [];
  const [, collection = '', slug = ''] = /^\/([a-z-]+)\/([^/#?]*)/.exec(address) ?? [];
  const exists =
    (collectionNames.includes(collection as Collection) &&
      (slug === '' || corpus.has(collection as Collection, slug))) ||
    ['about', 'contribute', 'search'].includes(collection);
  if (exists) return [];
  return [problemAt(file.file, placeOf(node), 'dead-link', { address: quoted(address) })];
}

function nodesOf(file: ReadFile): BodyNode[] {
  const all = (node: BodyNode): BodyNode[] => [
    node,
    ...(node.type === 'text' ? [] : node.children.flatMap(all)),
  ];
  return (file.text?.nodes ?? []).flatMap(all);
}

function placeOf(node: BodyNode): Place {
  return node.position?.start ?? fileStart;
}
