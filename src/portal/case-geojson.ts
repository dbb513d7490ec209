import type { Feature, FeatureCollection, Point } from 'geojson';
import { sourceLocale } from '../i18n/locales.ts';
import { spanOf } from './case-span.ts';
import type { About } from './edition.ts';
import type { Entry, Library } from './library.ts';
import { pathOf } from './paths.ts';
import { absolute, href } from './site.ts';

/**
 * The case studies as points (RFC 7946: WGS84, longitude first). Each says how its point came about and by how
 * much it was blurred, so that nobody takes a point of the editors for a surveyed one.
 */
export function casesGeoJson(library: Library, about: About): FeatureCollection<Point> & { about: About } {
  const features = library.all('case-studies').map((entry): Feature<Point> => {
    const { facts, slug } = entry;
    const { point, countries } = facts.place;
    const { start, end, approximate, effects } = spanOf(facts);
    return {
      type: 'Feature',
      id: slug,
      geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
      properties: {
        title: facts.title,
        address: absolute(href(sourceLocale, pathOf(entry as Entry))),
        position_basis: point.basis,
        position_blurred_km: point.blurred ?? null,
        place: facts.place.name,
        countries_iso3166: countries.join('; '),
        start_year: start,
        start_approximate: approximate,
        end_year: end ?? null,
        ecosystems_iucn_get: facts.ecosystems.join('; '),
        drivers: facts.drivers.join('; '),
        interventions: facts.interventions.join('; '),
        models: facts.models?.join('; ') ?? null,
        effects_count: effects,
        review: facts.review.state,
        review_date: facts.review.date,
        licence: facts.licence,
      },
    };
  });
  return { type: 'FeatureCollection', about, features };
}
