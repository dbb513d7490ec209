// A reader who only reads loads no calculator: its program comes when somebody touches the form, or at once where
// the address carries inputs. What was clicked or submitted until then is done as soon as it is there.

const touches = ['focusin', 'pointerdown', 'input', 'dragenter'] as const;

customElements.define(
  'portal-calculator',
  class extends HTMLElement {
    #started: Promise<void> | null = null;

    connectedCallback(): void {
      if (this.dataset['state'] !== undefined) return;
      this.dataset['state'] = 'waiting';
      for (const hidden of this.querySelectorAll<HTMLElement>('[data-with-script], button'))
        hidden.hidden = false;
      for (const shown of this.querySelectorAll<HTMLElement>('[data-without-script]')) shown.hidden = true;
      for (const touch of touches) this.addEventListener(touch, () => void this.#start());
      this.addEventListener('click', (event) => this.#later(event), { capture: true });
      this.addEventListener('submit', (event) => this.#later(event), { capture: true });
      if (location.search !== '') void this.#start();
    }

    #start(): Promise<void> {
      this.#started ??= import('./calculator/start.ts')
        .then(({ start }) => start(this))
        .then(
          () => {
            this.dataset['state'] = 'live';
          },
          (error: unknown) => {
            this.#started = null; // no net: the next touch tries again
            throw error;
          },
        );
      return this.#started;
    }

    /** What comes too early waits, and is done again once somebody answers to it. */
    #later(event: Event): void {
      if (this.dataset['state'] === 'live') return;
      const target = event.target instanceof Element ? event.target.closest('button, form') : null;
      if (target === null || (event.type === 'click') !== target instanceof HTMLButtonElement) return;
      event.preventDefault();
      event.stopPropagation();
      void this.#start().then(() => {
        if (target instanceof HTMLFormElement) target.requestSubmit();
        else if (target instanceof HTMLButtonElement) target.click();
      });
    }
  },
);
