// A reader who only reads loads no calculator: its program comes when somebody touches the form, or at once where
// the address carries inputs. What was clicked or submitted until then is done as soon as it is there.

import { WaitingElement } from './waiting-element.ts';

customElements.define(
  'portal-calculator',
  class extends WaitingElement {
    protected async load(): Promise<void> {
      const { start } = await import('./calculator/start.ts');
      await start(this);
    }

    protected wait(): void {
      for (const button of this.querySelectorAll('button')) button.hidden = false;
      this.startOn('focusin', 'pointerdown', 'input', 'dragenter');
      for (const event of ['click', 'submit'])
        this.addEventListener(event, (used) => this.useAgain(used), { capture: true });
      if (location.search !== '') void this.start();
    }
  },
);
