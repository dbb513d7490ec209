import { collectionNames, collections } from '../schemas/collections.ts';
import type { Collection } from '../schemas/shared.ts';
import type { Source } from '../schemas/source.ts';
import { citedKeys, referencesOf } from '../schemas/walk.ts';
import { readStore, type StoreLine } from './fact-store.ts';
import type { FactsOf, StoredEntry, StoredTranslation } from './stored.ts';

/** One contribution, as every page, index and API file gets it. */
export interface Entry<Name extends Collection = Collection> {
  readonly collection: Name;
  readonly slug: string;
  readonly facts: FactsOf[Name];
  readonly revision: string;
  readonly digest: string;
  readonly cited: readonly string[];
  readonly translations: readonly StoredTranslation[];
}

export interface Library {
  all<Name extends Collection>(name: Name): readonly Entry<Name>[];
  get<Name extends Collection>(name: Name, slug: string): Entry<Name> | undefined;
  /** Contributions this one names and those that name it, each once, by collection and slug. */
  linked(entry: Entry): readonly Entry[];
  /** A source by its key: of the contribution itself, or of the shared library. */
  source(entry: Entry, key: string): Source | undefined;
  /** Contributions that cite a key, in their facts or in their text. */
  citing(key: string): readonly Entry[];
}

let library: Promise<Library> | undefined;

/** Everything there is, read once a build; relations are computed here and nowhere else. */
export function loadLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return readLibrary();
  library ??= readLibrary();
  return library;
}

async function readLibrary(): Promise<Library> {
  const tables = new Map<Collection, ReadonlyMap<string, Entry>>();
  for (const name of collectionNames) {
    const lines = readStore(name, import.meta.env.DEV);
    tables.set(name, new Map(lines.map((line) => [line.id, toEntry(name, line)])));
  }
  const get = (name: Collection, slug: string) => tables.get(name)?.get(slug);
  const links = new Map<Entry, Set<Entry>>();
  const citing = new Map<string, Set<Entry>>();

  for (const name of collectionNames) {
    const { schema } = collections[name];
    for (const entry of tables.get(name)?.values() ?? []) {
      for (const { to, slug } of referencesOf(schema, entry.facts)) {
        const target = get(to, slug);
        if (!target)
          throw new Error(`content/${name}/${entry.slug} names ${to}/${slug}, which does not exist`);
        add(links, entry, target);
        add(links, target, entry);
      }
      for (const { key } of citedKeys(schema, entry.facts)) add(citing, key, entry);
      for (const key of entry.cited) add(citing, key, entry);
    }
  }

  return {
    all: (name) => [...(tables.get(name)?.values() ?? [])] as unknown as never,
    get: (name, slug) => get(name, slug) as never,
    linked: (entry) => [...(links.get(entry) ?? [])].sort(byPlace),
    source: (entry, key) => ownSource(entry, key) ?? sharedSource(get('references', key)),
    citing: (key) => [...(citing.get(key) ?? [])].sort(byPlace),
  };
}

function toEntry(collection: Collection, { id, digest, json }: StoreLine): Entry {
  const { facts, revision, translations, cited } = JSON.parse(json) as StoredEntry<FactsOf[Collection]>;
  return { collection, slug: id, facts, revision, translations, cited, digest };
}

function ownSource(entry: Entry, key: string): Source | undefined {
  if (!('sources' in entry.facts)) return undefined;
  return (entry.facts.sources as readonly (Source | string)[] | undefined)?.find(
    (source): source is Source => typeof source === 'object' && source.id === key,
  );
}

function sharedSource(reference: Entry | undefined): Source | undefined {
  return reference ? { id: reference.slug, ...(reference.facts as FactsOf['references']) } : undefined;
}

function add<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function byPlace(a: Entry, b: Entry): number {
  return (
    collectionNames.indexOf(a.collection) - collectionNames.indexOf(b.collection) ||
    (a.slug < b.slug ? -1 : 1)
  );
}
