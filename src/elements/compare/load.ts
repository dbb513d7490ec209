import { type CompareData, wordsOf } from '../../compare/data.ts';
import { type AnyRecord, type Kind, kinds } from '../../compare/record.ts';
import type { CompareWords } from '../../compare/words.ts';
import type { Option } from '../../contribute/form-data.ts';
import type { CaseIndex } from '../../explore/case-index.ts';

/** What the words of a kind bring, with the entries that can be added. */
export interface Loaded {
  readonly words: CompareWords;
  options(): Promise<readonly Option[]>;
}

/** Files are asked for once; one that did not come is asked for again. */
export class Files {
  readonly #base: string;
  readonly #locale: string;
  readonly #words = new Map<Kind, Promise<Loaded>>();
  readonly #records = new Map<string, Promise<AnyRecord | undefined>>();

  constructor({ base = '', locale = 'en' }: DOMStringMap) {
    this.#base = base;
    this.#locale = locale;
  }

  words(kind: Kind): Promise<Loaded> {
    return once(this.#words, kind, async () => {
      const data = (await this.#json(`/compare/${kind}.${this.#locale}.json`)) as CompareData;
      let options: Promise<readonly Option[]> | undefined;
      return {
        words: wordsOf(data),
        options: () => {
          options ??= kind === 'cases' ? this.#cases() : Promise.resolve(data.options);
          options.catch(() => {
            options = undefined;
          });
          return options;
        },
      };
    });
  }

  /** Undefined where the portal has no such entry. */
  record(kind: Kind, id: string): Promise<AnyRecord | undefined> {
    const path = `/${kinds[kind]}/${id}/compare.json`;
    return once(this.#records, path, async () => (await this.#json(path)) as AnyRecord | undefined);
  }

  async #cases(): Promise<readonly Option[]> {
    const { keys, titles, where } = (await this.#json(`/explore/cases.${this.#locale}.json`)) as CaseIndex;
    return keys.map((id, at) => ({ id, label: titles[at] ?? id, others: [where[at] ?? ''] }));
  }

  async #json(path: string): Promise<unknown> {
    const answer = await fetch(this.#base + path);
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }
}

function once<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}
