// A reader who only looks loads no form: its program comes when somebody touches it, or at once where a draft waits
// on this device. What was clicked until then is done as soon as it is there; what was typed stays.

const firstTouches = ['focusin', 'pointerdown', 'input', 'dragenter'] as const;

customElements.define(
  'portal-contribution',
  class extends HTMLElement {
    #started: Promise<void> | null = null;

    connectedCallback(): void {
      if (this.dataset['state'] !== undefined) return;
      this.dataset['state'] = 'waiting';
      for (const touch of firstTouches) this.addEventListener(touch, () => void this.#start());
      this.addEventListener('click', (event) => this.#later(event), { capture: true });
      this.addEventListener('submit', (event) => this.#later(event), { capture: true });
      if (this.#hasDraft() || location.search !== '') void this.#start();
    }

    #hasDraft(): boolean {
      try {
        return localStorage.getItem(`contribution-open:${this.dataset['form']}`) !== null;
      } catch {
        return false;
      }
    }

    #start(): Promise<void> {
      this.#started ??= import('./contribution/start.ts')
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
      const again = pathTo(target, this);
      void this.#start().then(() => {
        const found = again === '' ? target : this.querySelector(again);
        if (found instanceof HTMLFormElement) found.requestSubmit();
        else if (found instanceof HTMLElement) found.click();
      });
    }
  },
);

/** A button by what it does: the form is drawn anew when its program starts. */
function pathTo(target: Element, host: Element): string {
  for (const name of ['data-do', 'data-add', 'data-remove', 'data-up', 'data-down']) {
    const value = target.getAttribute(name);
    if (value !== null && host.contains(target)) return `[${name}="${CSS.escape(value)}"]`;
  }
  return target.getAttribute('type') === 'submit' ? 'form [type="submit"]' : '';
}
