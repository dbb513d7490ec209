/** Ticks of a field protocol: they stay on this device, for this page, until they are cleared. */
class PortalTicks extends HTMLElement {
  connectedCallback(): void {
    const key = `ticks:${this.dataset['protocol'] ?? ''}`;
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-tick]')];
    const kept = new Set(read(key));
    for (const box of boxes) {
      box.checked = kept.has(box.dataset['tick'] ?? '');
      box.addEventListener('change', () => write(key, boxes));
    }
    const [print, clear] = this.querySelectorAll('button');
    print?.addEventListener('click', () => window.print());
    clear?.addEventListener('click', () => {
      for (const box of boxes) box.checked = false;
      write(key, boxes);
    });
    for (const hidden of this.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
  }
}

/** Storage may be switched off or full: ticking must work all the same. */
function read(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

function write(key: string, boxes: readonly HTMLInputElement[]): void {
  try {
    const ticked = boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset['tick']);
    if (ticked.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(ticked));
  } catch {
    // the ticks stay until the page is left
  }
}

customElements.define('portal-ticks', PortalTicks);
