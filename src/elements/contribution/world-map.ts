import { equalEarthPlan } from '../../charts/equal-earth.ts';
import type { Point } from '../../contribute/coordinates.ts';
import { h } from '../../contribute/tree.ts';
import { toDom } from '../dom.ts';

/** Units of the drawing; the land comes from the build in the same units. */
const width = 720;

/** A map of the world on which a click sets a point. Its fields stay the exact and the keyboard's way. */
export function drawMap(
  place: HTMLElement,
  land: { readonly land: string; readonly graticule: string },
  words: { readonly title: string; readonly hint: string },
  set: (point: Point) => void,
): (point: Point | undefined) => void {
  const plan = equalEarthPlan(width);
  const svg = toDom(
    h(
      'svg',
      {
        class: 'chart world',
        viewBox: `0 0 ${width} ${plan.height}`,
        role: 'img',
        'aria-label': words.title,
      },
      h('path', { class: 'graticule', d: land.graticule }),
      h('path', { class: 'land', d: land.land }),
      h(
        'g',
        { class: 'survey-mark', 'data-mark': true, hidden: true },
        h('circle', { r: 9 }),
        h('path', { d: 'M-15 0h30M0-15v30' }),
      ),
    ),
  );
  if (!(svg instanceof SVGSVGElement)) throw new TypeError('a map is an SVG');
  const mark = svg.querySelector('[data-mark]');
  svg.addEventListener('click', (event) => {
    const box = svg.getBoundingClientRect();
    const at = plan.unproject(
      ((event.clientX - box.left) / box.width) * width,
      ((event.clientY - box.top) / box.height) * plan.height,
    );
    if (at) set({ lat: Math.round(at[1] * 10) / 10, lon: Math.round(at[0] * 10) / 10 });
  });
  place.replaceChildren(svg, toDom(h('p', { class: 'hint' }, words.hint)));
  return (point) => {
    const isOnMap = point !== undefined && Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180;
    mark?.toggleAttribute('hidden', !isOnMap);
    if (!isOnMap) return;
    const [x, y] = plan.project(point.lon, point.lat);
    mark?.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  };
}
