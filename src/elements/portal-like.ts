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
      this.addEventListener('click', ({ target }) => this.#clicked(target));
      this.addEventListener('submit', (event) => event.preventDefault());
      if (location.hash.includes('=')) void this.#start();
    }

    /** A button that was pressed before there was anything behind it is pressed again. */
    #clicked(target: EventTarget | null): void {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button && this.dataset['state'] !== 'live') void this.#start().then(() => button.click());
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
