import { mostItems, writeAddress } from '../compare/address.ts';
import { type Kind, kindNames } from '../compare/record.ts';
import { readChoice, writeChoice } from './compare-choice.ts';

/** Where one puts entries aside to compare them: ticks on the rows of a list, or a button on the page of an entry. */
class PortalTray extends HTMLElement {
  #ids: readonly string[] = [];
  #status = document.createElement('span');
  #link = document.createElement('a');
  #clear = document.createElement('button');
  #button: HTMLButtonElement | undefined;

  get #kind(): Kind {
    return kindNames.find((name) => name === this.dataset['kind']) ?? 'cases';
  }

  connectedCallback(): void {
    const { item, clear = '' } = this.dataset;
    this.#status.setAttribute('role', 'status');
    this.#clear.type = 'button';
    this.#clear.textContent = clear;
    this.#clear.addEventListener('click', () => this.#keep([]));
    if (item !== undefined) {
      this.#button = document.createElement('button');
      this.#button.type = 'button';
      this.#button.addEventListener('click', () => this.#toggle(item));
      this.replaceChildren(this.#button, this.#link, this.#status);
    } else {
      this.replaceChildren(this.#link, this.#clear, this.#status);
      for (const list of document.querySelectorAll('[data-rows]')) {
        new MutationObserver(() => this.#show()).observe(list, { childList: true });
      }
      document.addEventListener('change', ({ target }) => {
        if (target instanceof HTMLInputElement && target.dataset['compare'] !== undefined)
          this.#toggle(target.dataset['compare']);
      });
    }
    addEventListener('storage', () => this.#read());
    addEventListener('pageshow', () => this.#read());
    this.#read();
  }

  #read(): void {
    this.#ids = readChoice(this.#kind);
    this.#show();
  }

  #toggle(id: string): void {
    const without = this.#ids.filter((one) => one !== id);
    if (without.length === mostItems) {
      this.#show();
      this.#status.textContent = this.dataset['full'] ?? '';
      return;
    }
    this.#keep(without.length < this.#ids.length ? without : [...without, id]);
  }

  #keep(ids: readonly string[]): void {
    this.#ids = ids;
    writeChoice(this.#kind, ids);
    this.#show();
  }

  #show(): void {
    const { address = '', open = '', add = '', take = '', item } = this.dataset;
    const count = this.#ids.length;
    const said = open.replace('{count}', String(count));
    if (this.#link.textContent !== said) this.#link.textContent = said;
    this.#link.href = address + writeAddress({ kind: this.#kind, ids: this.#ids, onlyDifferences: false });
    this.#link.hidden = count === 0;
    this.#clear.hidden = count === 0;
    this.#status.textContent = '';
    this.toggleAttribute('data-empty', count === 0);
    if (this.#button) this.#button.textContent = item !== undefined && this.#ids.includes(item) ? take : add;
    else for (const row of document.querySelectorAll('[data-rows] > *')) this.#tick(row);
  }

  /** A row of the list gets its box when it is first seen; rows of other pages come later. */
  #tick(row: Element): void {
    let box = row.querySelector<HTMLInputElement>('input[data-compare]');
    if (!box) {
      const link = row.querySelector<HTMLAnchorElement>(':is(h2, h3) a');
      const id = link?.pathname.split('/').findLast((part) => part !== '');
      const words = this.dataset['tick'] ?? '';
      if (!link || id === undefined) return;
      box = document.createElement('input');
      box.type = 'checkbox';
      box.dataset['compare'] = id;
      box.ariaLabel = `${words}: ${link.textContent?.trim()}`;
      const label = document.createElement('label');
      label.className = 'compare-tick';
      label.append(box, ` ${words}`);
      link.closest('h2, h3')?.parentElement?.append(label);
    }
    box.checked = this.#ids.includes(box.dataset['compare'] ?? '');
  }
}

customElements.define('portal-tray', PortalTray);
