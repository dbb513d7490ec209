import { type Locale, localeFacts } from '../i18n/locales.ts';
import { alpha2 } from '../schemas/place.ts';
import type { Collection } from '../schemas/shared.ts';
import { pathOf } from './paths.ts';
import { absolute, href } from './site.ts';
import type { View } from './view.ts';

type Contribution = Exclude<Collection, 'institutions' | 'glossary' | 'references'>;

const licenceAddress: Readonly<Record<string, string>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

function common(view: View<Contribution>, locale: Locale) {
  const { title, summary } = view.record as { title: { text: string }; summary: { text: string } };
  const { licence, review } = view.entry.facts;
  return {
    name: title.text,
    description: summary.text,
    url: absolute(href(locale, pathOf(view.entry))),
    inLanguage: localeFacts[view.textLocale].tag,
    license: licenceAddress[licence] ?? licence,
    dateModified: review.date,
    isAccessibleForFree: true,
  };
}

export function articleJsonLd(view: View<Contribution>): object {
  return { '@type': 'Article', headline: common(view, view.locale).name, ...common(view, view.locale) };
}

export function caseJsonLd(view: View<'case-studies'>): object {
  const { place } = view.record;
  return {
    '@type': 'Article',
    headline: view.record.title.text,
    ...common(view, view.locale),
    contentLocation: {
      '@type': 'Place',
      name: place.name.text,
      address: place.countries.map((code) => ({ '@type': 'PostalAddress', addressCountry: alpha2(code) })),
      geo: { '@type': 'GeoCoordinates', latitude: place.point.lat, longitude: place.point.lon },
    },
  };
}

export function protocolJsonLd(view: View<'protocols'>): object {
  const { record } = view;
  return {
    '@type': 'HowTo',
    ...common(view, view.locale),
    version: record.version,
    tool: record.equipment.map((item) => ({ '@type': 'HowToTool', name: item.item.text })),
    step: record.steps.map((step, index) => ({
      '@type': 'HowToStep',
      position: index + 1,
      text: step.text.text,
    })),
  };
}
