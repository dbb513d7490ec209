import type { FluxSeries } from '../science/eddy-covariance/series.ts';
import { type Random, randomSource } from '../science/random.ts';

const stepsPerDay = 48;
const days = 365;
const minutesPerDay = 1440;
/** 2023-01-01 00:30, minutes since 1970. */
const firstEnd = (Date.UTC(2023, 0, 1) / 60_000 + minutesPerDay / stepsPerDay) as number;

/**
 * A made-up year of half-hourly fluxes of a temperate forest, with a third of NEE missing in gaps of an hour to ten
 * days, and night fluxes that fall off where the air is still. It says nothing about any place: it keeps the
 * arithmetic busy in the way that a real year does.
 */
export function fluxYear(seed: number): FluxSeries {
  const random = randomSource(seed);
  const n = days * stepsPerDay;
  const column = () => new Float64Array(n);
  const [nee, rg, tair, vpd, ustar] = [column(), column(), column(), column(), column()];
  let cloud = 0.3;
  let weather = 0;
  let wind = 0;
  for (let i = 0; i < n; i += 1) {
    const hour = ((i + 0.5) / stepsPerDay) * 24;
    const season = -Math.cos(((hour / 24 + 10) / days) * 2 * Math.PI); // -1 in midwinter, 1 in midsummer
    const height = 0.45 * season + 0.25 - 0.75 * Math.cos(((hour % 24) / 24) * 2 * Math.PI);
    cloud = Math.min(0.95, Math.max(0.05, cloud + 0.03 * random.normal()));
    weather = 0.995 * weather + 0.3 * random.normal();
    wind = 0.97 * wind + 0.24 * random.normal();
    const light = Math.max(0, 1000 * height * (1 - 0.75 * cloud));
    const warmth = 8 + 10 * season + 4 * Math.cos((((hour % 24) - 15) / 24) * 2 * Math.PI) + weather;
    const friction = Math.max(0.02, 0.3 + (light > 0 ? 0.1 : 0) + 0.12 * wind);
    rg[i] = light;
    tair[i] = warmth;
    vpd[i] = Math.max(
      0,
      6.1 * Math.exp(0.06 * warmth) * (0.1 + 0.4 * (light / 1000)) + 0.5 * random.normal(),
    );
    ustar[i] = friction;
    nee[i] = exchange(light, warmth, season, friction) + 1.2 * random.normal();
  }
  openGaps(nee, random);
  return { stepsPerDay, firstEnd, nee, rg, tair, vpd, ustar };
}

/** Respiration after Lloyd & Taylor less uptake on a light curve, µmol m-2 s-1; still nights lose part of it. */
function exchange(light: number, warmth: number, season: number, friction: number): number {
  const respiration = 3 * Math.exp(200 * (1 / 56.02 - 1 / (warmth + 46.02)));
  const capacity = 25 * Math.max(0.05, 0.5 + 0.5 * season);
  const uptake = (0.04 * light * capacity) / (0.04 * light + capacity);
  const seen = light > 0 ? 1 : Math.min(1, friction / 0.2);
  return respiration * seen - uptake;
}

function openGaps(nee: Float64Array, random: Random): void {
  let missing = 0;
  while (missing < nee.length / 3) {
    const length = Math.ceil(2 * 240 ** (random.next() ** 3));
    const start = Math.floor(random.next() * nee.length);
    for (let i = start; i < Math.min(nee.length, start + length); i += 1) {
      if (!Number.isNaN(nee[i])) missing += 1;
      nee[i] = Number.NaN;
    }
  }
}
