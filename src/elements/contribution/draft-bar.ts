import { type Draft, readDraft, writeDraft } from '../../contribute/draft.ts';
import { DraftStore } from '../../contribute/draft-store.ts';
import { slugOf } from '../../contribute/ids.ts';
import { h } from '../../contribute/tree.ts';
import { part, replaceWith } from '../dom.ts';
import { saveFile } from '../save-file.ts';
import type { LiveForm } from './live.ts';

/** The drafts of this form on this device: several people may write on one laptop. */
export class DraftBar {
  readonly #form: LiveForm;

  constructor(form: LiveForm) {
    this.#form = form;
  }

  draw(): void {
    const { host, store, id, draft } = this.#form;
    const kept = store.all();
    const all = kept.some((one) => one.id === id) ? kept : [...kept, { id, draft }];
    const choice = part(host, '[data-draft-choice]', HTMLSelectElement);
    replaceWith(
      choice,
      ...all.map((one) =>
        h('option', { value: one.id, selected: one.id === id }, one.id === id ? draft.name : one.draft.name),
      ),
    );
    const name = part(host, '[data-draft-rename]', HTMLInputElement);
    if (document.activeElement !== name) name.value = draft.name;
    part(host, '[data-draft-name]', HTMLElement).textContent =
      all.length > 1 ? `${draft.name} (${all.length})` : draft.name;
  }

  /** A change in one of the bar's own fields. */
  change(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement && target.dataset['draftChoice'] !== undefined)
      this.#open(target.value);
    if (!(target instanceof HTMLInputElement)) return;
    if (target.dataset['draftRename'] !== undefined && target.value.trim() !== '') {
      this.#form.draft = { ...this.#form.draft, name: target.value.trim() };
      this.#form.changed();
      this.#form.keep();
    }
    const [file] = target.files ?? [];
    if (target.dataset['draftFile'] !== undefined && file)
      void this.#import(file).then(() => {
        target.value = ''; // the same file again is a change too
      });
  }

  /** What a button of the bar does; false where it is none of its own. */
  act(what: string): boolean {
    switch (what) {
      case 'draft-new':
        this.#form.keep();
        this.#begin(this.#form.fresh());
        return true;
      case 'draft-delete':
        this.#delete();
        return true;
      case 'draft-export':
        saveFile(
          `${slugOf(this.#form.draft.name) || 'draft'}.draft.json`,
          writeDraft(this.#form.draft),
          'application/json',
        );
        return true;
      case 'draft-reload':
        this.#open(this.#form.id, true);
        return true;
      default:
        return false;
    }
  }

  #begin(draft: Draft): void {
    this.#form.show(this.#form.store.freeId(), draft);
    this.#form.changed();
    this.#form.keep();
  }

  #open(id: string, fromElsewhere = false): void {
    if (!fromElsewhere) this.#form.keep();
    const found = this.#form.store.all().find((one) => one.id === id);
    if (!found) return;
    this.#form.show(found.id, found.draft);
    this.#form.isKept = false; // it is the one to open next time
    this.#form.keep();
    this.#form.tell('');
  }

  #delete(): void {
    const { store, id, draft } = this.#form;
    this.#form.keep();
    this.#form.remember();
    store.remove(id);
    const [next] = store.all();
    if (next) this.#form.show(next.id, next.draft);
    else this.#form.show(store.freeId(), this.#form.fresh());
    this.#form.isKept = true;
    this.#form.tell(this.#form.say('drafts.deleted', { name: draft.name }), {
      label: this.#form.say('undo'),
      action: 'undo',
    });
  }

  async #import(file: File): Promise<void> {
    const text = await file.text();
    const name = file.name.replace(/(?:\.draft)?\.(?:json|mdx)$/, '');
    const read = readDraft(text) ?? (await this.#form.later()).draftOfFile(text, this.#form.data, name);
    if (read?.form !== this.#form.data.form) {
      this.#form.tell(this.#form.say('drafts.unread'));
      return;
    }
    this.#form.keep();
    this.#begin(read);
    this.#form.tell(this.#form.say('drafts.imported', { name: read.name }));
  }

  /** Another window changed the open draft: neither version is thrown away unasked. */
  changedElsewhere(key: string | null): void {
    if (DraftStore.idOf(key) !== this.#form.id) {
      this.draw();
      return;
    }
    this.#form.tell(this.#form.say('drafts.elsewhere'), {
      label: this.#form.say('drafts.reload'),
      action: 'draft-reload',
    });
  }
}
