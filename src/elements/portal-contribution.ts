// A reader who only looks loads no form: its program comes when somebody touches it, or at once where a draft waits
// on this device. What was clicked until then is done as soon as it is there; what was typed stays.

import { WaitingElement } from './waiting-element.ts';

customElements.define(
  'portal-contribution',
  class extends WaitingElement {
    protected async load(): Promise<void> {
      const { start } = await import('./contribution/start.ts');
      await start(this);
    }

    protected wait(): void {
      this.startOn('focusin', 'pointerdown', 'input', 'dragenter');
      for (const event of ['click', 'submit'])
        this.addEventListener(event, (used) => this.#later(used), { capture: true });
      if (this.#hasDraft() || location.search !== '') void this.start();
    }

    #hasDraft(): boolean {
      try {
        return localStorage.getItem(`contribution-open:${this.dataset['form']}`) !== null;
      } catch {
        return false;
      }
    }

    /** The form is drawn anew when its program starts: what was used is found again by its path. */
    #later(event: Event): void {
      const path = event.target instanceof Element ? pathTo(event.target, this) : '';
      this.useAgain(event, (target) => (path === '' ? target : this.querySelector(path)));
    }
  },
);

/** A button by what it does. */
function pathTo(inside: Element, host: Element): string {
  const target = inside.closest('button, form');
  for (const name of ['data-do', 'data-add', 'data-remove', 'data-up', 'data-down']) {
    const value = target?.getAttribute(name) ?? null;
    if (value !== null && host.contains(target)) return `[${name}="${CSS.escape(value)}"]`;
  }
  return target?.getAttribute('type') === 'submit' ? 'form [type="submit"]' : '';
}
