import { writeAddress } from '../../compare/address.ts';
import { type Point, readCoordinates } from '../../contribute/coordinates.ts';
import type { CaseIndex } from '../../explore/case-index.ts';
import { climates } from '../../explore/climate.ts';
import { readLike, writeLike } from '../../explore/like-address.ts';
import {
  askedOf,
  criteria,
  type Place,
  type Ranked,
  rank,
  type Traits,
  threshold,
  type Weights,
} from '../../explore/likeness.ts';
import { formatNumber, listOf } from '../../i18n/format.ts';
import { isLocale } from '../../i18n/locales.ts';
import { filler, type Message } from '../../i18n/message.ts';
import { drawMap } from '../contribution/world-map.ts';
import { part, replaceWith } from '../dom.ts';
import { fetchJson } from '../fetch-json.ts';
import { type LikeWords, renderResults, share } from './like-results.ts';

/** So many cases at a time. */
const batch = 10;
/** So many of the most alike are offered side by side. */
const sideBySide = 5;

/** Ranks the cases anew whenever the form or the address changes. */
export async function startLike(host: HTMLElement): Promise<void> {
  const index = await fetchJson<CaseIndex>(host.dataset['cases'] ?? '');
  const pathOf = (name: string) => host.querySelector(`.point-map .${name}`)?.getAttribute('d') ?? '';
  const land = { land: pathOf('land'), graticule: pathOf('graticule') };
  new LiveLike(host, index, land).begin();
}

class LiveLike {
  readonly #host: HTMLElement;
  readonly #index: CaseIndex;
  readonly #traits: readonly Traits[];
  readonly #words: LikeWords;
  readonly #mark: (point: Point | undefined) => void;
  #point: Point | undefined;
  #ranked: readonly Ranked[] = [];
  #shown = batch;

  constructor(host: HTMLElement, index: CaseIndex, land: Parameters<typeof drawMap>[1]) {
    this.#host = host;
    this.#index = index;
    this.#traits = traitsOf(index);
    this.#words = wordsOf(host);
    const { say } = this.#words;
    this.#mark = drawMap(
      part(host, '[data-map]', HTMLElement),
      land,
      { title: say('like.map'), hint: say('like.map.hint') },
      (point) => this.#setPoint(point, true),
    );
  }

  begin(): void {
    const host = this.#host;
    const at = this.#at;
    at.addEventListener('change', () => this.#readTyped());
    for (const event of ['change', 'input'])
      host.addEventListener(event, ({ target }) => {
        const isWeight = target instanceof HTMLInputElement && target.type === 'range';
        if (target !== at && (event === 'change' || isWeight)) this.#change();
      });
    part(host, 'form', HTMLFormElement).addEventListener('submit', () => {
      part(host, '[data-status]', HTMLElement).focus();
    });
    part(host, '[data-here]', HTMLButtonElement).addEventListener('click', () => this.#findMe());
    part(host, '[data-more]', HTMLButtonElement).addEventListener('click', () => this.#more());
    part(host, 'form', HTMLFormElement).addEventListener('reset', () => {
      setTimeout(() => this.#setPoint(undefined, true));
    });
    addEventListener('hashchange', () => {
      if (location.hash === '' || location.hash.includes('=')) this.#readAddress();
    });
    if (location.hash.includes('=')) this.#readAddress();
    else this.#readTyped();
  }

  #readTyped(): void {
    const typed = this.#at.value.trim();
    const reading = readCoordinates(typed);
    const isWrong = typed !== '' && !reading.ok;
    this.#at.ariaInvalid = isWrong ? 'true' : null;
    if (isWrong) this.#say('[data-read]', this.#words.say('like.at.unread'));
    else this.#setPoint(reading.ok ? reading.point : undefined, false);
  }

  get #at(): HTMLInputElement {
    return part(this.#host, 'input[name="at"]', HTMLInputElement);
  }

  /** The form says what the address says. */
  #readAddress(): void {
    const known = { drivers: this.#valuesOf('driver'), aims: this.#valuesOf('aim') };
    const { place, weights } = readLike(new URLSearchParams(location.hash.slice(1)), known);
    for (const [name, chosen] of [
      ['driver', place.drivers],
      ['aim', place.aims],
    ] as const)
      for (const box of this.#boxes(name)) {
        box.checked = chosen.includes(box.value);
        if (box.checked) box.closest('details')?.setAttribute('open', '');
      }
    this.#select('ecosystem').value = place.ecosystem ?? '';
    this.#select('climate').value = place.climate ?? '';
    for (const criterion of criteria)
      part(this.#host, `input[name="weight-${criterion}"]`, HTMLInputElement).value = String(
        weights[criterion],
      );
    this.#showPoint(place.point, true);
    this.#rank();
  }

  #setPoint(point: Point | undefined, write: boolean): void {
    this.#showPoint(point, write);
    this.#change();
  }

  #showPoint(point: Point | undefined, write: boolean): void {
    const { say, locale } = this.#words;
    this.#point = point;
    this.#mark(point);
    if (write) this.#at.value = point ? `${point.lat}, ${point.lon}` : '';
    const degrees = (value: number) => ({ degrees: formatNumber(Math.abs(value), locale) });
    const position = point && [
      say(point.lat < 0 ? 'degrees.south' : 'degrees.north', degrees(point.lat)),
      say(point.lon < 0 ? 'degrees.west' : 'degrees.east', degrees(point.lon)),
    ];
    this.#say('[data-read]', position ? say('like.at.read', { position: listOf(position, locale) }) : '');
  }

  /** Asked of the browser only when somebody presses the button, and rounded before it is used. */
  #findMe(): void {
    const failed = () => this.#say('[data-read]', this.#words.say('like.here.failed'));
    if (!('geolocation' in navigator)) {
      failed();
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        this.#setPoint(
          { lat: Math.round(coords.latitude * 10) / 10, lon: Math.round(coords.longitude * 10) / 10 },
          true,
        ),
      failed,
      { maximumAge: 600_000, timeout: 20_000 },
    );
  }

  #change(): void {
    const address = writeLike(this.#asked());
    history.replaceState(
      null,
      '',
      location.pathname + location.search + (address === '' ? '' : `#${address}`),
    );
    this.#rank();
  }

  #asked(): { place: Place; weights: Weights } {
    const chosen = (name: string) =>
      this.#boxes(name).flatMap(({ checked, value }) => (checked ? value : []));
    const one = (name: string) => this.#select(name).value || undefined;
    const weight = (name: string) =>
      Number(part(this.#host, `input[name="weight-${name}"]`, HTMLInputElement).value);
    return {
      place: {
        point: this.#point,
        ecosystem: one('ecosystem'),
        climate: one('climate'),
        drivers: chosen('driver'),
        aims: chosen('aim'),
      },
      weights: Object.fromEntries(criteria.map((name) => [name, weight(name)])) as unknown as Weights,
    };
  }

  #rank(): void {
    const { place, weights } = this.#asked();
    for (const criterion of criteria)
      this.#say(`output[for="weight-${criterion}"]`, String(weights[criterion]));
    const isAsked = askedOf(place, weights).length > 0;
    this.#ranked = isAsked ? rank(place, this.#traits, weights) : [];
    this.#shown = batch;
    this.#show();
  }

  #show(): void {
    const { say } = this.#words;
    const shown = this.#ranked.slice(0, this.#shown);
    const results = renderResults(shown, this.#index, this.#asked(), this.#words);
    replaceWith(part(this.#host, '[data-results]', HTMLElement), ...results);
    const alike = this.#ranked.filter(({ score }) => score >= threshold);
    this.#say('[data-status]', this.#statusWords(alike.length));
    const left = this.#ranked.length - shown.length;
    const more = part(this.#host, '[data-more]', HTMLButtonElement);
    more.hidden = left <= 0;
    more.textContent = say('like.more', { count: left });
    const link = part(this.#host, '[data-compare]', HTMLAnchorElement);
    const ids = alike.slice(0, sideBySide).map(({ at }) => this.#index.keys[at] ?? '');
    link.hidden = ids.length < 2;
    link.href =
      (this.#host.dataset['side'] ?? '') + writeAddress({ kind: 'cases', ids, onlyDifferences: false });
    link.textContent = say('like.compare', { count: ids.length });
  }

  #statusWords(alike: number): string {
    const { say, locale } = this.#words;
    const [first] = this.#ranked;
    if (!first) return say('like.nothing');
    if (alike > 0) return say('like.status', { count: alike, all: this.#ranked.length });
    const title = this.#index.titles[first.at] ?? '';
    return say('like.none', {
      title,
      score: share(first.score, locale),
      threshold: share(threshold, locale),
    });
  }

  #more(): void {
    const from = this.#shown;
    this.#shown += batch;
    this.#show();
    const key = this.#index.keys[this.#ranked[from]?.at ?? -1] ?? '';
    this.#host.querySelector<HTMLElement>(`[data-results] [data-key="${CSS.escape(key)}"] a`)?.focus();
  }

  #boxes(name: string): readonly HTMLInputElement[] {
    return [...this.#host.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  }

  #valuesOf(name: string): readonly string[] {
    return this.#boxes(name).map(({ value }) => value);
  }

  #select(name: string): HTMLSelectElement {
    return part(this.#host, `select[name="${name}"]`, HTMLSelectElement);
  }

  #say(selector: string, words: string): void {
    const place = part(this.#host, selector, HTMLElement);
    if (place.textContent !== words) place.textContent = words;
  }
}

/** What is known of each case, from the columns of the index. */
function traitsOf(index: CaseIndex): Traits[] {
  const facet = (name: string, at: number) => {
    const found = index.facets.find((one) => one.name === name);
    return (found?.of[at] ?? []).flatMap((position) => found?.values[position] ?? []);
  };
  return index.keys.map((_, at) => ({
    point: { lat: index.latitude[at] ?? 0, lon: index.longitude[at] ?? 0 },
    ecosystems: facet('group', at).filter((code) => code.includes('.')),
    climates: (index.climates[at] ?? []).flatMap((position) => climates[position] ?? []),
    drivers: facet('driver', at),
    aims: (index.aims[at] ?? []).flatMap((position) => index.themes[position] ?? []),
  }));
}

function wordsOf(host: HTMLElement): LikeWords {
  const { locale = 'en', words = '{}', base = '' } = host.dataset;
  const own = isLocale(locale) ? locale : 'en';
  const messages = JSON.parse(words) as Record<string, Message>;
  const fill = filler(own);
  const named = new Map<string, string>();
  for (const select of host.querySelectorAll('select'))
    for (const { value, textContent } of select.options)
      named.set(`${select.name} ${value}`, textContent.trim());
  for (const { name, value, labels } of host.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
    named.set(`${name} ${value}`, labels?.[0]?.textContent?.trim() ?? '');
  return {
    locale: own,
    say: (key, values = {}) => {
      const message = messages[key];
      if (message === undefined) throw new Error(`no message "${key}"`);
      return fill(message, values);
    },
    name: (criterion, id) => named.get(`${criterion} ${id}`) ?? id,
    href: (key) => `${base}${key}/`,
  };
}
