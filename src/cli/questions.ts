import type { MessageKey } from '../i18n/translate.ts';
import type { BookCollection } from '../sheets/book.ts';

/** What a command asks for: the facts of a quick case or protocol; everything else can be added in the file. */
export interface Questions {
  /** Names of fields, in the order in which they are asked. */
  readonly fields: readonly string[];
  readonly lists: readonly ListQuestions[];
  /** Facts that nobody has to be asked for. */
  preset(today: string): Readonly<Record<string, unknown>>;
}

export interface ListQuestions {
  readonly name: string;
  /** Asks whether there is one more. */
  readonly more: MessageKey;
  readonly fields: readonly string[];
  /** Words an id is made of. */
  id(item: Readonly<Record<string, unknown>>): string;
}

const review = (today: string) => ({ state: 'submitted', date: today.slice(0, 7) });

const sources: ListQuestions = {
  name: 'sources',
  more: 'ask.more.sources',
  fields: ['type', 'title', 'author', 'issued', 'container-title', 'DOI'],
  id: ({ author, title, issued }) => {
    const [first] = Array.isArray(author) ? (author as { family?: string; literal?: string }[]) : [];
    const year = typeof issued === 'string' ? issued.slice(0, 4) : 'undated';
    return `${first?.family ?? first?.literal ?? String(title).split(' ')[0] ?? ''} ${year}`;
  },
};

export const questions = {
  'case-studies': {
    fields: [
      ...['title', 'summary', 'place.name', 'place.countries', 'place.point.lat', 'place.point.lon'],
      ...['place.point.basis', 'ecosystems', 'drivers', 'interventions', 'restoration', 'started', 'licence'],
    ],
    lists: [
      sources,
      {
        name: 'outcomes',
        more: 'ask.more.outcomes',
        fields: ['label', 'indicator', 'role', 'kind', 'value', 'unit', 'substance', 'sources'],
        id: ({ label }) => String(label),
      },
    ],
    preset: (today) => ({ review: review(today), outcomes: [], sources: [] }),
  },
  protocols: {
    fields: [
      ...['title', 'summary', 'landUses', 'scale', 'skill', 'cost', 'crew', 'variants.lowCost'],
      ...['variants.standard', 'variants.reference', 'licence'],
    ],
    lists: [
      sources,
      {
        name: 'yields',
        more: 'ask.more.yields',
        fields: ['label', 'unit'],
        id: ({ label }) => String(label),
      },
      {
        name: 'steps',
        more: 'ask.more.steps',
        fields: ['phase', 'text', 'basis'],
        id: ({ text }) => String(text).split(' ').slice(0, 4).join(' '),
      },
    ],
    preset: (today) => ({
      review: review(today),
      version: '1.0',
      history: [{ id: 'v1-0', version: '1.0', date: today, change: 'First version' }],
      ...Object.fromEntries(
        [
          ...['equipment', 'safety', 'preparation', 'form', 'checks', 'equations', 'uncertainty', 'mistakes'],
          ...['yields', 'steps', 'sources'],
        ].map((list) => [list, []]),
      ),
    }),
  },
} as const satisfies Partial<Record<BookCollection, Questions>>;

export type AskedCollection = keyof typeof questions;

/** Where the words for the choices of a field stand in the messages. */
export const choiceWords: Readonly<Record<string, string>> = {
  restoration: 'restoration',
  'place.point.basis': 'facts.position',
  'outcomes.role': 'role',
  'outcomes.kind': 'kind-of-value',
  'outcomes.carbon.baseline': 'baseline',
  skill: 'skill',
  cost: 'cost',
  'steps.phase': 'phase',
};
