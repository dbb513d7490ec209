import type { MessageKey } from '../i18n/translate.ts';
import type { Listed } from './list-paths.ts';

/** A column of a list that is shown as a table; its key names the row cells it takes. */
export interface ListColumn {
  readonly key: string;
  readonly label: MessageKey;
  readonly number?: true;
}

const title = (collection: Listed): ListColumn => ({ key: 'title', label: `kind.${collection}` });
const cases: ListColumn = { key: 'case-studies', label: 'collection.case-studies', number: true };
const protocols: ListColumn = { key: 'protocols', label: 'collection.protocols', number: true };

/** The columns of each list, in their order. */
export const listColumns: Readonly<Record<Listed, readonly ListColumn[]>> = {
  'case-studies': [
    title('case-studies'),
    { key: 'country', label: 'list.column.country' },
    { key: 'years', label: 'list.column.years' },
    { key: 'ecosystem', label: 'search.filter.ecosystem' },
    { key: 'finding', label: 'list.column.finding' },
    { key: 'effects', label: 'list.column.effects', number: true },
  ],
  protocols: [
    title('protocols'),
    { key: 'yields', label: 'protocol.yields' },
    { key: 'suits', label: 'protocol.suits' },
    { key: 'skill', label: 'protocol.skill' },
    { key: 'cost', label: 'protocol.cost' },
  ],
  'management-models': [
    title('management-models'),
    cases,
    protocols,
    { key: 'policy-options', label: 'collection.policy-options', number: true },
  ],
  'policy-options': [
    title('policy-options'),
    { key: 'management-models', label: 'collection.management-models', number: true },
    cases,
  ],
  'learning-paths': [
    title('learning-paths'),
    { key: 'order', label: 'path.order', number: true },
    { key: 'steps', label: 'path.steps', number: true },
    { key: 'minutes', label: 'path.time', number: true },
  ],
  calculators: [
    title('calculators'),
    { key: 'inputs', label: 'list.column.inputs' },
    { key: 'result', label: 'list.column.result' },
  ],
  institutions: [
    title('institutions'),
    { key: 'kind', label: 'institution.kind' },
    { key: 'country', label: 'institution.country' },
    cases,
    protocols,
  ],
};
