// The form stands there; what ranks the cases comes when somebody first says something of a place, or at once where
// the address does.

import { WaitingElement } from './waiting-element.ts';

customElements.define(
  'portal-like',
  class extends WaitingElement {
    protected async load(): Promise<void> {
      const { startLike } = await import('./explore/live-like.ts');
      await startLike(this);
    }

    protected override place(): ParentNode {
      return document;
    }

    protected wait(): void {
      this.startOn('focusin', 'pointerdown', 'change');
      this.addEventListener('click', (event) => this.#clicked(event));
      this.addEventListener('submit', (event) => event.preventDefault());
      if (location.hash.includes('=')) void this.start();
    }

    /** What was pressed before there was anything behind it is pressed again. */
    #clicked({ target, clientX, clientY }: MouseEvent): void {
      if (this.isLive || !(target instanceof Element)) return;
      const button = target.closest('button');
      const isMap = target.closest('[data-map]') !== null;
      void this.start().then((isLive) => {
        if (!isLive) return;
        if (button) button.click();
        const at = { clientX, clientY, bubbles: true };
        if (isMap) this.querySelector('[data-map] svg')?.dispatchEvent(new MouseEvent('click', at));
      });
    }
  },
);
