import type { Locale } from '../../i18n/locales.ts';
import { filler, type Message } from '../../i18n/message.ts';
import { type Answers, answersOf } from '../../synthesis/all.ts';
import { renderAnswer, renderOpen, renderOverview } from '../../synthesis/render.ts';
import { rScript, usedRowsCsv } from '../../synthesis/reproduce.ts';
import type { SynthesisRow } from '../../synthesis/row.ts';
import { readSettings, type Settings, writeSettings } from '../../synthesis/settings.ts';
import type { SetFacts, SynthesisWords } from '../../synthesis/words.ts';
import { fetchJson } from '../fetch-json.ts';

/** The file of rows and words, as the build writes it. */
interface Data {
  readonly locale: Locale;
  readonly rows: readonly SynthesisRow[];
  readonly messages: Readonly<Record<string, Message>>;
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly sets: Readonly<Record<string, SetFacts>>;
  readonly citations: Readonly<Record<string, string>>;
  readonly files: string;
}

/** Answers anew whenever the form or the address changes. */
export async function answerAnew(host: HTMLElement): Promise<void> {
  const form = find(host, 'form', HTMLFormElement);
  const data = await fetchJson<Data>(host.dataset['rows'] ?? '');
  const words = wordsOf(data);
  let answers: Answers;

  const show = (settings: Settings) => {
    answers = answersOf(data.rows, settings);
    find(host, '[data-overview]', HTMLElement).innerHTML = renderOverview(answers.pooled, words);
    find(host, '[data-answers]', HTMLElement).innerHTML = answers.pooled
      .map((one) => renderAnswer(one, words))
      .join('');
    find(host, '[data-open]', HTMLElement).innerHTML = renderOpen(answers.open, words);
    const { pooled, open, rows } = answers;
    find(host, '[data-status]', HTMLElement).textContent = words.say('synthesis.status', {
      ...{ pooled: pooled.length, open: open.length, rows },
    });
  };
  const chosen = () =>
    readSettings(new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])));
  const change = () => {
    const settings = chosen();
    const query = writeSettings(settings);
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
    show(settings);
  };
  const readAddress = () => {
    const settings = readSettings(new URLSearchParams(location.search));
    fillForm(form, settings);
    show(settings);
  };

  host.addEventListener('change', change);
  host.addEventListener('submit', change);
  form.addEventListener('reset', () => setTimeout(change));
  addEventListener('popstate', readAddress);
  host.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-file]') : null;
    const one = answers.pooled.find(({ question }) => question.id === link?.dataset['question']);
    if (!link || !one) return;
    event.preventDefault();
    const csv = link.dataset['file'] === 'csv';
    save(link.download, csv ? usedRowsCsv(one, words) : rScript(one), csv ? 'text/csv' : 'text/plain');
  });
  if (new FormData(form).values().some((value) => value !== '') && location.search === '') change();
  else readAddress();
}

function wordsOf({ locale, messages, labels, sets, citations, files }: Data): SynthesisWords {
  const fill = filler(locale);
  return {
    locale,
    say: (key, values = {}) => {
      const message = messages[key];
      if (message === undefined) throw new Error(`no message "${key}"`);
      return fill(message, values);
    },
    label: (kind, id) => labels[kind]?.[id] ?? id,
    set: (id) => {
      const facts = sets[id];
      if (!facts) throw new Error(`no data set ${id}`);
      return facts;
    },
    citation: (dataset, source) => citations[`${dataset}/${source}`] ?? '',
    file: (name) => files + name,
  };
}

/** The form says what the address says. */
function fillForm(form: HTMLFormElement, settings: Settings): void {
  const values: Readonly<Record<string, string>> = {
    ...settings.filters,
    missing: settings.missing,
    correlation: String(settings.correlation),
    subgroups: settings.subgroups,
  };
  for (const select of form.querySelectorAll('select')) select.value = values[select.name] ?? '';
}

function save(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function find<Found extends Element>(host: Element, selector: string, kind: new () => Found): Found {
  const found = host.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the synthesis lacks ${selector}`);
  return found;
}
