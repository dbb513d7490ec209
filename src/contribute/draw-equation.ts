import katex from 'katex';

/** An equation as MathML elements below a place; TeX that cannot be read stays as it was typed. */
export function drawEquation(place: HTMLElement, tex: string, display: boolean): void {
  try {
    katex.render(tex, place, {
      displayMode: display,
      output: 'mathml',
      throwOnError: true,
      trust: false,
      maxExpand: 100,
      maxSize: 20,
    });
  } catch {
    place.textContent = tex;
  }
}
