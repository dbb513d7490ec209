// The build has drawn every answer. The science that works them out anew comes when somebody first narrows the rows,
// or at once where the address does.

import { WaitingElement } from './waiting-element.ts';

customElements.define(
  'portal-synthesis',
  class extends WaitingElement {
    protected async load(): Promise<void> {
      const { answerAnew } = await import('./synthesis/answer-anew.ts');
      await answerAnew(this);
    }

    protected wait(): void {
      this.startOn('change', 'submit');
      this.addEventListener('submit', (event) => event.preventDefault());
      if (location.search !== '') void this.start();
    }
  },
);
