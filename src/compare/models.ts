import { entries, naming, row, sayings, standing, titled, word } from './lines.ts';
import type { ModelRecord } from './record.ts';
import type { Group, Line } from './table.ts';
import { type CompareWords, own } from './words.ts';

export function modelGroups(items: readonly ModelRecord[], words: CompareWords): Group[] {
  const { say } = words;
  const facts = (id: string, label: string, lines: (item: ModelRecord) => readonly Line[]) =>
    row(id, label, items, lines, words);
  const said = (id: 'suits' | 'unsuited' | 'timeline' | 'effects' | 'risks' | 'enablers') =>
    facts(id, say(`model.${id}`), (item) => sayings(item, item[id], words));
  return [
    {
      id: 'what',
      label: say('compare.model'),
      rows: [
        facts('interventions', say('compare.consists'), ({ interventions }) =>
          entries('interventions', interventions, words),
        ),
        said('suits'),
        said('unsuited'),
        said('timeline'),
        said('risks'),
        said('enablers'),
      ],
    },
    {
      id: 'evidence',
      label: say('compare.evidence'),
      note: say('model.evidence.note'),
      rows: [
        facts('cases', say('model.evidence.cases'), (item) => caseLines(item, words)),
        facts('ranges', say('model.evidence'), ({ id }) => rangeLines(id, words)),
        facts('pooled', say('synthesis.model'), ({ id }) => pooledLines(id, words)),
        said('effects'),
      ],
    },
    {
      id: 'rests',
      label: say('compare.rests'),
      rows: [
        facts('protocols', say('collection.protocols'), ({ protocols }) =>
          titled('protocols', protocols, words),
        ),
        facts('policies', say('collection.policy-options'), ({ policies }) =>
          titled('policy-options', policies, words),
        ),
        ...standing('models', items, words),
      ],
    },
  ];
}

function caseLines({ id, cases }: ModelRecord, words: CompareWords): Line[] {
  const silent = words.evidence[id]?.silent ?? 0;
  const [count, ...named] = naming(cases, words);
  if (!count) return [];
  const notes = silent > 0 ? [own(words.say('model.evidence.silent', { count: silent }), words)] : [];
  return [{ ...count, notes }, ...named];
}

/** Figures of one indicator, kind and unit from the lowest to the highest, as they are printed. */
function rangeLines(id: string, words: CompareWords): Line[] {
  return (words.evidence[id]?.ranges ?? []).map(
    ({ indicator, kind, unit, lowest, highest, figures, cases }) => ({
      key: JSON.stringify([indicator, kind, unit, lowest, highest]),
      amount: { number: highest === '' ? lowest : `${lowest} … ${highest}`, unit },
      text: words.label('indicators', indicator),
      path: words.href(`/evidence/#${indicator}`),
      notes: [
        words.say(kind === 'change' || kind === 'difference' ? `kind-of-value.${kind}` : `evidence.${kind}`),
        `${words.say('evidence.figures')}: ${figures}`,
        `${words.say('evidence.cases')}: ${cases}`,
      ].map((note) => own(note, words)),
    }),
  );
}

function pooledLines(id: string, words: CompareWords): Line[] {
  return (words.evidence[id]?.pooled ?? []).map((answer) => ({
    ...word(JSON.stringify([answer.id, answer.effect]), `${answer.name}: ${answer.effect}`, words),
    path: words.href(`/evidence/synthesis/?model=${id}#${answer.id}`),
    notes: [
      `${words.say('synthesis.certainty')}: ${[answer.certainty, ...answer.reasons].join('; ')}`,
      `${words.say('synthesis.studies')}: ${answer.studies}`,
    ].map((note) => own(note, words)),
  }));
}
