/**
 * An element on a finished page. The program that makes it live comes when it is first needed; where it could not be
 * fetched, the page says so, and the next need tries again.
 */
export abstract class WaitingElement extends HTMLElement {
  #started: Promise<boolean> | null = null;

  /** Loads the program and gives it the element. */
  protected abstract load(): Promise<void>;

  /** Listens for what needs the program, and starts it at once where the address does. */
  protected abstract wait(): void;

  /** Where the parts are that only work with a script, or only stand in for one. */
  protected place(): ParentNode {
    return this;
  }

  connectedCallback(): void {
    if (this.dataset['state'] !== undefined) return;
    this.dataset['state'] = 'waiting';
    for (const hidden of this.place().querySelectorAll<HTMLElement>('[data-with-script]'))
      hidden.hidden = false;
    for (const shown of this.place().querySelectorAll<HTMLElement>('[data-without-script]'))
      shown.hidden = true;
    this.wait();
    if (this.#isInUse()) void this.start();
  }

  /** Somebody was quicker than this script: they are in the form already, or have changed it. */
  #isInUse(): boolean {
    if (this.contains(document.activeElement)) return true;
    return [...this.querySelectorAll('input, textarea')].some((field) =>
      field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)
        ? field.checked !== field.defaultChecked
        : (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
          field.value !== field.defaultValue,
    );
  }

  protected get isLive(): boolean {
    return this.dataset['state'] === 'live';
  }

  protected startOn(...events: readonly string[]): void {
    for (const event of events) this.addEventListener(event, () => void this.start());
  }

  /** Whether the element is live now. */
  protected start(): Promise<boolean> {
    this.#started ??= this.load().then(
      () => {
        this.dataset['state'] = 'live';
        return true;
      },
      () => {
        this.#started = null;
        const status = this.querySelector('[data-status]');
        if (status && this.dataset['failed'] !== undefined) status.textContent = this.dataset['failed'];
        return false;
      },
    );
    return this.#started;
  }

  /**
   * A button or form that was used too early waits, and is used again once somebody answers to it. Where the program
   * draws the form anew, `again` finds the element that then stands for it.
   */
  protected useAgain(event: Event, again: (target: Element) => Element | null = (target) => target): void {
    if (this.isLive) return;
    const target = event.target instanceof Element ? event.target.closest('button, form') : null;
    if (target === null || (event.type === 'click') !== target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    void this.start().then((isLive) => {
      const found = isLive ? again(target) : null;
      if (found instanceof HTMLFormElement) found.requestSubmit();
      else if (found instanceof HTMLElement) found.click();
    });
  }
}
