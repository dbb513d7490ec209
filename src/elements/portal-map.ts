// The build has drawn the map and its list. What moves and narrows them comes when somebody first touches the map or
// a filter, or at once where the address asks for a part of the world.

import { WaitingElement } from './waiting-element.ts';

customElements.define(
  'portal-map',
  class extends WaitingElement {
    protected async load(): Promise<void> {
      const { startMap } = await import('./explore/live-map.ts');
      await startMap(this);
    }

    protected wait(): void {
      for (const touch of ['pointerdown', 'keydown', 'change', 'click'])
        this.addEventListener(touch, (event) => this.#touched(event));
      this.addEventListener('submit', (event) => event.preventDefault());
      if (location.search !== '') void this.start();
    }

    #touched(event: Event): void {
      const { target } = event;
      if (this.isLive || !(target instanceof Element)) return;
      // Keys that only lead on, and links to cases, need no program.
      const isTool = target.closest('.map-frame, .map-tools, form') !== null;
      if (!isTool || (event instanceof KeyboardEvent && /^(?:Tab|Shift|Enter)$/.test(event.key))) return;
      const again = event.type === 'click' ? target.closest<HTMLElement>('.map-tools button') : null;
      void this.start().then((isLive) => {
        if (!isLive) return;
        if (again) again.click();
        else if (event instanceof KeyboardEvent)
          target.dispatchEvent(
            new KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true }),
          );
      });
    }
  },
);
