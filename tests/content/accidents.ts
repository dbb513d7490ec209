import type { ProblemCode } from '../../src/guard/codes.ts';

/** A file that was good before somebody slipped. */
export interface Accident {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Any of these says it. */
  readonly codes: readonly ProblemCode[];
  /** Undefined where the whole file is meant. */
  readonly line: number | undefined;
  /** Whether --fix makes the good file of it again. */
  readonly mended: boolean;
}

type Slip = (text: string) => { readonly text: string; readonly line: number } | undefined;

interface Kind {
  readonly name: string;
  readonly codes: readonly ProblemCode[];
  readonly slip: Slip;
  readonly mended?: true;
}

/** Rewrites the first line that fits; `below` moves the line where the message stands. */
const line =
  (pattern: RegExp, to: string | ((...groups: string[]) => string), below = 0): Slip =>
  (text) => {
    const lines = text.split('\n');
    const at = lines.findIndex((one) => pattern.test(one));
    const found = lines[at];
    if (found === undefined) return undefined;
    const changed = typeof to === 'string' ? found.replace(pattern, to) : found.replace(pattern, to);
    if (changed === found) return undefined;
    lines[at] = changed;
    return { text: lines.join('\n'), line: at + 1 + below };
  };

/** Deletes the first line that fits; the message stands at the group that lacks it. */
const without =
  (pattern: RegExp, at: RegExp | number): Slip =>
  (text) => {
    const lines = text.split('\n');
    const index = lines.findIndex((one) => pattern.test(one));
    if (index < 0) return undefined;
    lines.splice(index, 1);
    const place =
      typeof at === 'number' ? at : lines.findLastIndex((one, here) => here < index && at.test(one)) + 1;
    return { text: lines.join('\n'), line: place };
  };

/** Adds a paragraph at the end of the story. */
const added =
  (paragraph: string, offset = 0): Slip =>
  (text) => {
    const body = `${text.trimEnd()}\n\n`;
    return { text: `${body}${paragraph}\n`, line: body.split('\n').length + offset };
  };

/** Adds a line of facts above the first that fits. */
const inserted =
  (before: RegExp, fact: string): Slip =>
  (text) => {
    const lines = text.split('\n');
    const at = lines.findIndex((one) => before.test(one));
    if (at < 0) return undefined;
    lines.splice(at, 0, fact);
    return { text: lines.join('\n'), line: at + 1 };
  };

const value = /^(\s+(?:value|low|high): )(-?\d+)\.(\d+)$/;
const whole = /^(\s+value: )(\d{1,3})(\d{3})$/;
const any = /^(\s+value: )(-?[\d.]+)$/;

/** Every slip that was thought of; each is tried on each good file that has what it spoils. */
const kinds: readonly Kind[] = [
  // Numbers.
  { name: 'a comma between thousands', codes: ['number-format'], slip: line(whole, '$1$2,$3 ha') },
  {
    name: 'round thousands with a comma',
    codes: ['number-format'],
    slip: line(/^(\s+value: )(\d{1,3})000$/, '$1$2,000'),
    mended: true,
  },
  { name: 'a space between thousands', codes: ['number-format'], slip: line(whole, '$1$2 $3'), mended: true },
  {
    name: 'a decimal comma',
    codes: ['number-format'],
    slip: line(/^(\s+(?:value|low|high): )(-?\d+)\.(\d{1,2})$/, '$1$2,$3'),
    mended: true,
  },
  {
    name: 'a decimal comma in quotes',
    codes: ['number-format'],
    slip: line(/^(\s+(?:value|low|high): )(-?\d+)\.(\d{1,2})$/, '$1"$2,$3"'),
    mended: true,
  },
  {
    name: 'full-width digits',
    codes: ['full-width'],
    slip: line(
      /^(\s+value: )(\d)(\d*)$/,
      (_, key = '', first = '', rest = '') => `${key}${String.fromCharCode(0xff10 + Number(first))}${rest}`,
    ),
    mended: true,
  },
  { name: 'a unit behind the number', codes: ['number-format'], slip: line(any, '$1$2 t/ha') },
  { name: 'about so much', codes: ['number-format'], slip: line(any, '$1about $2') },
  { name: 'plus or minus', codes: ['not-a-number', 'number-format'], slip: line(any, '$1$2 ± 3') },
  { name: 'a range as a value', codes: ['not-a-number', 'number-format'], slip: line(any, '$1$2 to 90') },
  { name: 'a number in words', codes: ['not-a-number'], slip: line(any, '$1forty') },
  {
    name: 'more than',
    codes: ['yaml-syntax', 'number-format', 'not-a-number', 'yaml-indentation'],
    slip: line(any, '$1>$2'),
  },
  { name: 'a number in quotes', codes: ['number-format'], slip: line(value, '$1"$2.$3"'), mended: true },
  {
    name: 'a minus sign of print',
    codes: ['number-format'],
    slip: line(/^(\s+value: )-([\d.]+)$/, '$1−$2'),
    mended: true,
  },
  { name: 'half a sample', codes: ['not-a-whole-number'], slip: line(/^(\s+n: )(\d+)$/, '$1$2.5') },
  { name: 'no sample', codes: ['too-small'], slip: line(/^(\s+n: )(\d+)$/, '$10') },
  { name: 'a level in percent', codes: ['confidence-level'], slip: inserted(/^ {4}unit: /, '    level: 95') },
  { name: 'half an interval', codes: ['interval-half'], slip: without(/^ {4}high: /, /^ {4}low: /) },
  {
    name: 'an interval upside down',
    codes: ['interval-upside-down'],
    slip: inserted(/^ {4}unit: /, '    low: 9e9\n    high: 1'),
  },
  { name: 'no figure', codes: ['no-figure'], slip: without(/^ {4}value: /, /^ {2}- id:/) },
  { name: 'an empty value', codes: ['not-a-number', 'number-format'], slip: line(any, '$1') },
  // Units.
  { name: 'hectares as ha', codes: ['unit'], slip: line(/^(\s+unit: )har$/, '$1ha'), mended: true },
  { name: 'per hectare as /ha', codes: ['unit'], slip: line(/^(\s+unit: )t\/har$/, '$1t/ha'), mended: true },
  {
    name: 'tC ha-1',
    codes: ['unit-substance'],
    slip: line(/^(\s+unit: )t\/har$/, '$1tC ha-1'),
    mended: true,
  },
  { name: 't C/ha', codes: ['unit-substance'], slip: line(/^(\s+unit: )t\/har$/, '$1t C/ha'), mended: true },
  {
    name: 't C ha−1 with signs of print',
    codes: ['unit-substance'],
    slip: line(/^(\s+unit: )t\/har$/, '$1t C ha⁻¹'),
    mended: true,
  },
  { name: 'a year as yr', codes: ['unit'], slip: line(/^(\s+unit: .*)\.a\)$/, '$1.yr)') },
  { name: 'percent in words', codes: ['unit'], slip: line(/^(\s+unit: )"?%"?$/, '$1percent'), mended: true },
  {
    name: 'a unit of another kind',
    codes: ['unit-kind'],
    slip: line(/^( {4}unit: )(?:t\/har|har|t)$/, '$1Cel'),
  },
  { name: 'a unit that does not exist', codes: ['unit'], slip: line(/^(\s+unit: ).+$/, '$1bushels') },
  {
    name: 'a substance that is left out',
    codes: ['missing-substance'],
    slip: without(/^ {4}substance: C$/, /^ {2}- id:/),
  },
  {
    name: 'carbon dioxide with a small o',
    codes: ['not-allowed'],
    slip: line(/^( {4}substance: )CO2$/, '$1Co2'),
  },
  // Places.
  {
    name: 'degrees with a letter',
    codes: ['coordinate-format'],
    slip: line(/^(\s+lat: )(\d+)(\.\d+)?$/, '$1$2$3°N'),
    mended: true,
  },
  {
    name: 'degrees and minutes',
    codes: ['coordinate-format'],
    slip: line(
      /^(\s+lat: )(\d+)\.(\d)$/,
      (_, key = '', degrees = '', tenths = '') => `${key}${degrees}°${Number(tenths) * 6}'N`,
    ),
    mended: true,
  },
  {
    name: 'a decimal comma in a place',
    codes: ['coordinate-format'],
    slip: line(/^(\s+lat: )(\d+)\.(\d+)$/, '$1$2,$3'),
    mended: true,
  },
  {
    name: 'east and west changed',
    codes: ['point-elsewhere'],
    slip: line(
      /^(\s+lon: )(-?)([\d.]+)$/,
      (_, key = '', sign = '', degrees = '') => `${key}${sign ? '' : '-'}${degrees}`,
      -2,
    ),
  },
  { name: 'a latitude of more than ninety', codes: ['latitude'], slip: line(/^(\s+lat: ).*$/, '$1139.3') },
  {
    name: 'a longitude of more than half the world',
    codes: ['longitude'],
    slip: line(/^(\s+lon: ).*$/, '$1365.2'),
  },
  {
    name: 'a country by two letters',
    codes: ['not-allowed'],
    slip: line(/^( {2}countries: \[)([A-Z]{2})[A-Z]/, '$1$2'),
  },
  {
    name: 'a country by its name',
    codes: ['not-allowed'],
    slip: line(/^( {2}countries: \[)[A-Z]{3}/, '$1Ethiopia'),
  },
  {
    name: 'a province by its name',
    codes: ['bad-subdivision'],
    slip: line(/^( {2}subdivisions: \[)[A-Z-]+/, '$1Shaanxi'),
  },
  // Dates.
  {
    name: 'a year without quotes',
    codes: ['not-text'],
    slip: line(/^started: "(\d{4})"$/, 'started: $1'),
    mended: true,
  },
  {
    name: 'a day as a spreadsheet counts',
    codes: ['excel-date'],
    slip: line(/^started: "\d{4}~?"$/, 'started: 36161'),
  },
  { name: 'a day with slashes', codes: ['bad-date'], slip: line(/^(.*date: )"2026-\d\d"/, '$12026/11/1') },
  { name: 'a day with points', codes: ['bad-date'], slip: line(/^(.*date: )"2026-\d\d"/, '$101.11.2026') },
  { name: 'a month in words', codes: ['bad-date'], slip: line(/^(.*date: )"2026-\d\d"/, '$1November 2026') },
  { name: 'about a year', codes: ['bad-date'], slip: line(/^started: "\d{4}~?"$/, 'started: ca. 1980') },
  {
    name: 'a year of a source without quotes',
    codes: ['not-text'],
    slip: line(/^( {4}issued: )"(\d{4})"$/, '$1$2'),
    mended: true,
  },
  // Typing.
  {
    name: 'curly quotes',
    codes: ['smart-quote'],
    slip: line(/^title: ([^"'].*)$/, 'title: “$1”'),
    mended: true,
  },
  {
    name: 'low curly quotes',
    codes: ['smart-quote'],
    slip: line(/^title: ([^"'].*)$/, 'title: „$1“'),
    mended: true,
  },
  {
    name: 'curly quotes around a year',
    codes: ['smart-quote'],
    slip: line(/^started: "(.*)"$/, 'started: “$1”'),
    mended: true,
  },
  {
    name: 'curly quotes in a list',
    codes: ['smart-quote'],
    slip: line(/^ecosystems: \[([A-Z\d.]+)/, 'ecosystems: [“$1”'),
    mended: true,
  },
  { name: 'a full-width colon', codes: ['full-width'], slip: line(/^licence: /, 'licence：'), mended: true },
  {
    name: 'a full-width comma in a list',
    codes: ['full-width'],
    slip: line(/^(drivers: \[[a-z-]+), /, '$1，'),
    mended: true,
  },
  {
    name: 'full-width brackets',
    codes: ['full-width'],
    slip: line(/^drivers: \[(.*)\]$/, 'drivers: ［$1］'),
    mended: true,
  },
  {
    name: 'a space that does not break',
    codes: ['odd-space'],
    slip: line(/^(licence: .*)$/, '$1\u00a0'),
    mended: true,
  },
  {
    name: 'a wide space before a value',
    codes: ['odd-space'],
    slip: line(/^restoration: /, 'restoration: \u3000'),
    mended: true,
  },
  { name: 'a tab for indentation', codes: ['yaml-tab'], slip: line(/^ {2}name: /, '\tname: '), mended: true },
  {
    name: 'one space too much',
    codes: ['yaml-indentation', 'yaml-colon', 'yaml-syntax'],
    slip: line(/^ {2}countries: /, '   countries: '),
  },
  {
    name: 'one space too few',
    codes: ['yaml-indentation', 'yaml-syntax', 'unknown-key'],
    slip: line(/^ {2}countries: /, ' countries: '),
  },
  { name: 'no space after the colon', codes: ['yaml-syntax'], slip: line(/^licence: /, 'licence:') },
  { name: 'no colon', codes: ['yaml-syntax'], slip: line(/^licence: /, 'licence ') },
  { name: 'a colon in the title', codes: ['yaml-colon'], slip: line(/^title: ([^"'\s]+) /, 'title: $1: ') },
  {
    name: 'a quote that is not closed',
    codes: ['yaml-quote'],
    slip: line(/^started: "(.*)"$/, 'started: "$1'),
  },
  {
    name: 'an apostrophe in quotes',
    codes: ['yaml-quote'],
    slip: line(/^started: "(\d+)(.*)"$/, "started: '$1's'"),
  },
  { name: 'a bracket that is not closed', codes: ['yaml-syntax'], slip: line(/^(ecosystems: .*)\]$/, '$1') },
  {
    name: 'a key that stands twice',
    codes: ['yaml-duplicate-key'],
    slip: inserted(/^outcomes:/, 'licence: CC0-1.0'),
  },
  { name: 'an at sign before words', codes: ['yaml-syntax'], slip: line(/^title: /, 'title: @') },
  { name: 'a percent sign before words', codes: ['yaml-syntax'], slip: line(/^title: /, 'title: %') },
  { name: 'an asterisk before words', codes: ['yaml-alias'], slip: line(/^title: (\w)/, 'title: *$1') },
  // Keys and values.
  ...[
    'summary',
    'licence',
    'ecosystems',
    'drivers',
    'interventions',
    'restoration',
    'outcomes',
    'sources',
  ].map(
    (key): Kind => ({
      name: `${key} misspelt`,
      codes: ['unknown-key'],
      slip: line(new RegExp(`^${key}:`), `${key.slice(0, 2)}${key.slice(3)}:`),
      mended: true,
    }),
  ),
  { name: 'a key with a capital', codes: ['unknown-key'], slip: line(/^title:/, 'Title:'), mended: true },
  {
    name: 'licence as Americans write it',
    codes: ['unknown-key'],
    slip: line(/^licence:/, 'license:'),
    mended: true,
  },
  { name: 'a key of another form', codes: ['unknown-key'], slip: inserted(/^licence:/, 'keywords: [soil]') },
  ...['title', 'licence', 'ecosystems', 'drivers', 'restoration', 'started'].map(
    (key): Kind => ({
      name: `${key} left out`,
      codes: ['missing-key', 'missing-choice'],
      slip: without(new RegExp(`^${key}: [^>]*$`), 2),
    }),
  ),
  { name: 'no role', codes: ['missing-choice'], slip: without(/^ {4}role: /, /^ {2}- id:/) },
  { name: 'no source of a figure', codes: ['missing-key'], slip: without(/^ {4}sources: \[/, /^ {2}- id:/) },
  {
    name: 'a licence with spaces',
    codes: ['not-allowed'],
    slip: line(/^licence: CC-BY-4.0$/, 'licence: CC BY 4.0'),
    mended: true,
  },
  {
    name: 'a licence in small letters',
    codes: ['not-allowed'],
    slip: line(/^licence: CC-BY-4.0$/, 'licence: cc-by-4.0'),
    mended: true,
  },
  {
    name: 'a licence that is not allowed',
    codes: ['not-allowed'],
    slip: line(/^licence: .*$/, 'licence: all rights reserved'),
  },
  {
    name: 'a driver misspelt',
    codes: ['not-allowed'],
    slip: line(/^(drivers: \[)(\w)(\w)/, '$1$2$3$3'),
    mended: true,
  },
  {
    name: 'a driver in other words',
    codes: ['not-allowed'],
    slip: line(/^(drivers: \[).*\]/, '$1too many goats]'),
  },
  { name: 'an intervention misspelt', codes: ['not-allowed'], slip: line(/^(interventions: \[\w)\w/, '$1') },
  {
    name: 'an ecosystem of an older list',
    codes: ['not-allowed'],
    slip: line(/^ecosystems: \[[^,\]]*/, 'ecosystems: [T99.9'),
  },
  { name: 'a role in other words', codes: ['not-allowed'], slip: line(/^( {4}role: ).*/, '$1result') },
  { name: 'an indicator misspelt', codes: ['not-allowed'], slip: line(/^( {4}indicator: )(\w+)-/, '$1$2_') },
  {
    name: 'a list that is one value',
    codes: ['not-a-list'],
    slip: line(/^drivers: \[([a-z-]+).*$/, 'drivers: $1'),
  },
  { name: 'an empty list', codes: ['too-few'], slip: line(/^drivers: \[.*$/, 'drivers: []') },
  { name: 'an empty title', codes: ['empty', 'not-text'], slip: line(/^title: .*$/, 'title: ""') },
  {
    name: 'a title of a paragraph',
    codes: ['too-long'],
    slip: line(/^title: .*$/, `title: ${'The restoration of the valley. '.repeat(8)}`),
  },
  { name: 'yes for true', codes: ['not-true-or-false'], slip: inserted(/^ {4}unit: /, '    confirmed: yes') },
  { name: 'an id with spaces', codes: ['bad-id'], slip: line(/^( {2}- id: )([a-z]+)-/, '$1$2 ') },
  { name: 'an id twice', codes: ['duplicate-id'], slip: (text) => twice(text) },
  {
    name: 'a depth upside down',
    codes: ['depth-upside-down'],
    slip: line(/depth: \{ top: 0, bottom: (\d+) \}/, 'depth: { top: $1, bottom: 0.1 }'),
  },
  { name: 'a depth as a range', codes: ['wrong-form'], slip: line(/^( {6}depth:) \{.*\}$/, '$1 0-30 cm') },
  {
    name: 'a review of nobody',
    codes: ['review-without-reviewers'],
    slip: line(/state: (?:compiled|submitted)/, 'state: reviewed'),
  },
  {
    name: 'the words of the template',
    codes: ['template-left'],
    slip: line(/^title: .*$/, 'title: Name of the project, as a reader would look for it'),
  },
  { name: 'a letter of another alphabet', codes: ['confusable'], slip: line(/^(title: .*)a/, '$1а') },
  { name: 'a word in the wrong encoding', codes: ['mojibake'], slip: line(/^(title: \S+)/, '$1Ã©') },
  { name: 'a lost letter', codes: ['lost-character'], slip: line(/^(title: \S+)/, '$1\ufffd') },
  { name: 'a space of no width', codes: ['invisible-character'], slip: line(/^(title: \S+)/, '$1\u200b') },
  // Sources.
  {
    name: 'a DOI as an address',
    codes: ['bad-doi'],
    slip: line(/^( {4}DOI: )(10\..*)$/, '$1https://doi.org/$2'),
    mended: true,
  },
  {
    name: 'a DOI with its name',
    codes: ['bad-doi'],
    slip: line(/^( {4}DOI: )(10\..*)$/, '$1"doi: $2"'),
    mended: true,
  },
  {
    name: 'an address without its beginning',
    codes: ['bad-address'],
    slip: line(/^( {4}URL: )https:\/\/(.*)$/, '$1$2'),
  },
  {
    name: 'a source misspelt in a fact',
    codes: ['unknown-source'],
    slip: line(/^( {4}sources: \[[a-z]{2})[a-z]/, '$1'),
  },
  {
    name: 'a source misspelt in the text',
    codes: ['unknown-source'],
    slip: line(/\[@([a-z]{2})[a-z]/, '[@$1'),
  },
  {
    name: 'a citation in another form',
    codes: ['citation-form'],
    slip: added('It was so [see @Author 2020].'),
  },
  { name: 'a source that nobody cites', codes: ['unused-source'], slip: (text) => unused(text) },
  {
    name: 'a model that does not exist',
    codes: ['dead-reference'],
    slip: line(/^(protocols|models|policies): \[/, '$1: [none-such, '),
  },
  { name: 'a protocol misspelt', codes: ['dead-reference'], slip: line(/^(protocols: \[\w+)\w-/, '$1-') },
  // Front matter.
  {
    name: 'a title before the facts',
    codes: ['front-matter-missing'],
    slip: (text) => ({ text: `# Our project\n${text}`, line: 1 }),
  },
  {
    name: 'an empty line before the facts',
    codes: ['front-matter-missing'],
    slip: (text) => ({ text: `\n${text}`, line: 1 }),
  },
  {
    name: 'dashes that Word made',
    codes: ['front-matter-missing'],
    slip: (text) => ({ text: text.replace('---', '—-'), line: 1 }),
  },
  {
    name: 'no end of the facts',
    codes: ['front-matter-open'],
    slip: (text) => ({ text: text.replace(/\n---\n/, '\n'), line: 1 }),
  },
  // The story.
  { name: 'a heading misspelt', codes: ['heading-unknown'], slip: line(/^## (\w)\w/, '## $1') },
  {
    name: 'a heading of their own',
    codes: ['heading-unknown'],
    slip: added('## Acknowledgements\n\nThanks.'),
  },
  { name: 'a heading of the highest level', codes: ['heading-level'], slip: line(/^## /, '# ') },
  {
    name: 'a heading twice',
    codes: ['heading-twice'],
    slip: (text) =>
      /^## (.+)$/m.test(text) ? added(`## ${/^## (.+)$/m.exec(text)?.[1]}\n\nMore.`)(text) : undefined,
  },
  { name: 'less than', codes: ['less-than'], slip: added('The difference was significant (p <0.05).') },
  {
    name: 'less than a letter',
    codes: ['less-than', 'component-open', 'text-syntax', 'html'],
    slip: added('Where x <y it fails.'),
  },
  { name: 'a brace', codes: ['braces'], slip: added('The set {1, 2} of plots.') },
  { name: 'bold as HTML', codes: ['html'], slip: added('A <b>large</b> effect.') },
  { name: 'a line break as HTML', codes: ['html'], slip: added('One<br>two.') },
  { name: 'an index as HTML', codes: ['html'], slip: added('CO<sub>2</sub> fell.') },
  { name: 'a comment', codes: ['html'], slip: added('<!-- to do: ask Tesfay -->') },
  {
    name: 'a note that is not closed',
    codes: ['component-open'],
    slip: added('<Note kind="caution" title="Stones">\n\nStones are not soil.'),
  },
  {
    name: 'a note of another kind',
    codes: ['attribute-value'],
    slip: added('<Note kind="warning" title="Stones">\n\nStones.\n\n</Note>'),
  },
  {
    name: 'a note without a title',
    codes: ['attribute-missing'],
    slip: added('<Note kind="caution">\n\nStones.\n\n</Note>'),
  },
  {
    name: 'a note with curly quotes',
    codes: ['component-open', 'less-than'],
    slip: added('<Note kind=“caution” title=“Stones”>\n\nStones.\n\n</Note>'),
  },
  {
    name: 'a component misspelt',
    codes: ['component'],
    slip: added('<Notes kind="caution" title="Stones">\n\nStones.\n\n</Notes>'),
  },
  {
    name: 'an attribute misspelt',
    codes: ['attribute-unknown'],
    slip: added('<Note kind="caution" titel="Stones">\n\nStones.\n\n</Note>'),
  },
  {
    name: 'a note in a list',
    codes: ['component-place'],
    slip: added('- <Note kind="caution" title="Stones">x</Note>'),
  },
  {
    name: 'a picture that was not sent',
    codes: ['missing-file'],
    slip: added('![A fenced plot](IMG_2034.JPG)'),
  },
  { name: 'a picture without words', codes: ['no-alt'], slip: added('![](plots.jpg)') },
  {
    name: 'a table that was not sent',
    codes: ['missing-file'],
    slip: added('<DataTable src="data.csv" caption="Plots" />'),
  },
  {
    name: 'an address without safety',
    codes: ['link-scheme'],
    slip: added('See [the report of 2019](http://example.org).'),
  },
  { name: 'a bare address', codes: ['link-scheme'], slip: added('See www.example.org for more.') },
  { name: 'an address in angles', codes: ['autolink'], slip: added('See <https://example.org>.') },
  {
    name: 'a link to a file of their computer',
    codes: ['link-scheme'],
    slip: added('See [the report](file:///C:/report.pdf).'),
  },
  {
    name: 'a link to a page that is not there',
    codes: ['dead-link'],
    slip: added('See [the protocol](/protocols/soil-carbon/).'),
  },
  {
    name: 'a link that says here',
    codes: ['link-text'],
    slip: added('Read it [here](https://example.org/report).'),
  },
  { name: 'an equation that is not closed', codes: ['equation'], slip: added('So $$\\frac{a$$ it is.') },
  { name: 'an import of habit', codes: ['import'], slip: added("import Note from '../Note.astro'") },
  {
    name: 'a claim without a baseline',
    codes: ['claim'],
    slip: (text) =>
      line(
        /^summary: (?!>)/,
        'summary: Carbon was sequestered. ',
      )(text.replaceAll(/baseline: \w+/g, 'baseline: none')),
  },
];

function twice(text: string): ReturnType<Slip> {
  const lines = text.split('\n');
  const ids = lines.flatMap((one, at) => (/^ {2}- id: [a-z]/.test(one) ? [{ one, at }] : []));
  const [first, second] = ids;
  if (!first || !second || lines.slice(first.at, second.at).some((one) => /^\S/.test(one))) return undefined;
  lines[second.at] = first.one;
  return { text: lines.join('\n'), line: second.at + 1 };
}

function unused(text: string): ReturnType<Slip> {
  const at = text.split('\n').indexOf('sources:');
  if (at < 0) return undefined;
  const lines = text.split('\n');
  lines.splice(at + 1, 0, '  - id: nobody-1999', '    type: report', '    title: Unread');
  return { text: lines.join('\n'), line: at + 2 };
}

/** Encodings in which a file may be saved by mistake; text that an encoding cannot hold is not tried in it. */
function saved(
  text: string,
): { name: string; codes: readonly ProblemCode[]; bytes: Uint8Array | undefined }[] {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const latin = [...text].every((character) => (character.codePointAt(0) ?? 0) < 256);
  return [
    { name: 'with a byte order mark', codes: ['byte-order-mark'], bytes: Buffer.from(`\ufeff${text}`) },
    { name: 'with CR LF', codes: ['line-endings'], bytes: Buffer.from(text.replaceAll('\n', '\r\n')) },
    { name: 'with CR', codes: ['line-endings'], bytes: Buffer.from(text.replaceAll('\n', '\r')) },
    {
      name: 'with CR LF and a mark',
      codes: ['byte-order-mark', 'line-endings'],
      bytes: Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`),
    },
    { name: 'in UTF-16', codes: ['encoding'], bytes: utf16 },
    { name: 'in UTF-16 the other way round', codes: ['encoding'], bytes: Buffer.from(utf16).swap16() },
    { name: 'in UTF-16 without a mark', codes: ['encoding'], bytes: utf16.subarray(2) },
    {
      name: 'in windows-1252',
      codes: ['encoding'],
      bytes: latin && /[\u0080-\u00ff]/.test(text) ? Buffer.from(text, 'latin1') : undefined,
    },
  ];
}

export interface GoodFile {
  readonly name: string;
  readonly text: string;
}

/** Of each kind so many are tried, on other files in turn. */
const ofEach = 3;

/** Every kind of accident, each on several of the good files that it can happen to. */
export function accidents(files: readonly GoodFile[]): (Accident & { readonly good: GoodFile })[] {
  const slips = kinds.flatMap(({ name, codes, slip, mended }, turn) => {
    const ordered = files.map((_, at) => files[(at + turn) % files.length]);
    return ordered
      .flatMap((good) => {
        const spoilt = good && slip(good.text);
        if (!good || !spoilt) return [];
        const bytes = Buffer.from(spoilt.text);
        return [
          { name: `${good.name}: ${name}`, bytes, codes, line: spoilt.line, mended: mended === true, good },
        ];
      })
      .slice(0, ofEach);
  });
  const wronglySaved = files
    .slice(-ofEach)
    .flatMap((good) =>
      saved(good.text).flatMap(({ name, codes, bytes }) =>
        bytes ? [{ name: `${good.name}: ${name}`, bytes, codes, line: undefined, mended: true, good }] : [],
      ),
    );
  return [...slips, ...wronglySaved];
}

/** How many kinds of slips there are; each must have happened. */
export const accidentKinds: readonly string[] = kinds.map(({ name }) => name);
