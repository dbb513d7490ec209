import { countryName, formatNumber } from '../i18n/format.ts';
import { amount, coded, entries, row, sentence, sourcesOf, standing, titled, word } from './lines.ts';
import { footing, outcomeLine } from './outcome-line.ts';
import type { CaseRecord, OutcomeRecord } from './record.ts';
import type { Group, Line, Row } from './table.ts';
import { type CompareWords, own, textOf } from './words.ts';

/** Indicators of what something cost and who was paid, whatever their role; all others stand under their role. */
const costIndicators: readonly string[] = [
  'investment-cost',
  'cost-covered-share',
  'payments',
  'benefit-cost-ratio',
  'payback-time',
];

export function caseGroups(items: readonly CaseRecord[], words: CompareWords): Group[] {
  const { say } = words;
  const facts = (id: string, label: string, lines: (item: CaseRecord) => readonly Line[]) =>
    row(id, label, items, lines, words);
  return [
    {
      id: 'where',
      label: say('compare.where'),
      rows: [
        facts('place', say('facts.place'), ({ id, place }) => [sentence(id, place.name, words)]),
        facts('countries', say('list.column.country'), ({ place }) =>
          place.countries.map((code) => word(code, countryName(code, words.locale), words)),
        ),
        facts('position', say('facts.position'), (item) => [positionLine(item, words)]),
        facts('ecosystems', say('facts.ecosystems'), ({ ecosystems }) => coded(ecosystems, words)),
      ],
    },
    {
      id: 'what',
      label: say('compare.what'),
      rows: [
        facts('drivers', say('facts.drivers'), (item) => entries('drivers', item.drivers, words)),
        facts('degradation', say('compare.degradation'), ({ degradation }) =>
          entries('degradation-types', degradation, words),
        ),
        facts('interventions', say('facts.interventions'), ({ interventions }) =>
          entries('interventions', interventions, words),
        ),
        facts('restoration', say('facts.restoration'), ({ restoration }) => [
          word(restoration, say(`restoration.${restoration}`), words),
        ]),
        facts('began', say('facts.began'), ({ started }) => [
          word(started, yearWords(started, words), words),
        ]),
        facts('ended', say('facts.ended'), ({ ended = '' }) => [
          word(ended, ended === '' ? say('facts.ongoing') : yearWords(ended, words), words),
        ]),
        facts('area', say('facts.area'), (item) => areaLines(item, words)),
        facts('models', say('collection.management-models'), ({ models }) =>
          titled('management-models', models, words),
        ),
      ],
    },
    {
      id: 'effects',
      label: say('outcomes.effect'),
      note: say('compare.effects.note'),
      rows: outcomeRows(items, words, ({ role, indicator }) => role === 'effect' && !isCost(indicator)),
    },
    {
      id: 'outputs',
      label: say('outcomes.output'),
      note: say('compare.outputs.note'),
      rows: outcomeRows(items, words, ({ role, indicator }) => role === 'output' && !isCost(indicator)),
    },
    {
      id: 'costs',
      label: say('compare.costs'),
      note: say('compare.costs.note'),
      rows: outcomeRows(items, words, ({ indicator }) => isCost(indicator)),
    },
    {
      id: 'rests',
      label: say('compare.rests'),
      rows: [
        {
          ...facts('failures', say('section.case-studies.failures'), (item) => failureLink(item, words)),
          links: true,
        },
        facts('protocols', say('collection.protocols'), ({ protocols }) =>
          titled('protocols', protocols, words),
        ),
        facts('policies', say('collection.policy-options'), ({ policies }) =>
          titled('policy-options', policies, words),
        ),
        ...standing('cases', items, words),
      ],
    },
  ];
}

export const isCost = (indicator: string) => costIndicators.includes(indicator);

/** One row for each indicator that any item has, in the order of the vocabulary; without any, one empty row. */
function outcomeRows(
  items: readonly CaseRecord[],
  words: CompareWords,
  belongs: (outcome: OutcomeRecord) => boolean,
): Row[] {
  const found = items.map(({ outcomes }) => outcomes.filter(belongs));
  const present = new Set(found.flatMap((outcomes) => outcomes.map(({ indicator }) => indicator)));
  if (present.size === 0)
    return [{ id: 'none', label: own(words.say('outcomes.indicator'), words), cells: items.map(() => []) }];
  return words.indicators
    .filter((id) => present.has(id))
    .map((id) => {
      const measured = found.map((outcomes) => outcomes.filter(({ indicator }) => indicator === id));
      const cells = items.map((item, at) =>
        (measured[at] ?? []).map((outcome) => outcomeLine(item, outcome, words)),
      );
      const caution = cautionFor(measured, words);
      return { id, label: words.label('indicators', id), cells, ...(caution !== undefined && { caution }) };
    });
}

/** Numbers of two items on different footings must not be held against each other. */
function cautionFor(
  measured: readonly (readonly OutcomeRecord[])[],
  words: CompareWords,
): string | undefined {
  const several = measured.filter((outcomes) => outcomes.length > 0).length > 1;
  const footings = new Set(measured.flat().map(footing));
  return several && footings.size > 1 ? words.say('compare.footing') : undefined;
}

function positionLine({ place: { point } }: CaseRecord, words: CompareWords): Line {
  const { lat, lon, basis, blurred } = point;
  const degrees = (value: number) => ({ degrees: formatNumber(Math.abs(value), words.locale) });
  const north = words.say(lat < 0 ? 'degrees.south' : 'degrees.north', degrees(lat));
  const east = lon === 0 ? '0°' : words.say(lon < 0 ? 'degrees.west' : 'degrees.east', degrees(lon));
  const notes = [
    words.say(`facts.position.${basis}`),
    ...(blurred === undefined ? [] : [words.say('facts.position.blurred', { km: blurred })]),
  ];
  return {
    ...word(`${lat} ${lon}`, `${north}, ${east}`, words),
    notes: notes.map((note) => own(note, words)),
  };
}

function areaLines(item: CaseRecord, words: CompareWords): Line[] {
  const { area } = item;
  if (!area) return [];
  const { value, low, high, level, qualifier, unit, basis, n } = area;
  const printed = amount(area, unit, undefined, false, words);
  return [
    {
      key: JSON.stringify([value, low, high, qualifier, unit]),
      ...(printed && { amount: printed }),
      ...(area.note && { notes: [textOf(area.note, words.locale)] }),
      ...sourcesOf(item, area.sources),
      figure: { value, low, high, level, qualifier, unit, basis, n },
    },
  ];
}

function yearWords(date: string, words: CompareWords): string {
  return date.endsWith('~') ? words.say('facts.about', { year: date.slice(0, -1) }) : date;
}

function failureLink({ id }: CaseRecord, words: CompareWords): Line[] {
  return [
    { ...word(id, words.say('compare.failures'), words), path: words.href(`/case-studies/${id}/#failures`) },
  ];
}
