import { collections } from '../schemas/collections.ts';
import type { FormName } from './draft.ts';
import type { Field, GroupField } from './field.ts';
import { formModel } from './form-model.ts';

/** A part of a form: fields under one heading, and whether they wait behind it until somebody opens it. */
export interface Part {
  readonly id: string;
  readonly open: boolean;
  readonly fields: readonly Field[];
}

export interface FormPlan {
  readonly model: GroupField;
  readonly parts: readonly Part[];
}

/** Which keys stand together, in the order in which they are asked. */
const plans = {
  'case-study': {
    collection: 'case-studies',
    parts: [
      ['what', ['title', 'summary']],
      ['where', ['place']],
      ['land', ['ecosystems', 'drivers', 'interventions', 'restoration', 'started']],
      ['figures', ['outcomes']],
      ['sources', ['sources']],
      ['rights', ['licence', 'review']],
      ['more-land', ['ended', 'area', 'degradation']],
      ['recovery', ['recovery']],
      ['links', ['models', 'protocols', 'policies', 'institutions']],
      ['people', ['authors', 'consent']],
    ],
  },
  protocol: {
    collection: 'protocols',
    parts: [
      ['what', ['title', 'summary', 'version']],
      ['use', ['yields', 'landUses', 'scale', 'skill', 'cost', 'crew']],
      ['steps', ['steps']],
      ['levels', ['variants']],
      ['sources', ['sources']],
      ['rights', ['licence', 'review']],
      ['preparation', ['equipment', 'safety', 'preparation']],
      ['record', ['form', 'checks']],
      ['calculate', ['equations', 'findings', 'uncertainty', 'mistakes']],
      ['links', ['pools', 'standards', 'protocols', 'calculators', 'institutions']],
      ['people', ['authors', 'consent', 'history']],
    ],
  },
} as const;

export type WrittenForm = Exclude<FormName, 'translation'>;

export const collectionOf = (form: WrittenForm) => plans[form].collection;

/** The parts of a form: what every contribution needs is open, the rest opens when it is wanted. */
export function formPlan(form: WrittenForm): FormPlan {
  const { collection, parts } = plans[form];
  const model = formModel(collections[collection].schema);
  return {
    model,
    parts: parts.map(([id, keys]) => {
      const fields = keys.flatMap((key) => model.fields.filter((field) => field.key === key));
      return { id, open: fields.some(({ key, required }) => required && !optionalLists.has(key)), fields };
    }),
  };
}

/** Lists that the schema wants written, if only as empty ones: a first draft does well without them. */
const optionalLists = new Set([
  'equipment',
  'safety',
  'preparation',
  'form',
  'checks',
  'equations',
  'uncertainty',
  'mistakes',
  'history',
]);
