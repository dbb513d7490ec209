import type { MultiPolygon } from 'geojson';
import { type LandTopology, landOf } from '../../charts/land.ts';
import { type CaseIndex, type Choice, type Narrowed, narrow } from '../../explore/case-index.ts';
import type { Cluster, Placed } from '../../explore/clusters.ts';
import { drawMark, groundOf, marksOf, mostElements, pointsInView } from '../../explore/draw-map.ts';
import {
  isWhole,
  type MapView,
  pan,
  projections,
  readView,
  type Size,
  sound,
  viewOf,
  wholeWorld,
  writeView,
  zoomBy,
} from '../../explore/map-view.ts';
import { part } from '../dom.ts';
import { fetchJson } from '../fetch-json.ts';
import { drawDots } from './dots.ts';
import { LiveFacets } from './live-facets.ts';
import { LiveList } from './live-list.ts';
import { moves } from './moves.ts';

export async function startMap(host: HTMLElement): Promise<void> {
  const [index, topology] = await Promise.all([
    fetchJson<CaseIndex>(host.dataset['cases'] ?? ''),
    fetchJson<LandTopology>(host.dataset['land'] ?? ''),
  ]);
  new LiveMap(host, index, { type: 'MultiPolygon', coordinates: landOf(topology) }).start();
}

/** Keys that move the map, in parts of its size to the right and down. */
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const step = 0.15;
const nearer = 1.6;

/** The map while somebody moves in it: view and choice are in the address, everything else is drawn from them. */
class LiveMap {
  readonly #host: HTMLElement;
  readonly #index: CaseIndex;
  readonly #land: MultiPolygon;
  readonly #frame: HTMLElement;
  readonly #facets: LiveFacets;
  readonly #list: LiveList;
  #size: Size = { width: 1, height: 1 };
  #view: MapView = wholeWorld;
  #choice: Choice = {};
  #narrowed: Narrowed;
  #marks: readonly Cluster[] = [];
  #waiting = 0;
  #settling = 0;

  constructor(host: HTMLElement, index: CaseIndex, land: MultiPolygon) {
    this.#host = host;
    this.#index = index;
    this.#land = land;
    this.#narrowed = narrow(index, {});
    this.#frame = part(host, '.map-frame', HTMLElement);
    this.#facets = new LiveFacets(host, index, (choice) => this.#choose(choice));
    this.#list = new LiveList(host, index);
  }

  start(): void {
    this.#readAddress();
    this.#measure();
    new ResizeObserver(() => {
      this.#measure();
      this.draw();
    }).observe(this.#frame);
    addEventListener('popstate', () => {
      this.#readAddress();
      this.draw();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
    this.#frame.addEventListener('keydown', (event) => this.#key(event));
    this.#frame.addEventListener('click', ({ target }) => this.#open(target));
    moves(this.#frame, {
      pan: (from, to) => this.#go(pan(this.#view, this.#size, from, to)),
      zoom: (factor, at) => this.#go(zoomBy(this.#view, this.#size, factor, at)),
    });
    part(this.#host, '.map-tools', HTMLElement).addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-zoom]') : null;
      if (button) this.#zoom(button.dataset['zoom'] ?? '');
    });
    const select = this.#projections;
    select.addEventListener('change', () => {
      const projection = projections.find((name) => name === select.value) ?? wholeWorld.projection;
      this.#go(sound({ ...this.#view, projection }));
    });
    for (const event of ['pointerover', 'focusin'])
      this.#host.addEventListener(event, ({ target }) => this.#point(target));
    this.draw();
  }

  get #projections(): HTMLSelectElement {
    return part(this.#host, '[data-projection]', HTMLSelectElement);
  }

  #readAddress(): void {
    const query = new URLSearchParams(location.search);
    this.#view = readView(query);
    this.#choice = this.#facets.read(query);
    this.#narrowed = narrow(this.#index, this.#choice);
  }

  #writeAddress(): void {
    const query = new URLSearchParams();
    for (const [name, ids] of Object.entries(this.#choice)) for (const id of ids) query.append(name, id);
    writeView(this.#view, query);
    const text = query.toString().replaceAll('%2C', ',');
    const address = text === '' ? location.pathname : `${location.pathname}?${text}`;
    if (address !== location.pathname + location.search) history.replaceState(null, '', address);
  }

  /** As wide as its place; on a phone higher than the world is, so that a finger finds its way. */
  #measure(): void {
    const width = Math.max(120, part(this.#frame, 'svg', SVGSVGElement).getBoundingClientRect().width);
    this.#size = { width, height: Math.round(Math.max(width * 0.435, Math.min(320, width * 0.9))) };
  }

  #choose(choice: Choice): void {
    this.#choice = choice;
    this.#narrowed = narrow(this.#index, choice);
    this.draw();
  }

  /** Moves at most once a frame; the list and the address follow when it rests. */
  #go(view: MapView): void {
    this.#view = view;
    if (this.#waiting !== 0) return;
    this.#waiting = requestAnimationFrame(() => {
      this.#waiting = 0;
      this.#drawMap();
      clearTimeout(this.#settling);
      this.#settling = window.setTimeout(() => this.#settle(), 160);
    });
  }

  draw(): void {
    this.#drawMap();
    this.#settle();
  }

  #drawMap(): void {
    const points = pointsInView(this.#index, this.#narrowed.cases, this.#view, this.#size);
    this.#marks = marksOf(points);
    const { width, height } = this.#size;
    const { cluster = '', base = '' } = this.#host.dataset;
    const words = {
      cluster: (count: number) => cluster.replace('{count}', String(count)),
      href: (key: string) => `${base}${key}/`,
    };
    const drawing = this.#drawing();
    const focused = document.activeElement?.closest('.map-frame [data-key]')?.getAttribute('data-key');
    drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    part(drawing, '[data-ground]', SVGGElement).innerHTML = groundOf(
      this.#land,
      this.#view,
      this.#size,
    ).markup;
    part(drawing, '[data-marks]', SVGGElement).innerHTML = this.#marks
      .map((mark) => drawMark(this.#index, mark, words).markup)
      .join('');
    this.#keepFocus(focused);
    this.#drawDots(points);
    for (const button of this.#host.querySelectorAll<HTMLButtonElement>('[data-zoom="0"]'))
      button.disabled = isWhole(this.#view);
  }

  /** The drawing of the build gives way to one that moves; its names stay. */
  #drawing(): SVGSVGElement {
    const found = part(this.#frame, 'svg', SVGSVGElement);
    if (found.querySelector('[data-marks]')) return found;
    for (const child of [...found.children]) if (!/^(?:title|desc)$/.test(child.tagName)) child.remove();
    found.removeAttribute('width');
    found.removeAttribute('height');
    found.classList.add('live');
    for (const name of ['ground', 'marks']) {
      const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      group.setAttribute(`data-${name}`, '');
      found.append(group);
    }
    return found;
  }

  /** Who was at a mark is at the one that now stands for the same case, or at the map. */
  #keepFocus(key: string | null | undefined): void {
    if (!key) return;
    const at = this.#index.keys.indexOf(key);
    const mark = this.#marks.find(({ members }) => members.includes(at));
    const name = mark ? this.#index.keys[mark.members[0] ?? -1] : undefined;
    const again =
      name === undefined ? null : this.#frame.querySelector<SVGElement>(`[data-key="${CSS.escape(name)}"]`);
    (again ?? this.#frame).focus({ preventScroll: true });
  }

  #drawDots(points: readonly Placed[]): void {
    drawDots(
      part(this.#frame, 'canvas', HTMLCanvasElement),
      this.#size,
      points.length > mostElements ? points : [],
      this.#index,
    );
  }

  #settle(): void {
    this.#writeAddress();
    this.#projections.value = this.#view.projection;
    this.#facets.show(this.#narrowed, this.#choice);
    const whole = isWhole(this.#view);
    const inView = whole ? this.#narrowed.cases : this.#marks.flatMap(({ members }) => members);
    this.#list.show(whole ? inView : inView.toSorted((a, b) => a - b), this.#narrowed.cases.length, {
      narrowed: Object.keys(this.#choice).length > 0,
      whole,
    });
    this.#host.toggleAttribute('data-narrowed', true);
  }

  #zoom(to: string): void {
    const middle = [this.#size.width / 2, this.#size.height / 2] as const;
    if (to === '0') this.#go({ ...wholeWorld, projection: this.#view.projection });
    else this.#go(zoomBy(this.#view, this.#size, to === '+' ? nearer : 1 / nearer, middle));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows[event.key];
    const { width, height } = this.#size;
    if (arrow) {
      const [x, y] = [width / 2, height / 2];
      const to = [x - arrow[0] * width * step, y - arrow[1] * height * step] as const;
      this.#go(pan(this.#view, this.#size, [x, y], to));
    } else if (event.key === '+' || event.key === '=') this.#zoom('+');
    else if (event.key === '-') this.#zoom('-');
    else if (event.key === '0') this.#zoom('0');
    else if (event.key === 'Enter' || event.key === ' ') {
      if (!this.#open(event.target)) return;
    } else return;
    event.preventDefault();
  }

  /** Comes nearer to the cases of a cluster. */
  #open(target: EventTarget | null): boolean {
    const cluster = target instanceof Element ? target.closest('.cluster') : null;
    const at = this.#index.keys.indexOf(cluster?.getAttribute('data-key') ?? '');
    const mark = cluster ? this.#marks.find(({ members }) => members[0] === at) : undefined;
    if (!mark) return false;
    const places = mark.members.map(
      (member) => [this.#index.longitude[member] ?? 0, this.#index.latitude[member] ?? 0] as const,
    );
    this.#go(viewOf(this.#view.projection, places, this.#size));
    return true;
  }

  /** A row of the list shows its point, and a point its row. */
  #point(target: EventTarget | null): void {
    const key =
      target instanceof Element ? target.closest('[data-key]')?.getAttribute('data-key') : undefined;
    const at = this.#index.keys.indexOf(key ?? '');
    const mark = this.#marks.find(({ members }) => members.includes(at));
    const shown = mark ? this.#index.keys[mark.members[0] ?? -1] : undefined;
    for (const place of this.#host.querySelectorAll('[data-key]')) {
      const own = place.getAttribute('data-key');
      const isRow = place.closest('[data-rows]') !== null;
      place.classList.toggle('marked', key !== undefined && own === (isRow ? key : shown));
    }
  }
}
