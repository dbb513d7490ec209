import { unitWords } from './figure.ts';
import { entries, naming, row, sayings, sentence, sourcesOf, standing, titled, word } from './lines.ts';
import type { ProtocolRecord } from './record.ts';
import type { Group, Line } from './table.ts';
import { type CompareWords, own, textOf } from './words.ts';

const efforts = ['lowCost', 'standard', 'reference'] as const;

export function protocolGroups(items: readonly ProtocolRecord[], words: CompareWords): Group[] {
  const { say } = words;
  const facts = (id: string, label: string, lines: (item: ProtocolRecord) => readonly Line[]) =>
    row(id, label, items, lines, words);
  return [
    {
      id: 'gives',
      label: say('compare.gives'),
      rows: [
        facts('yields', say('protocol.yields'), (item) => yieldLines(item, words)),
        facts('pools', say('protocol.pools'), ({ pools }) => entries('pools', pools, words)),
        facts('land-uses', say('protocol.suits'), ({ landUses }) => entries('land-uses', landUses, words)),
        facts('scale', say('protocol.scale'), ({ id, scale }) => [sentence(id, scale, words)]),
      ],
    },
    {
      id: 'asks',
      label: say('compare.asks'),
      rows: [
        facts('skill', say('protocol.skill'), ({ skill }) => [word(skill, say(`skill.${skill}`), words)]),
        facts('cost', say('protocol.cost'), ({ cost }) => [word(cost, say(`cost.${cost}`), words)]),
        facts('crew', say('protocol.crew'), ({ id, crew }) => [sentence(id, crew, words)]),
        facts('equipment', say('protocol.equipment'), ({ equipment }) =>
          equipment.map(({ item }) => sentence(item.en ?? '', item, words)),
        ),
        facts('steps', say('protocol.steps'), ({ steps }) => [word(String(steps), String(steps), words)]),
        ...efforts.map((effort) =>
          facts(`variant-${effort}`, say(`protocol.variants.${effort}`), ({ id, variants }) => [
            sentence(id, variants[effort], words),
          ]),
        ),
      ],
    },
    {
      id: 'quality',
      label: say('compare.quality'),
      rows: [
        facts('checks', say('protocol.checks'), (item) => checkLines(item, words)),
        facts('uncertainty', say('protocol.uncertainty'), (item) => sayings(item, item.uncertainty, words)),
        facts('standards', say('protocol.standards'), ({ standards }) =>
          standards.map((name) => ({ key: name, text: { text: name, lang: 'en' as const } })),
        ),
        facts('calculators', say('collection.calculators'), ({ calculators }) =>
          titled('calculators', calculators, words),
        ),
      ],
    },
    {
      id: 'rests',
      label: say('compare.rests'),
      rows: [
        facts('cases', say('compare.cases.protocol'), ({ cases }) => naming(cases, words)),
        facts('version', say('protocol.version'), ({ version }) => [word(version, version, words)]),
        ...standing('protocols', items, words),
      ],
    },
  ];
}

function yieldLines({ yields }: ProtocolRecord, words: CompareWords): Line[] {
  return yields.map(({ label, unit, substance }) => ({
    key: JSON.stringify([label.en, unit, substance]),
    text: textOf(label, words.locale),
    notes: [own(unitWords(unit, words.symbol(unit), substance, words.locale), words)].filter(
      ({ text }) => text !== '',
    ),
  }));
}

function checkLines(item: ProtocolRecord, words: CompareWords): Line[] {
  return item.checks.map(({ id, check, limit, sources }) => ({
    ...sentence(`${item.id} ${id}`, check, words),
    ...(limit && { notes: [textOf(limit, words.locale)] }),
    ...sourcesOf(item, sources),
  }));
}
