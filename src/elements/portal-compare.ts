// The page explains itself and shows a finished example. The program that compares comes when somebody begins to
// choose, or at once where the address names what to compare.

import { writeAddress } from '../compare/address.ts';
import { kindNames } from '../compare/record.ts';
import { readChoice } from './compare-choice.ts';

customElements.define(
  'portal-compare',
  class extends HTMLElement {
    #started: Promise<void> | null = null;

    connectedCallback(): void {
      if (this.dataset['state'] !== undefined) return;
      this.dataset['state'] = 'waiting';
      for (const hidden of document.querySelectorAll<HTMLElement>('[data-with-script]'))
        hidden.hidden = false;
      for (const shown of document.querySelectorAll<HTMLElement>('[data-without-script]'))
        shown.hidden = true;
      this.addEventListener('focusin', () => void this.#start());
      this.addEventListener('change', () => void this.#start());
      if (kindNames.some((kind) => new URLSearchParams(location.search).has(kind))) {
        for (const begin of document.querySelectorAll<HTMLElement>('[data-begin]')) begin.hidden = true;
        void this.#start();
      } else this.#offerChoice();
    }

    /** What was put aside on this device, as links: nothing is taken into the page unasked. */
    #offerChoice(): void {
      for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-choice]')) {
        const kind = kindNames.find((name) => name === link.dataset['choice']);
        const ids = kind ? readChoice(kind) : [];
        if (!kind || ids.length === 0) continue;
        link.href = writeAddress({ kind, ids, onlyDifferences: false });
        link.textContent = `${link.textContent} (${ids.length})`;
        link.closest('[data-choices]')?.removeAttribute('hidden');
        link.closest('li')?.removeAttribute('hidden');
      }
    }

    #start(): Promise<void> {
      this.#started ??= import('./compare/live.ts')
        .then(({ startComparison }) => startComparison(this))
        .then(
          () => {
            this.dataset['state'] = 'live';
          },
          () => {
            this.#started = null; // no net: the next try may find it
            this.dataset['state'] = 'waiting';
            const status = this.querySelector('[data-status]');
            if (status) status.textContent = this.dataset['failed'] ?? '';
          },
        );
      return this.#started;
    }
  },
);
