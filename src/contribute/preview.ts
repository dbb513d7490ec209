import type { BodyNode } from '../guard/body.ts';
import { splitCitations } from '../prose/citations.ts';
import type { Draft } from './draft.ts';
import { factsOf } from './facts.ts';
import { sectionText } from './file-text.ts';
import type { FormData, Option } from './form-data.ts';
import { toSource } from './preview-source.ts';
import { readText } from './text.ts';
import { h, type Node, type Tree } from './tree.ts';
import { choiceOf, labelOf, say, type Words } from './words.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The page as it will look, from what stands in the form now. Texts are trees of allowed elements, never HTML. */
export function renderPreview(data: FormData, draft: Draft): Tree {
  const facts = factsOf(data.model, draft.values);
  const numbers = new Map(rowsIn(facts, 'sources').map(({ id }, index) => [String(id), index + 1]));
  const cite = citing(numbers);
  const sections = data.story.flatMap(({ id, heading }) => {
    const text = sectionText(draft.story[id] ?? '');
    const figures = id === 'change' ? outcomes(rowsIn(facts, 'outcomes'), data) : undefined;
    if (text === '' && !figures) return [];
    return [h('section', {}, h('h3', {}, heading), drawText(text, cite), figures)];
  });
  const alone = data.story.some(({ id }) => id === 'change')
    ? undefined
    : outcomes(rowsIn(facts, 'outcomes'), data);
  return h(
    'article',
    { class: 'preview-article article-text', lang: 'en', dir: 'auto' },
    h('p', { class: 'preview-title' }, text(facts['title']) || '…'),
    h('p', { class: 'lead' }, text(facts['summary'])),
    keyline(facts, data),
    sections,
    alone,
    steps(rowsIn(facts, 'steps'), cite),
    sourceList(rowsIn(facts, 'sources'), data.words),
  );
}

/** The preview of a translation: its title, its summary and its story in its language. */
export function renderTranslationPreview(
  draft: Draft,
  language: string,
  sections: readonly { readonly id: string; readonly heading: string }[],
): Tree {
  const cite = citing(new Map());
  return h(
    'article',
    { class: 'preview-article article-text', lang: language, dir: 'auto' },
    h('p', { class: 'preview-title' }, text(draft.values['title']) || '…'),
    h('p', { class: 'lead' }, text(draft.values['summary'])),
    sections.flatMap(({ id, heading }) => {
      const own = sectionText(draft.story[id] ?? '');
      return own === '' ? [] : [h('section', {}, h('h3', {}, heading), drawText(own, cite))];
    }),
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function rowsIn(facts: Facts, key: string): readonly Facts[] {
  const rows = facts[key];
  return Array.isArray(rows)
    ? rows.filter((row): row is Facts => typeof row === 'object' && row !== null)
    : [];
}

type Cite = (keys: readonly string[]) => Node;

function citing(numbers: ReadonlyMap<string, number>): Cite {
  return (keys) => h('span', { class: 'cite' }, `[${keys.map((key) => numbers.get(key) ?? key).join(', ')}]`);
}

export function drawText(source: string, cite: Cite): Node[] {
  return source === '' ? [] : readText(source, 'index.mdx').nodes.map((node) => draw(node, cite));
}

function draw(node: BodyNode, cite: Cite): Node {
  if (node.type === 'text')
    return h(
      'span',
      {},
      splitCitations(node.value).map((run) => ('keys' in run ? cite(run.keys) : run.text)),
    );
  const inside = () => node.children.map((child) => draw(child, cite));
  if (node.type === 'component') {
    const { attributes, name } = node;
    if (name === 'Note')
      return h(
        'div',
        { class: `note note-${attributes['kind'] ?? 'information'}`, role: 'note' },
        h('p', { class: 'note-title' }, attributes['title'] ?? ''),
        inside(),
      );
    return h(
      'figure',
      { class: 'preview-file' },
      h('p', {}, attributes['src'] ?? ''),
      h('figcaption', {}, attributes['caption'] ?? attributes['alt'] ?? ''),
    );
  }
  const { tagName, properties } = node;
  const classes = properties['className'];
  if (tagName === 'code' && Array.isArray(classes) && classes.includes('language-math'))
    return h('span', { 'data-tex': plain(node), 'data-display': classes.includes('math-display') });
  if (
    tagName === 'pre' &&
    node.children.some(
      (child) =>
        child.type === 'element' &&
        Array.isArray(child.properties['className']) &&
        child.properties['className'].includes('language-math'),
    )
  )
    return h('div', { class: 'equation', 'data-tex': plain(node), 'data-display': true });
  if (tagName === 'img') return h('span', { class: 'preview-file' }, text(properties['alt']));
  const href = text(properties['href']);
  // Links of a preview lead nowhere: a draft is not left by a click.
  if (tagName === 'a') return h('span', { class: 'preview-link', title: href }, inside());
  const drawn = h(
    tagName,
    { start: typeof properties['start'] === 'number' ? properties['start'] : undefined },
    inside(),
  );
  return tagName === 'table' ? h('div', { class: 'table', tabindex: 0 }, drawn) : drawn;
}

const plain = (node: BodyNode): string =>
  node.type === 'text' ? node.value : node.children.map(plain).join('');

function named(options: readonly Option[] | undefined, ids: unknown): string {
  return (Array.isArray(ids) ? ids : [])
    .map((id: unknown) => options?.find((option) => option.id === id)?.label ?? String(id))
    .join(', ');
}

function keyline(facts: Facts, data: FormData): Tree | undefined {
  const { vocabularies, model } = data;
  const place =
    typeof facts['place'] === 'object' && facts['place'] !== null ? (facts['place'] as Facts) : {};
  const values: readonly (readonly [string, string])[] = [
    [
      'place',
      [text(place['name']), named(vocabularies.countries, place['countries'])]
        .filter((part) => part !== '')
        .join(', '),
    ],
    ['started', text(facts['started'])],
    ['ecosystems', named(vocabularies.ecosystems, facts['ecosystems'])],
    ['drivers', named(vocabularies.drivers, facts['drivers'])],
    ['interventions', named(vocabularies.interventions, facts['interventions'])],
    ['landUses', named(vocabularies['land-uses'], facts['landUses'])],
    ['scale', text(facts['scale'])],
    ['crew', text(facts['crew'])],
  ];
  const rows = values.flatMap(([key, value]) => {
    const field = model.fields.find((one) => one.key === key);
    return value === '' || !field
      ? []
      : [h('div', {}, h('dt', {}, labelOf(data.words, field, key)), h('dd', {}, value))];
  });
  return rows.length === 0 ? undefined : h('dl', { class: 'preview-facts' }, rows);
}

function outcomes(rows: readonly Facts[], { words, vocabularies }: FormData): Tree | undefined {
  if (rows.length === 0) return undefined;
  const unitOf = (row: Facts) => {
    const label =
      vocabularies.units?.find(({ id }) => id === row['unit'])?.label.split(' · ')[0] ?? text(row['unit']);
    return [label, text(row['substance'])].filter((part) => part !== '').join(' ');
  };
  const number = (row: Facts) => {
    const { value, low, high } = row as Record<string, unknown>;
    const shown =
      value ?? (low === undefined && high === undefined ? '' : `${String(low ?? '')}–${String(high ?? '')}`);
    return `${text(row['qualifier'])}${String(shown)}`;
  };
  return h(
    'div',
    { class: 'table', tabindex: 0 },
    h(
      'table',
      { class: 'outcomes' },
      h(
        'tbody',
        {},
        rows.map((row) => {
          const comparison =
            typeof row['comparison'] === 'object' && row['comparison'] !== null
              ? (row['comparison'] as Facts)
              : undefined;
          return h(
            'tr',
            {},
            h(
              'th',
              { scope: 'row' },
              text(row['label']) || '…',
              ' ',
              h('small', {}, choiceOf(words, 'outcomes.role', text(row['role']))),
            ),
            h('td', { class: 'value' }, number(row), ' ', unitOf(row), ' ', text(row['finding'])),
            h('td', {}, comparison ? `${number(comparison)} ${text(comparison['label'])}` : ''),
          );
        }),
      ),
    ),
  );
}

function steps(rows: readonly Facts[], cite: Cite): Tree | undefined {
  if (rows.length === 0) return undefined;
  return h(
    'ol',
    {},
    rows.map((row) => {
      const keys = Array.isArray(row['sources']) ? row['sources'].map(String) : [];
      return h(
        'li',
        {},
        text(row['text']),
        ' ',
        keys.length > 0 && cite(keys),
        h('br'),
        h('small', {}, text(row['requirement'])),
      );
    }),
  );
}

function sourceList(rows: readonly Facts[], words: Words): Tree | undefined {
  if (rows.length === 0) return undefined;
  return h(
    'section',
    {},
    h('h3', {}, say(words, 'field.sources')),
    h(
      'ol',
      { class: 'sources' },
      rows.map((row) => h('li', {}, toSource(row))),
    ),
  );
}
