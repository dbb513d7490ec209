import { authorsOf, type LinkedAgent, type LinkedEntry } from './published.ts';

/** A file beside the page of an entry. */
export interface CrateFile {
  readonly name: string;
  readonly mediaType: string;
  readonly title: string;
}

type Node = Readonly<Record<string, unknown>>;

const spdx: Readonly<Record<string, string>> = {
  'https://creativecommons.org/licenses/by/4.0/': 'CC-BY-4.0',
  'https://creativecommons.org/licenses/by-sa/4.0/': 'CC-BY-SA-4.0',
  'https://creativecommons.org/publicdomain/zero/1.0/': 'CC0-1.0',
};

/** An entry with its files as an RO-Crate 1.2: a flat graph, in which every thing stands once. */
export function roCrate(entry: LinkedEntry, files: readonly CrateFile[]): object {
  const authors = authorsOf(entry).map((agent, index) => agentNode(agent, `#author-${index + 1}`));
  const publisher = agentNode(entry.publisher, '#publisher');
  const works = (entry.citation ?? []).map((work, index) => ({
    ...work,
    '@id': work['@id'] ?? `#source-${index + 1}`,
  }));
  const nodes: Node[] = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: entry.name,
      description: entry.description,
      identifier: entry['@id'],
      url: entry['@id'],
      datePublished: entry.dateModified,
      inLanguage: 'en',
      license: { '@id': entry.license },
      author: authors.map(refer),
      publisher: refer(publisher),
      ...(entry.version ? { version: entry.version } : {}),
      ...(works.length > 0 ? { citation: works.map(refer) } : {}),
      hasPart: files.map(({ name }) => ({ '@id': name })),
    },
    { '@id': entry.license, '@type': 'CreativeWork', name: spdx[entry.license] ?? entry.license },
    publisher,
    ...authors,
    ...files.map(({ name, mediaType, title }) => ({
      '@id': name,
      '@type': 'File',
      name: title,
      encodingFormat: mediaType,
    })),
    ...works,
  ];
  const once = new Map(nodes.map((node) => [node['@id'], node]));
  return { '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': [...once.values()] };
}

function agentNode(agent: LinkedAgent, fallback: string): Node {
  const { name, url } = agent;
  return { '@id': agent['@id'] ?? url ?? fallback, '@type': agent['@type'], name, ...(url ? { url } : {}) };
}

function refer(node: Node): { '@id': unknown } {
  return { '@id': node['@id'] };
}
