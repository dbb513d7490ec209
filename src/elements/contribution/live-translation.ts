import type { Finding } from '../../contribute/check.ts';
import { fieldId, type Path } from '../../contribute/field.ts';
import type { HandedFile } from '../../contribute/hand-in.ts';
import { renderPairs, renderStart } from '../../contribute/render-translation.ts';
import type { Translation } from '../../contribute/translation.ts';
import type { Tree } from '../../contribute/tree.ts';
import { isEmpty, valueAt } from '../../contribute/values.ts';
import { part, replaceWith } from '../dom.ts';
import { LiveForm } from './live.ts';

type Later = typeof import('./later.ts');

/** Keys of the draft that say what is translated, and are no words of it. */
const about = ['=item', '=language', 'translation'];

/** A page's words beside fields for another language. */
export class LiveTranslation extends LiveForm {
  #open: Translation | undefined;

  override pathOf(name: string): Path {
    return name.split('.');
  }

  override start(): void {
    super.start();
    const asked = new URLSearchParams(location.search);
    const [item, language] = [asked.get('item'), asked.get('language')];
    if (item !== null && this.#text('=item') !== item) this.set(['=item'], item);
    if (language !== null && this.#text('=language') !== language) this.set(['=language'], language);
    void this.#reopen();
  }

  override redraw(): void {
    this.keepFocus(() => {
      const pairs = this.#open ? renderPairs(this.data, this.draft, this.#open) : [];
      replaceWith(this.form, ...renderStart(this.data, this.draft), ...pairs);
    });
    this.afterDrawing();
    if (!this.#isOpen()) void this.#reopen();
  }

  /** Whether what is shown is what the draft is of: drafts can be switched. */
  #isOpen(): boolean {
    const of = this.#open;
    if (!of) return this.#text('=item') === '' || this.#text('=language') === '';
    return (
      `${of.original.collection}/${of.original.slug}` === this.#text('=item') &&
      of.language === this.#text('=language')
    );
  }

  async #reopen(): Promise<void> {
    if (!this.#isOpen()) await this.#openOriginal(false);
  }

  #text(key: string): string {
    const value = valueAt(this.draft.values, [key]);
    return typeof value === 'string' ? value : '';
  }

  /** Fetches the original, and the translation there is, where nothing of this draft would be lost by it. */
  async #openOriginal(asked: boolean): Promise<void> {
    const [item, language] = [this.#text('=item'), this.#text('=language')];
    const original = this.data.originals.find(({ collection, slug }) => `${collection}/${slug}` === item);
    if (!original || language === '') {
      this.#open = undefined;
      this.redraw();
      if (asked) this.tell(this.say('translation.begin'));
      return;
    }
    const later = await this.later();
    const text = await this.#fetch(original.file);
    const opened = text === undefined ? undefined : later.openOriginal(this.data, original, language, text);
    if (!opened) {
      this.tell(this.say('failed'));
      return;
    }
    this.#open = opened;
    if (original.translations[language] !== undefined && this.#isBlank()) {
      const before = await this.#fetch(original.file.replace('index.mdx', `${language}.mdx`));
      if (before !== undefined) {
        const { values, story } = later.openTranslation(this.data, opened, before);
        this.draft = { ...this.draft, values: { ...this.draft.values, ...values }, story };
        this.changed();
      }
    }
    this.redraw();
    if (asked) document.getElementById(fieldId(opened.words[0]?.path ?? []))?.focus();
    this.soon();
  }

  #isBlank(): boolean {
    const words = Object.entries(this.draft.values).filter(([key]) => !about.includes(key));
    return (
      words.every(([, value]) => isEmpty(value)) &&
      Object.values(this.draft.story).every((text) => text.trim() === '')
    );
  }

  async #fetch(address: string): Promise<string | undefined> {
    try {
      const answer = await fetch(address);
      return answer.ok ? await answer.text() : undefined;
    } catch {
      return undefined;
    }
  }

  override findingsOf({ checkTranslation }: Later): Promise<readonly Finding[]> {
    return this.#open ? checkTranslation(this.#open, this.draft) : Promise.resolve([]);
  }

  override fileOf({ translationFile }: Later): HandedFile | undefined {
    return this.#open && translationFile(this.#open, this.draft);
  }

  override previewOf({ renderTranslationPreview }: Later): Tree | undefined {
    return this.#open && renderTranslationPreview(this.draft, this.#open.language, this.#open.sections);
  }

  override progress(): void {
    const words = this.#open?.words ?? [];
    const done = words.filter(({ path }) => !isEmpty(valueAt(this.draft.values, path))).length;
    part(this.host, '[data-progress]', HTMLElement).textContent = this.#open
      ? this.say('progress', { done, all: words.length })
      : '';
  }

  override async act(what: string): Promise<void> {
    if (what === 'open-original') await this.#openOriginal(true);
    else await super.act(what);
  }
}
