// The build has drawn every answer. The science that works them out anew comes when somebody first narrows the rows,
// or at once where the address does.

customElements.define(
  'portal-synthesis',
  class extends HTMLElement {
    #started: Promise<void> | null = null;

    connectedCallback(): void {
      if (this.dataset['state'] !== undefined) return;
      this.dataset['state'] = 'waiting';
      for (const hidden of this.querySelectorAll<HTMLElement>('[data-with-script]')) hidden.hidden = false;
      for (const shown of this.querySelectorAll<HTMLElement>('[data-without-script]')) shown.hidden = true;
      this.addEventListener('change', () => void this.#start());
      this.addEventListener('submit', (event) => {
        event.preventDefault();
        void this.#start();
      });
      if (location.search !== '') void this.#start();
    }

    #start(): Promise<void> {
      this.#started ??= import('./synthesis/answer-anew.ts')
        .then(({ answerAnew }) => answerAnew(this))
        .then(
          () => {
            this.dataset['state'] = 'live';
          },
          () => {
            this.#started = null; // no net: the next choice tries again
            this.dataset['state'] = 'waiting';
            const status = this.querySelector('[data-status]');
            if (status) status.textContent = this.dataset['failed'] ?? '';
          },
        );
      return this.#started;
    }
  },
);
