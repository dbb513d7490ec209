// The form stands there; what ranks the cases comes when somebody first says something of a place, or at once where
// the address does.

customElements.define(
  'portal-like',
  class extends HTMLElement {
    #started: Promise<void> | null = null;

    connectedCallback(): void {
      if (this.dataset['state'] !== undefined) return;
      this.dataset['state'] = 'waiting';
      for (const hidden of document.querySelectorAll<HTMLElement>('[data-with-script]'))
        hidden.hidden = false;
      for (const shown of document.querySelectorAll<HTMLElement>('[data-without-script]'))
        shown.hidden = true;
      for (const touch of ['focusin', 'pointerdown', 'change'])
        this.addEventListener(touch, () => void this.#start());
      this.addEventListener('click', (event) => this.#clicked(event));
      this.addEventListener('submit', (event) => event.preventDefault());
      if (location.hash.includes('=')) void this.#start();
    }

    /** What was pressed before there was anything behind it is pressed again. */
    #clicked({ target, clientX, clientY }: MouseEvent): void {
      if (this.dataset['state'] === 'live' || !(target instanceof Element)) return;
      const button = target.closest('button');
      const isMap = target.closest('[data-map]') !== null;
      void this.#start().then(() => {
        if (button) button.click();
        const at = { clientX, clientY, bubbles: true };
        if (isMap) this.querySelector('[data-map] svg')?.dispatchEvent(new MouseEvent('click', at));
      });
    }

    #start(): Promise<void> {
      this.#started ??= import('./explore/live-like.ts')
        .then(({ startLike }) => startLike(this))
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
