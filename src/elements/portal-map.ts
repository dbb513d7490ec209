// The build has drawn the map and its list. What moves and narrows them comes when somebody first touches the map or
// a filter, or at once where the address asks for a part of the world.

customElements.define(
  'portal-map',
  class extends HTMLElement {
    #started: Promise<void> | null = null;

    connectedCallback(): void {
      if (this.dataset['state'] !== undefined) return;
      this.dataset['state'] = 'waiting';
      for (const hidden of this.querySelectorAll<HTMLElement>('[data-with-script]')) hidden.hidden = false;
      for (const touch of ['pointerdown', 'keydown', 'change', 'click'])
        this.addEventListener(touch, (event) => this.#touched(event));
      this.addEventListener('submit', (event) => event.preventDefault());
      if (location.search !== '') void this.#start();
    }

    #touched(event: Event): void {
      const { target } = event;
      if (this.dataset['state'] === 'live' || !(target instanceof Element)) return;
      // Keys that only lead on, and links to cases, need no program.
      const isTool = target.closest('.map-frame, .map-tools, form') !== null;
      if (!isTool || (event instanceof KeyboardEvent && /^(?:Tab|Shift|Enter)$/.test(event.key))) return;
      const again = event.type === 'click' ? target.closest<HTMLElement>('.map-tools button') : null;
      void this.#start().then(() => {
        if (again) again.click();
        else if (event instanceof KeyboardEvent)
          target.dispatchEvent(
            new KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true }),
          );
      });
    }

    #start(): Promise<void> {
      this.#started ??= import('./explore/live-map.ts')
        .then(({ startMap }) => startMap(this))
        .then(
          () => {
            this.dataset['state'] = 'live';
          },
          () => {
            this.#started = null; // no net: the next touch tries again
            this.dataset['state'] = 'waiting';
            const status = this.querySelector('[data-status]');
            if (status) status.textContent = this.dataset['failed'] ?? '';
          },
        );
      return this.#started;
    }
  },
);
