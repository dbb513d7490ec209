import { collections } from '../schemas/collections.ts';
import type { FormName } from './draft.ts';
import { type Field, type GroupField, nameOf, type Path } from './field.ts';
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
      ['links', ['models', 'protocols', 'policies', 'institutions']],
      ['people', ['authors']],
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
      ['people', ['authors', 'history']],
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

/** Fields of a group that are asked first, where these are not just the required ones. */
const first: Readonly<Record<string, readonly string[]>> = {
  outcomes: ['label', 'indicator', 'value', 'unit', 'substance', 'carbon', 'role', 'kind', 'sources'],
  'outcomes.comparison': ['kind', 'label', 'value'],
  'outcomes.spread': ['kind', 'value', 'level'],
  'outcomes.comparison.spread': ['kind', 'value', 'level'],
  'outcomes.carbon': ['pool', 'depth', 'baseline', 'gwp'],
  area: ['value', 'unit', 'sources'],
  sources: ['type', 'author', 'title', 'issued', 'container-title', 'volume', 'page', 'DOI', 'URL'],
  'sources.author': ['family', 'given', 'literal'],
  'steps': ['phase', 'text', 'requirement', 'basis', 'sources'],
  yields: ['label', 'indicator', 'unit', 'substance'],
  review: ['state', 'date'],
};

/** The fields of a group in the order of the form: those asked first, and those that open. */
export function fieldsOfGroup(group: GroupField, path: Path): { first: readonly Field[]; more: readonly Field[] } {
  const keys = first[nameOf(path)];
  const isFirst = (field: Field) => (keys ? keys.includes(field.key) : field.required && field.key !== 'id');
  const shown = group.fields.filter(isFirst);
  const ordered = keys ? shown.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key)) : shown;
  const more = group.fields.filter((field) => !isFirst(field));
  // One or two more fields need no place of their own to open.
  return ordered.length === 0 || more.length <= 2
    ? { first: [...ordered, ...more], more: [] }
    : { first: ordered, more };
}
