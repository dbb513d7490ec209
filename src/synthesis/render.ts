import { localeFacts } from '../i18n/locales.ts';
import { escapeHtml, typeset } from '../i18n/typeset.ts';
import type { Pooled } from '../science/meta-analysis/model.ts';
import type { Answer, AnsweredStudy, Synthesis } from './answer.ts';
import { drawForest, drawFunnel } from './plots.ts';
import { fileName, filledOf } from './reproduce.ts';
import { studyName } from './row.ts';
import { fewestStudies } from './settings.ts';
import { figures, number, percent, pValue, rowHref, type SynthesisWords } from './words.ts';

/** An answer as HTML, the same in the build and in a browser. */
export function renderAnswer(answer: Answer, words: SynthesisWords): string {
  const { question, synthesis } = answer;
  const id = question.id;
  const say = (key: string, values = {}) => typeset(words.say(key, values));
  const sets = datasetsOf(answer).map((dataset) => `<bdi>${typeset(words.set(dataset).title)}</bdi>`);
  const against = [say(`synthesis.comparator.${question.comparator}`), ...sets].join(' · ');
  const head = `<h3 id="${id}-title">${typeset(questionName(answer, words))}</h3><p class="synthesis-against">${against}</p>`;
  if (synthesis === null) return '';
  const title = `${words.say('synthesis.forest')}: ${questionName(answer, words)}`;
  const says = words.say('synthesis.forest.says');
  const forest = drawForest(answer, synthesis, words, { id: `${id}-forest`, title, says });
  return [
    `<section class="synthesis" id="${id}" aria-labelledby="${id}-title">`,
    head,
    `<p class="synthesis-says">${sentence(answer, words)}</p>`,
    certainty(answer, words),
    facts(answer, synthesis, words),
    `<figure class="figure"><p class="figure-says">${typeset(says)}</p>${forest}</figure>`,
    studyTable(answer, synthesis, words),
    checks(answer, synthesis, words),
    cautions(answer, words),
    asideRows(answer, words),
    reproduce(answer, words),
    '</section>',
  ].join('');
}

/** What was done and what was measured: the name of a question. */
export function questionName({ question }: Pick<Answer, 'question'>, words: SynthesisWords): string {
  return `${words.label('intervention', question.intervention)}: ${words.label('indicator', question.indicator)}`;
}

/** The answer in one plain sentence, and where a further place may lie. */
export function sentence(
  { question, synthesis, certainty: { direction }, studies }: Answer,
  words: SynthesisWords,
): string {
  if (!synthesis) return '';
  const { estimate, low, high, prediction } = synthesis.pooled;
  const print = (value: number) => isolated(percent(value, words.locale), words.locale);
  const said = words.say(`synthesis.says.${direction}.${question.comparator}`, {
    ...{ effect: print(estimate), count: studies.length },
    ...{ low: print(low ?? estimate), high: print(high ?? estimate) },
  });
  const further =
    prediction &&
    words.say('synthesis.says.prediction', { low: print(prediction.low), high: print(prediction.high) });
  return typeset(further ? `${said} ${further}` : said);
}

/** A figure keeps its sign on its own side in a sentence that is written from the right. */
function isolated(text: string, locale: SynthesisWords['locale']): string {
  return localeFacts[locale].direction === 'rtl' ? `\u2066${text}\u2069` : text;
}

function certainty({ certainty: { level, reasons } }: Answer, words: SynthesisWords): string {
  const because = reasons.map((reason) => words.say(`synthesis.reason.${reason}`)).join('; ');
  const level_ = words.say(`synthesis.certainty.${level}`);
  return `<p class="synthesis-certainty" data-level="${level}">${typeset(words.say('synthesis.certainty'))}: <strong>${typeset(level_)}</strong>${because === '' ? '' : ` (${typeset(because)})`}</p>`;
}

function facts(
  { question, studies, comparisons, sources }: Answer,
  { pooled }: Synthesis,
  words: SynthesisWords,
): string {
  const { locale } = words;
  const { tau2, i2, q, qDf, qP, prediction } = pooled;
  const list: readonly (readonly [string, string])[] = [
    [words.say('synthesis.effect'), interval(pooled, words)],
    [
      words.say('synthesis.prediction'),
      prediction ? `${percent(prediction.low, locale)} … ${percent(prediction.high, locale)}` : '—',
    ],
    [words.say('synthesis.studies'), String(studies.length)],
    [words.say('synthesis.comparisons'), String(comparisons.length)],
    [words.say('synthesis.sources'), String(sources.length)],
    ['τ²', number(tau2, locale)],
    ['I²', `${number(i2, locale, 2)}\u202f%`],
    ['Q', `${number(q, locale)} (${qDf}; p = ${pValue(qP, locale)})`],
  ];
  const items = list.map(
    ([term, value]) =>
      `<div><dt>${escapeHtml(term)}</dt><dd><a href="#${question.id}-studies">${figures(value)}</a></dd></div>`,
  );
  return `<dl class="synthesis-facts">${items.join('')}</dl>`;
}

function interval(
  { estimate, low, high }: Pick<Pooled, 'estimate' | 'low' | 'high'>,
  { locale }: SynthesisWords,
): string {
  const mean = percent(estimate, locale);
  return low === null || high === null
    ? mean
    : `${mean} (${percent(low, locale)} … ${percent(high, locale)})`;
}

type Cell = string;

function table(head: readonly string[], rows: readonly (readonly Cell[])[], label: string): string {
  const columns = head.map((name) => `<th scope="col">${typeset(name)}</th>`).join('');
  const lines = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="table" tabindex="0"><table aria-label="${escapeHtml(label)}"><thead><tr>${columns}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

function studyTable(
  { question, studies }: Answer,
  { leaveOneOut }: Synthesis,
  words: SynthesisWords,
): string {
  const say = (key: string) => words.say(`synthesis.${key}`);
  const head = ['study', 'effect', 'weight', 'years', 'without', 'rows'].map((name) => say(`column.${name}`));
  const rows = studies.map((one, index) => {
    const without = leaveOneOut[index];
    return [
      firstRow(one, words),
      figures(interval({ ...one, estimate: one.effect }, words)),
      figures(number(one.weight, words.locale)),
      figures(number(one.years, words.locale)),
      without ? figures(interval(without, words)) : '',
      rowLinks(one, words),
    ];
  });
  return `<details class="synthesis-more" id="${question.id}-studies" open><summary>${typeset(say('table'))}</summary>${table(head, rows, say('table'))}</details>`;
}

function firstRow({ study, comparisons }: AnsweredStudy, words: SynthesisWords): string {
  const row = comparisons[0]?.parts[0]?.row;
  const name = escapeHtml(studyName(study));
  return row ? `<a href="${rowHref(words, row)}"><bdi>${name}</bdi></a>` : name;
}

function rowLinks({ comparisons }: AnsweredStudy, words: SynthesisWords): string {
  return comparisons
    .flatMap(({ parts }) => parts)
    .map(({ row }, index) => `<a href="${rowHref(words, row)}">${index + 1}</a>`)
    .join(' ');
}

function checks(answer: Answer, synthesis: Synthesis, words: SynthesisWords): string {
  const { locale } = words;
  const { egger, robust, sensitivity, years, groups } = synthesis;
  const say = (key: string, values = {}) => words.say(`synthesis.${key}`, values);
  const lines: (readonly [string, string])[] = [
    ...sensitivity.map(({ correlation, pooled }): [string, string] => [
      say('sensitivity', { correlation: number(correlation, locale) }),
      interval(pooled, words),
    ]),
    ...(robust ? [[say('robust'), interval(robust, words)] as const] : []),
    ...(years
      ? [
          [
            say('years', { count: years.k }),
            `${interval(years.slope, words)}; p = ${pValue(years.slope.p, locale)}`,
          ] as const,
        ]
      : []),
    ...(groups?.groups.map(
      ({ name, pooled }) =>
        [`${groupName(groups.by, name, words)} (${pooled.k})`, interval(pooled, words)] as const,
    ) ?? []),
  ];
  const notes = [
    ...(groups ? [say('groups', { name: say(`subgroups.${groups.by}`), p: pValue(groups.p, locale) })] : []),
    ...(answer.nearZero > 0 ? [say('near-zero', { count: answer.nearZero })] : []),
    ...(filledOf(answer.comparisons) > 0 ? [say('filled', { count: filledOf(answer.comparisons) })] : []),
    ...(egger ? [say('egger', { t: number(egger.t, locale), p: pValue(egger.p, locale) })] : []),
  ];
  const id = `${answer.question.id}-funnel`;
  const title = `${say('funnel')}: ${questionName(answer, words)}`;
  const said = { id, title, says: say('funnel.says') };
  const funnel = drawFunnel(answer, synthesis, words, said);
  const pairs = lines.map(([name, value]) => [typeset(name), figures(value)]);
  const head = [say('column.question'), say('column.effect')];
  return [
    `<details class="synthesis-more"><summary>${typeset(say('checks'))}</summary>`,
    pairs.length === 0 ? '' : table(head, pairs, say('checks')),
    ...notes.map((note) => `<p class="quiet">${typeset(note)}</p>`),
    `<figure class="figure"><p class="figure-says">${typeset(say('funnel.says'))}</p>${funnel}</figure></details>`,
  ].join('');
}

function groupName(by: string, name: string, words: SynthesisWords): string {
  if (name === '') return '—';
  return by === 'country' || by === 'ecosystem' || by === 'dataset' ? words.label(by, name) : name;
}

function cautions(answer: Answer, words: SynthesisWords): string {
  const { question, sources, comparisons } = answer;
  const countries = [...new Set(comparisons.flatMap(({ parts }) => parts.map(({ row }) => row.country)))];
  const named = countries.map((code) => words.label('country', code)).join(', ');
  const keys = [
    'cause',
    'place',
    ...(question.comparator === 'reference' ? ['reference'] : []),
    ...(question.indicator === 'ecosystem-respiration' ? ['respiration'] : []),
    ...(question.indicator === 'soil-organic-carbon-stock' ? ['stock'] : []),
    ...(sources.length < 2 ? ['one-project'] : []),
  ];
  const items = keys.map(
    (key) => `<li>${typeset(words.say(`synthesis.caution.${key}`, { countries: named }))}</li>`,
  );
  return `<h4>${typeset(words.say('synthesis.caution'))}</h4><ul>${items.join('')}</ul>`;
}

/** Rows that entered nothing, by their reasons, each a link to its place. */
export function asideRows({ aside }: Answer, words: SynthesisWords): string {
  if (aside.length === 0) return '';
  const byReason = new Map<string, string[]>();
  for (const { row, reasons } of aside) {
    const key = reasons.map((reason) => words.say(`synthesis.aside.${reason}`)).join('; ');
    const links = byReason.get(key) ?? [];
    byReason.set(key, [...links, `<a href="${rowHref(words, row)}">${links.length + 1}</a>`]);
  }
  const items = [...byReason].map(([reason, links]) => `<li>${typeset(reason)}: ${links.join(' ')}</li>`);
  return `<details class="synthesis-more"><summary>${typeset(words.say('synthesis.aside'))} (${aside.length})</summary><ul>${items.join('')}</ul></details>`;
}

function reproduce(answer: Answer, words: SynthesisWords): string {
  const { settings, question } = answer;
  const say = (key: string, values = {}) => typeset(words.say(`synthesis.${key}`, values));
  const sets = datasetsOf(answer).map((id) => {
    const { title, address, licence, attribution, origin } = words.set(id);
    return `<li><a href="${address}"><bdi>${typeset(title)}</bdi></a>. <bdi lang="en">${typeset(attribution)} ${typeset(licence)}</bdi>. ${say(`origin.${origin}`)}.</li>`;
  });
  const file = (kind: 'csv' | 'R', text: string) =>
    `<a href="${words.file(`${question.id}.${kind}`)}" download="${fileName(answer)}.${kind}" data-file="${kind}" data-question="${question.id}">${text}</a>`;
  const missing = words.say(`synthesis.missing.${settings.missing}`);
  const correlation = number(settings.correlation, words.locale);
  return [
    `<details class="synthesis-more"><summary>${say('reproduce')}</summary><p>${say('reproduce.text')}</p>`,
    `<p>${file('csv', say('reproduce.csv'))} · ${file('R', say('reproduce.script'))}</p>`,
    `<p class="quiet">${say('settings', { correlation, missing })}</p></details>`,
    `<h4>${say('data')}</h4><ul class="synthesis-data">${sets.join('')}</ul>`,
  ].join('');
}

function datasetsOf({ comparisons }: Answer): string[] {
  return [...new Set(comparisons.flatMap(({ parts }) => parts.map(({ row }) => row.dataset)))];
}

/** All pooled answers in one table, each leading to its section. */
export function renderOverview(answers: readonly Answer[], words: SynthesisWords): string {
  const rows = answers.flatMap((answer) => {
    const { question, synthesis, studies, sources, certainty: found } = answer;
    if (!synthesis) return [];
    const against = words.say(`synthesis.comparator.${question.comparator}`);
    return [
      [
        `<a href="#${question.id}">${typeset(questionName(answer, words))}</a> <small>${typeset(against)}</small>`,
        figures(interval(synthesis.pooled, words)),
        typeset(words.say(`synthesis.certainty.${found.level}`)),
        String(studies.length),
        String(sources.length),
      ],
    ];
  });
  const head = ['column.question', 'column.effect', 'certainty', 'studies', 'sources'];
  const names = head.map((key) => words.say(`synthesis.${key}`));
  return rows.length === 0 ? '' : table(names, rows, words.say('synthesis.pooled-questions'));
}

/** The questions that are not pooled, with what is there and why. */
export function renderOpen(answers: readonly Answer[], words: SynthesisWords): string {
  const say = (key: string, values = {}) => words.say(`synthesis.${key}`, values);
  const rows = answers.map((answer) => {
    const { question, studies, certainty: counted } = answer;
    const against = say(`comparator.${question.comparator}`);
    const few = say('too-few', { count: studies.length, needed: fewestStudies });
    const links = question.rows
      .map((row, index) => `<a href="${rowHref(words, row)}">${index + 1}</a>`)
      .join(' ');
    const reasons = [...new Set(answer.aside.flatMap((one) => one.reasons))].map((reason) =>
      say(`aside.${reason}`),
    );
    const directions =
      studies.length > 0 ? [say('counted', { above: counted.above, below: counted.below })] : [];
    return [
      `<span id="${question.id}">${typeset(questionName(answer, words))}</span> <small>${typeset(against)}</small>`,
      links,
      typeset([few, ...reasons, ...directions].join('; ')),
    ];
  });
  const head = ['column.question', 'column.rows', 'column.why'].map((key) => say(key));
  return rows.length === 0 ? '' : table(head, rows, say('open'));
}
