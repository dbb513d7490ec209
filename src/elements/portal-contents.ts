/** Marks in a list of contents the section that is being read: the one that crosses a line near the top. */
class PortalContents extends HTMLElement {
  connectedCallback(): void {
    const links = new Map<Element, Element>();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (!isIntersecting) continue;
          for (const [section, link] of links)
            if (section === target) link.setAttribute('aria-current', 'location');
            else link.removeAttribute('aria-current');
        }
      },
      { rootMargin: '-12% 0px -88%' },
    );
    for (const link of this.querySelectorAll('a')) {
      const section = document.getElementById(link.hash.slice(1))?.closest('section');
      if (!section) continue;
      links.set(section, link);
      observer.observe(section);
    }
  }
}

customElements.define('portal-contents', PortalContents);
