import { type Draft, type FormName, readDraft, writeDraft } from './draft.ts';

/** What a store needs of the browser's: `localStorage` is one. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

export interface StoredDraft {
  readonly id: string;
  readonly draft: Draft;
}

const prefix = 'contribution:';
const currentPrefix = 'contribution-open:';

/** The drafts of one form on this device. Every method says whether the browser let it. */
export class DraftStore {
  readonly #shelf: Shelf | undefined;
  readonly #form: FormName;

  constructor(shelf: Shelf | undefined, form: FormName) {
    this.#shelf = shelf;
    this.#form = form;
  }

  get works(): boolean {
    return this.#shelf !== undefined;
  }

  /** In the order in which they were begun: ids count up. */
  all(): StoredDraft[] {
    const shelf = this.#shelf;
    if (!shelf) return [];
    try {
      const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
      return keys
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => {
          const draft = readDraft(shelf.getItem(key) ?? '');
          return draft?.form === this.#form ? [{ id: key.slice(prefix.length), draft }] : [];
        })
        .sort((a, b) => Number(a.id) - Number(b.id));
    } catch {
      return [];
    }
  }

  /** An id that no draft on this device has. */
  freeId(): string {
    const shelf = this.#shelf;
    let id = 1;
    try {
      while (shelf?.getItem(prefix + id) != null) id += 1;
    } catch {
      return '1';
    }
    return String(id);
  }

  get open(): string | undefined {
    try {
      return this.#shelf?.getItem(currentPrefix + this.#form) ?? undefined;
    } catch {
      return undefined;
    }
  }

  save(id: string, draft: Draft): boolean {
    try {
      if (!this.#shelf) return false;
      this.#shelf.setItem(prefix + id, writeDraft(draft));
      this.#shelf.setItem(currentPrefix + this.#form, id);
      return true;
    } catch {
      return false;
    }
  }

  remove(id: string): boolean {
    try {
      this.#shelf?.removeItem(prefix + id);
      return this.#shelf !== undefined;
    } catch {
      return false;
    }
  }

  /** The id of a draft by the key that the browser's storage event names. */
  static idOf(key: string | null): string | undefined {
    return key?.startsWith(prefix) ? key.slice(prefix.length) : undefined;
  }
}
