import type { z } from 'zod';
import { sayProblem } from '../guard/say-problem.ts';
import type { Locale } from '../i18n/locales.ts';
import { isMessageKey, translateId, translator } from '../i18n/translate.ts';
import { collections } from '../schemas/collections.ts';
import { explain } from '../schemas/explain.ts';
import { labelOf, vocabularies } from '../schemas/vocabulary.ts';
import { keysAt } from '../schemas/walk.ts';
import { planOf } from '../sheets/book.ts';
import { fromCell } from '../sheets/cells.ts';
import type { Field, Part } from '../sheets/fields.ts';
import { type Fields, setAt, valueAt } from '../sheets/paths.ts';
import {
  type AskedCollection,
  choiceWords,
  type ListQuestions,
  type Questions,
  questions,
} from './questions.ts';
import { schemaAt } from './schema-at.ts';
import { slugOf } from './slug.ts';
import type { Terminal } from './terminal.ts';

/** What has been answered so far; it grows with every answer, so that nothing is lost when somebody stops. */
export interface Draft {
  slug?: string;
  readonly facts: Fields;
  /** The story by section. */
  readonly text: Record<string, string>;
}

interface Interview {
  readonly collection: AskedCollection;
  readonly language: Locale;
  readonly terminal: Terminal;
  readonly draft: Draft;
  readonly record: Part;
}

/** Asks for everything a quick contribution needs that the draft does not hold yet. */
export async function interview(
  collection: AskedCollection,
  draft: Draft,
  terminal: Terminal,
  language: Locale,
  isTaken: (slug: string) => boolean,
  today: string,
): Promise<void> {
  const asked: Questions = questions[collection];
  const { part } = planOf(collection).main;
  if (!part) throw new Error(`${collection} has no fields`);
  const one: Interview = { collection, language, terminal, draft, record: part };
  for (const [key, value] of Object.entries(asked.preset(today))) draft.facts[key] ??= value;
  for (const name of asked.fields) await askField(one, part, draft.facts, name, '');
  for (const list of asked.lists) await askList(one, list);
  await mend(one, part, draft.facts, '', collections[collection].schema);
  await askStory(one);
  await askSlug(one, isTaken);
}

async function askList(one: Interview, list: ListQuestions): Promise<void> {
  const { terminal, language, draft, record, collection } = one;
  const t = translator(language);
  const part = record.parts.find(({ name }) => name === list.name);
  const schema = schemaAt(collections[collection].schema, [list.name, '0']);
  if (!part || !schema) return;
  const items = draft.facts[list.name] as Fields[];
  const complete = async (item: Fields): Promise<void> => {
    for (const field of list.fields) await askField(one, part, item, field, list.name);
    item['id'] ??= freeId(slugOf(list.id(item)) || list.name, items);
    await mend(one, part, item, list.name, schema);
  };
  for (const item of items) await complete(item);
  while (isYes(await terminal.ask(t(list.more)), t('ask.yes'))) {
    const item: Fields = {};
    items.push(item);
    await complete(item);
  }
}

const isYes = (answer: string, yes: string): boolean =>
  /^(y|yes|是)/i.test(answer) || answer.toLowerCase().startsWith(yes);

/** An id that no item of the list has. */
function freeId(wanted: string, items: readonly Fields[]): string {
  const taken = new Set(items.map(({ id }) => id));
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}

/** Asks again for whatever the schema finds wrong in a finished record, until nothing is. */
async function mend(
  one: Interview,
  part: Part,
  record: Fields,
  list: string,
  schema: z.ZodType,
): Promise<void> {
  const t = translator(one.language);
  for (;;) {
    const result = schema.safeParse(record);
    if (result.success) return;
    one.terminal.say(`\n${t('ask.mend')}`);
    const again = new Set<string>();
    for (const issue of result.error.issues) {
      for (const sentence of sentences(one, issue, record, schema)) one.terminal.say(`  ${sentence}`);
      const at = issue.path.filter((key) => typeof key !== 'number').join('.');
      for (const name of fieldsAt(part, at)) again.add(name);
    }
    if (again.size === 0) return;
    for (const name of again) {
      setAt(record, name.split('.'), undefined);
      await askField(one, part, record, name, list);
    }
    dropEmpty(record);
  }
}

/** The field at a path, or what a group of fields there cannot do without. */
function fieldsAt({ fields }: Part, path: string): string[] {
  const own = fields.filter(
    ({ name }) => name === path && !fields.some((other) => other.name.startsWith(`${path}.`)),
  );
  if (own.length > 0) return [path];
  const below = fields.filter(({ name }) => name.startsWith(`${path}.`));
  const needed = below.filter(({ requiredWith }) => requiredWith === path);
  return (needed.length > 0 ? needed : below).map(({ name }) => name);
}

/** Takes out keys without a value, and groups without keys. */
function dropEmpty(record: Fields): void {
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      dropEmpty(value as Fields);
      if (Object.keys(value).length === 0) delete record[key];
    } else if (value === undefined) delete record[key];
  }
}

async function askField(
  one: Interview,
  part: Part,
  record: Fields,
  name: string,
  list: string,
): Promise<void> {
  const { language, terminal } = one;
  const t = translator(language);
  const field = part.fields.find((candidate) => candidate.name === name);
  const path = name.split('.');
  if (!field || valueAt(record, path) !== undefined) return;
  const full = list === '' ? name : `${list}.${name}`;
  const usual = usualAnswer(one, full);
  const needed = field.required || field.requiredWith !== undefined;
  const choices = choicesOf(one, field, full);
  const lines = [
    questionOf(one, field, full) +
      (usual ? ` [${t('ask.usual', { value: usual })}]` : needed ? '' : ` [${t('ask.optional')}]`),
    ...shownChoices(one, choices),
  ];
  for (;;) {
    const answer =
      (await terminal.ask(
        lines.join('\n'),
        choices.map(({ id }) => id),
      )) || usual;
    if (answer.startsWith('?')) {
      help(one, field, choices, answer.slice(1).trim());
      continue;
    }
    if (answer === '') {
      if (!needed) return;
      terminal.say(`  ${t('ask.needed')}`);
      continue;
    }
    const value = fromCell(field, answer);
    const wrong = problemsOf(one, list, path, value);
    if (wrong.length === 0) {
      setAt(record, path, value);
      return;
    }
    for (const sentence of wrong) terminal.say(`  ${sentence}`);
  }
}

/** What the schema says of one answer, before anything around it is known. */
function problemsOf(one: Interview, list: string, path: readonly string[], value: unknown): string[] {
  const whole: z.ZodType = collections[one.collection].schema;
  const schema = schemaAt(whole, list === '' ? path : [list, '0', ...path]);
  const result = schema?.safeParse(value);
  if (!result || result.success) return [];
  const facts: Fields = {};
  setAt(facts, path, value);
  return result.error.issues.flatMap((issue) =>
    sentences(one, { ...issue, path: [...path, ...issue.path] }, facts, whole),
  );
}

function sentences(
  { language }: Interview,
  issue: z.core.$ZodIssue,
  data: unknown,
  schema: z.ZodType,
): string[] {
  const place = () => ({ line: 1, column: 1 });
  return explain([issue], { data, problems: [], place }, '', {
    keysAt: (path) => keysAt(schema, path),
    factsAt: () => [],
  }).map((problem) => {
    const { message, hint } = sayProblem(problem, language);
    return `${message} ${hint}`;
  });
}

function questionOf({ language }: Interview, field: Field, full: string): string {
  const key = `ask.${full}`;
  return isMessageKey(key) ? translator(language)(key) : `${full}: ${field.description}`;
}

/** Source ids of this contribution are taken where there is only one; a licence and a kind of source are usual. */
function usualAnswer({ draft }: Interview, full: string): string {
  if (full === 'licence') return 'CC-BY-4.0';
  if (full === 'sources.type') return 'article-journal';
  if (!full.endsWith('.sources')) return '';
  const ids = sourceIds(draft);
  return ids.length === 1 ? (ids[0] ?? '') : '';
}

const sourceIds = ({ facts }: Draft): string[] =>
  ((facts['sources'] ?? []) as Fields[]).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));

interface Choice {
  readonly id: string;
  readonly label: string;
}

function choicesOf(
  { language, draft }: Interview,
  { options, vocabulary, suggests }: Field,
  full: string,
): Choice[] {
  if (full.endsWith('.sources')) return sourceIds(draft).map((id) => ({ id, label: '' }));
  const name = vocabulary ?? suggests;
  if (name)
    return Object.entries(vocabularies[name].entries).map(([id, entry]) => ({
      id,
      label: labelOf(entry, id, language).text,
    }));
  const words = choiceWords[full];
  return options.map((id) => ({
    id,
    label: words && isMessageKey(`${words}.${id}`) ? translateId(translator(language), words, id) : '',
  }));
}

const printed = ({ id, label }: Choice): string => `  ${id}${label && label !== id ? `  ${label}` : ''}`;
const fewChoices = 12;

function shownChoices({ language }: Interview, choices: readonly Choice[]): string[] {
  if (choices.length === 0) return [];
  if (choices.length <= fewChoices) return choices.map(printed);
  return [
    `  ${translator(language)('ask.choices', { count: choices.length })}`,
    ...choices.slice(0, 4).map(printed),
    '  …',
  ];
}

function help(
  { terminal }: Interview,
  { description }: Field,
  choices: readonly Choice[],
  word: string,
): void {
  const wanted = word.toLowerCase();
  terminal.say(`  ${description}`);
  for (const choice of choices
    .filter(({ id, label }) => `${id} ${label}`.toLowerCase().includes(wanted))
    .slice(0, 60))
    terminal.say(printed(choice));
}

async function askStory({ collection, draft, terminal, language }: Interview): Promise<void> {
  const t = translator(language);
  for (const section of collections[collection].sections) {
    if (draft.text[section] !== undefined) continue;
    const heading = translateId(t, `section.${collection}`, section);
    draft.text[section] = await terminal.ask(t('ask.story', { heading }));
  }
}

async function askSlug(one: Interview, isTaken: (slug: string) => boolean): Promise<void> {
  const { draft, terminal, language, collection } = one;
  const t = translator(language);
  const proposed = slugOf(String(draft.facts['title'] ?? ''));
  while (draft.slug === undefined) {
    const usual = proposed === '' || isTaken(proposed) ? '' : proposed;
    const question = t('ask.slug') + (usual ? ` [${t('ask.usual', { value: usual })}]` : '');
    const answer = (await terminal.ask(question)) || usual;
    if (answer !== slugOf(answer))
      terminal.say(
        `  ${sayProblem({ code: 'slug', values: { name: answer, suggestion: slugOf(answer) } }, language).message}`,
      );
    else if (answer === '') terminal.say(`  ${t('ask.needed')}`);
    else if (isTaken(answer))
      terminal.say(`  ${t('ask.exists', { file: `content/${collection}/${answer}` })}`);
    else draft.slug = answer;
  }
}
