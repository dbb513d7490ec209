import { quoted } from '../../guard/problem.ts';
import type { CaseStudy } from '../../schemas/case-study.ts';
import type { Outcome } from '../../schemas/outcome.ts';
import { atFact, type ReadFile, type Rule } from '../corpus.ts';
import { pointMeant } from '../countries.ts';

/** Figures and places that fit the schema and are probably slips all the same. */
export const plausible: Rule = ({ contributions }) =>
  contributions.flatMap(({ collection, main }) => {
    const record = main.record as CaseStudy | undefined;
    if (collection !== 'case-studies' || !record) return [];
    return [
      ...elsewhere(record, main),
      ...record.outcomes.flatMap((outcome, at) => [
        ...fraction(outcome, at, record, main),
        ...namedOtherwise(outcome, at, main),
      ]),
      ...carbonDioxide(record.outcomes, main),
    ];
  });

function elsewhere({ place }: CaseStudy, main: ReadFile) {
  const { lat, lon } = place.point;
  const meant = pointMeant(place.point, place.countries);
  if (!meant) return [];
  const values = {
    lat: String(lat),
    lon: String(lon),
    country: place.countries.join(', '),
    suggestion: `{ lat: ${meant.point.lat}, lon: ${meant.point.lon} }`,
  };
  return [atFact(main, ['place', 'point'], 'point-elsewhere', values)];
}

/** 0.35 with the unit %, where the words say 35 %. */
function fraction(outcome: Outcome, at: number, { summary }: CaseStudy, main: ReadFile) {
  const { value, unit } = outcome;
  if (unit !== '%' || value === undefined || value === 0 || Math.abs(value) >= 1) return [];
  const percent = Math.round(Math.abs(value) * 1e6) / 1e4;
  const words = [outcome.label, outcome.note, outcome.finding, summary, main.body].join('\n');
  const says = (number: number) =>
    new RegExp(`(?<![\\d.,])${String(number).replace('.', '[.,]')}\\s?(?:%|per ?cent)`).test(words);
  if (!says(percent) || says(Math.abs(value))) return [];
  const path = ['outcomes', at, 'value'];
  return [
    atFact(main, path, 'percent-or-fraction', {
      found: String(value),
      percent: String(Math.sign(value) * percent),
    }),
  ];
}

function namedOtherwise({ label, substance }: Outcome, at: number, main: ReadFile) {
  const found = substance === 'C' ? /\bCO2(?:[-\s]?eq?)?\b|CO₂|carbon dioxide/i.exec(label)?.[0] : undefined;
  if (found === undefined || substance === undefined) return [];
  return [atFact(main, ['outcomes', at, 'label'], 'substance-in-words', { found: quoted(found), substance })];
}

/** Molar masses of CO2 and C. */
const ratio = 44.009 / 12.011;

/** Three digits and more: with fewer, two figures are in that ratio by chance. */
const isPrecise = (value: number) => String(value).replaceAll(/^-?0*\.?0*|\./g, '').length >= 3;

/** Figures are compared with those of the same measurement only. */
const kindOf = ({ substance, unit, indicator, kind, carbon }: Outcome) =>
  [substance, unit, indicator, kind, carbon?.pool].join(' ');

/** Two figures of one substance of which one is the other as CO2. */
function carbonDioxide(outcomes: readonly Outcome[], main: ReadFile) {
  const carbon = outcomes.flatMap((outcome, at) =>
    outcome.value !== undefined && isPrecise(outcome.value) && /^C(?:O2e?)?$/.test(outcome.substance ?? '')
      ? [{ at, value: outcome.value, key: kindOf(outcome) }]
      : [],
  );
  return carbon.flatMap((one) => {
    const other = carbon.find(
      ({ key, value }) => key === one.key && Math.abs(one.value / value / ratio - 1) < 0.003,
    );
    if (!other) return [];
    const values = {
      found: String(one.value),
      other: String(other.value),
      where: `outcomes.${other.at}.value`,
    };
    return [atFact(main, ['outcomes', one.at, 'value'], 'carbon-or-co2e', values)];
  });
}
