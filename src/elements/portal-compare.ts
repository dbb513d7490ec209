// The page explains itself and shows a finished example. The program that compares comes when somebody begins to
// choose, or at once where the address names what to compare.

import { writeAddress } from '../compare/address.ts';
import { kindNames } from '../compare/record.ts';
import { readChoice } from './compare-choice.ts';
import { WaitingElement } from './waiting-element.ts';

customElements.define(
  'portal-compare',
  class extends WaitingElement {
    protected async load(): Promise<void> {
      const { startComparison } = await import('./compare/live.ts');
      await startComparison(this);
    }

    protected override place(): ParentNode {
      return document;
    }

    protected wait(): void {
      this.startOn('focusin', 'change');
      if (kindNames.some((kind) => new URLSearchParams(location.search).has(kind))) {
        for (const begin of document.querySelectorAll<HTMLElement>('[data-begin]')) begin.hidden = true;
        void this.start();
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
  },
);
