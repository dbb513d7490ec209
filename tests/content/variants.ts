import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ProblemCode } from '../../src/guard/codes.ts';
import type { soundFolder } from './corpus.ts';

export const english = 'case-studies/fenced-valley/index.mdx';
export const chinese = 'case-studies/fenced-valley/zh.mdx';
export const model = 'management-models/rest-from-grazing/index.mdx';

export type Folder = ReturnType<typeof soundFolder>;

export interface Variant {
  readonly name: string;
  readonly code: ProblemCode;
  readonly file: string;
  /** Text of the line that is wrong, as it stands in the broken file; the first line where there is none. */
  readonly at?: string;
  /** Words the message or hint must hold. */
  readonly says?: string;
  spoil(folder: Folder): void;
}

/** Replaces a text in a file; fails when it is not there, so that no variant is broken by accident. */
export const change = (file: string, from: string, to: string) => (folder: Folder) => {
  const text = folder.read(file);
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  folder.write(file, text.replace(from, to));
};
export const add = (file: string, text: string) => (folder: Folder) =>
  folder.write(file, `${folder.read(file)}\n${text}\n`);

/** Ways to break the sound folder, each with what the check says. */
/** A list of removed entries with one on it. */
export const grave = (was: string) =>
  `tombstones:\n  - was: ${was}\n    title: The closed hill\n    removed: "2027-01-31"\n    why: It stood twice.\n`;

/** A file of figures with one published estimate on it. */
const estimate = (facts: string) =>
  `read: "2026-11-22"\nco2: []\ngases: []\npledges: []\nestimates:\n  - { id: one, place: CHN, pools: soil, unit: Mt, substance: C, from: Abstract, ${facts} }\n`;

export const variants: readonly Variant[] = [
  {
    name: 'a figure of emissions whose source is not in the library',
    code: 'unknown-source',
    file: 'neutrality.yaml',
    at: 'shared-2018',
    says: 'shared-2019',
    spoil: (folder) => folder.write('neutrality.yaml', estimate('value: 3, sources: [shared-2018]')),
  },
  {
    name: 'a published removal with half an interval',
    code: 'interval-half',
    file: 'neutrality.yaml',
    at: 'id: one',
    spoil: (folder) => folder.write('neutrality.yaml', estimate('value: 3, low: 2, sources: [shared-2019]')),
  },
  {
    name: 'a published removal without a figure',
    code: 'no-figure',
    file: 'neutrality.yaml',
    at: 'id: one',
    spoil: (folder) => folder.write('neutrality.yaml', estimate('sources: [shared-2019]')),
  },
  {
    name: 'bad YAML indentation',
    code: 'yaml-indentation',
    file: english,
    spoil: change(english, '  name: Nowhere valley', '   name: Nowhere valley\n  x: y'),
  },
  {
    name: 'a tab in YAML',
    code: 'yaml-tab',
    file: english,
    at: '\tname',
    spoil: change(english, '  name: Nowhere', '\tname: Nowhere'),
  },
  {
    name: 'an unclosed quote',
    code: 'yaml-quote',
    file: english,
    spoil: change(english, 'started: "1999"', 'started: "1999'),
  },
  {
    name: 'a key that stands twice',
    code: 'yaml-duplicate-key',
    file: english,
    at: 'title: Again',
    says: 'twice',
    spoil: change(english, 'licence:', 'title: Again\nlicence:'),
  },
  {
    name: 'an anchor and an alias',
    code: 'yaml-anchor',
    file: english,
    at: 'drivers: &d',
    spoil: change(english, 'drivers: [overgrazing]', 'drivers: &d [overgrazing]'),
  },
  {
    name: 'a type tag',
    code: 'yaml-tag',
    file: english,
    at: 'started:',
    spoil: change(english, 'started: "1999"', 'started: !!js/function "1999"'),
  },
  {
    name: 'executable front matter',
    code: 'front-matter-language',
    file: english,
    at: '---js',
    spoil: change(english, '---\ntitle', '---js\ntitle'),
  },
  {
    name: 'no front matter',
    code: 'front-matter-missing',
    file: english,
    spoil: (folder) => folder.write(english, '# Hello\n'),
  },
  {
    name: 'front matter without end',
    code: 'front-matter-open',
    file: english,
    spoil: (folder) => folder.write(english, '---\ntitle: x\n'),
  },
  {
    name: 'an unknown key',
    code: 'unknown-key',
    file: english,
    at: 'summry:',
    says: 'Did you mean summary',
    spoil: change(english, 'summary:', 'summry:'),
  },
  {
    name: '__proto__ as a key',
    code: 'reserved-key',
    file: english,
    at: '__proto__',
    spoil: change(english, 'licence:', '__proto__: { x: 1 }\nlicence:'),
  },
  {
    name: 'a missing key',
    code: 'missing-choice',
    file: english,
    says: 'licence is missing',
    spoil: change(english, 'licence: CC-BY-4.0\n', ''),
  },
  {
    name: 'a number where text belongs',
    code: 'not-text',
    file: english,
    at: 'started: 1999',
    says: '"1999"',
    spoil: change(english, 'started: "1999"', 'started: 1999'),
  },
  {
    name: 'text where a number belongs',
    code: 'number-format',
    file: english,
    at: 'value: 12,000',
    says: '12,000',
    spoil: change(english, 'value: 41.2', 'value: 12,000 ha'),
  },
  {
    name: 'a unit as people write it',
    code: 'unit-substance',
    file: english,
    at: 'unit: t C/ha',
    says: 't/har',
    spoil: change(english, 'unit: t/har', 'unit: t C/ha'),
  },
  {
    name: 'hectare as ha',
    code: 'unit',
    file: english,
    at: 'unit: t/ha',
    says: 'Did you mean t/har',
    spoil: change(english, 'unit: t/har', 'unit: t/ha'),
  },
  {
    name: 'a unit of another kind',
    code: 'unit-kind',
    file: english,
    at: 'unit: cm',
    spoil: change(english, 'unit: t/har', 'unit: cm'),
  },
  {
    name: 'carbon without its depth',
    code: 'missing-depth',
    file: english,
    at: 'carbon:',
    says: 'depth',
    spoil: change(english, 'depth: { top: 0, bottom: 30 }, ', ''),
  },
  {
    name: 'carbon without its record',
    code: 'missing-carbon',
    file: english,
    says: 'pool',
    spoil: change(
      english,
      '    carbon: { pool: soil-organic-carbon, depth: { top: 0, bottom: 30 }, baseline: control }\n',
      '',
    ),
  },
  {
    name: 'a depth upside down',
    code: 'depth-upside-down',
    file: english,
    at: 'carbon:',
    spoil: change(english, 'top: 0, bottom: 30', 'top: 30, bottom: 10'),
  },
  {
    name: 'an interval upside down',
    code: 'interval-upside-down',
    file: english,
    at: 'low: 50',
    spoil: change(english, 'value: 41.2', 'low: 50\n    high: 40'),
  },
  {
    name: 'a value outside of its interval',
    code: 'below-low',
    file: english,
    at: 'value: 41.2',
    spoil: change(english, 'value: 41.2', 'value: 41.2\n    low: 50\n    high: 60'),
  },
  {
    name: 'latitude and longitude swapped',
    code: 'latitude',
    file: english,
    at: 'point:',
    says: 'swapped',
    spoil: change(english, 'lat: 13.5, lon: 39.3', 'lat: 139.3, lon: 13.5'),
  },
  {
    name: 'a word that is not in the vocabulary',
    code: 'not-allowed',
    file: english,
    at: 'drivers:',
    says: 'Did you mean overgrazing',
    spoil: change(english, '[overgrazing]', '[overgrasing]'),
  },
  {
    name: 'an ecosystem code that does not exist',
    code: 'not-allowed',
    file: english,
    at: 'ecosystems:',
    spoil: change(english, '[T4.1]', '[T9.9]'),
  },
  {
    name: 'a licence that is not allowed',
    code: 'not-allowed',
    file: english,
    at: 'licence:',
    spoil: change(english, 'CC-BY-4.0', 'CC-BY-NC-4.0'),
  },
  {
    name: 'half a score of the recovery wheel',
    code: 'not-a-whole-number',
    file: english,
    at: 'id: pollution',
    spoil: change(english, 'id: pollution, score: 0', 'id: pollution, score: 2.5'),
  },
  {
    name: 'a score above the recovery wheel',
    code: 'too-large',
    file: english,
    at: 'id: pollution',
    spoil: change(english, 'id: pollution, score: 0', 'id: pollution, score: 6'),
  },
  {
    name: 'a part that the recovery wheel does not have',
    code: 'not-allowed',
    file: english,
    at: 'id: noise',
    spoil: change(english, 'id: pollution', 'id: noise'),
  },
  {
    name: 'a part of the recovery wheel that is scored twice',
    code: 'duplicate-id',
    file: english,
    says: 'pollution',
    spoil: change(english, 'id: gene-flow', 'id: pollution'),
  },
  {
    name: 'an id that stands twice',
    code: 'duplicate-id',
    file: english,
    says: 'twice',
    spoil: change(
      english,
      '    DOI: 10.5555/made.up\n',
      '    DOI: 10.5555/made.up\n  - id: made-up-2020\n    type: report\n    title: Other\n',
    ),
  },
  {
    name: 'a reference to nothing',
    code: 'dead-reference',
    file: english,
    at: 'models:',
    says: 'Did you mean rest-from-grazing',
    spoil: change(english, 'models: [rest-from-grazing]', 'models: [rest-from-grasing]'),
  },
  {
    name: 'a fact that cites no source',
    code: 'unknown-source',
    file: english,
    at: 'sources: [nobody-2020]',
    spoil: change(english, 'sources: [made-up-2020]', 'sources: [nobody-2020]'),
  },
  {
    name: 'a text that cites no source',
    code: 'unknown-source',
    file: english,
    at: '[@nobody-1999]',
    spoil: change(english, 'little grass [@made-up-2020]', 'little grass [@nobody-1999]'),
  },
  {
    name: 'a source that is cited nowhere',
    code: 'unused-source',
    file: english,
    at: '- id: unused-2001',
    spoil: change(
      english,
      '    DOI: 10.5555/made.up\n',
      '    DOI: 10.5555/made.up\n  - id: unused-2001\n    type: report\n    title: Unused\n',
    ),
  },
  {
    name: 'a citation in another form',
    code: 'citation-form',
    file: english,
    at: '[see @Nobody 2020]',
    spoil: add(english, 'It was so [see @Nobody 2020].'),
  },
  {
    name: 'braces',
    code: 'braces',
    file: english,
    at: '{process.env',
    spoil: add(english, 'The value is {process.env.HOME} today.'),
  },
  {
    name: 'braces over several lines',
    code: 'braces',
    file: english,
    at: '{[1,',
    spoil: add(english, '{[1,\n2].map(x => x)}'),
  },
  {
    name: 'a script element',
    code: 'html',
    file: english,
    at: '<script>',
    spoil: add(english, '<script>alert(1)</script>'),
  },
  {
    name: 'an HTML element with a handler',
    code: 'html',
    file: english,
    at: '<img src',
    spoil: add(english, '<img src="x" onerror="alert(1)" />'),
  },
  {
    name: 'an import',
    code: 'import',
    file: english,
    at: 'import fs',
    spoil: add(english, "import fs from 'node:fs'"),
  },
  {
    name: 'an export',
    code: 'import',
    file: english,
    at: 'export const',
    spoil: add(english, 'export const x = 1'),
  },
  {
    name: 'a javascript: link',
    code: 'link-scheme',
    file: english,
    at: 'javascript:',
    spoil: add(english, '[press](javascript:alert(1))'),
  },
  {
    name: 'a data: link in disguise',
    code: 'link-scheme',
    file: english,
    at: 'DATA&',
    spoil: add(english, '[press](DATA&#58;text/html,x)'),
  },
  {
    name: 'a link to another host without a scheme',
    code: 'link-scheme',
    file: english,
    at: '//evil',
    spoil: add(english, '[press](//evil.example/x)'),
  },
  {
    name: 'a link that leads nowhere',
    code: 'dead-link',
    file: english,
    at: '/protocols/none/',
    spoil: add(english, 'See [it](/protocols/none/).'),
  },
  {
    name: 'an unknown component',
    code: 'component',
    file: english,
    at: '<Notice',
    says: 'Did you mean <Note>',
    spoil: add(english, '<Notice kind="caution" title="x">\n\nText\n\n</Notice>'),
  },
  {
    name: 'an unknown attribute',
    code: 'attribute-unknown',
    file: english,
    at: 'set:html',
    spoil: add(english, '<Note kind="caution" title="x" set:html="y">\n\nText\n\n</Note>'),
  },
  {
    name: 'a spread',
    code: 'braces-attribute',
    file: english,
    at: '{...x}',
    spoil: add(english, '<Note kind="caution" title="x" {...x}>\n\nText\n\n</Note>'),
  },
  {
    name: 'an attribute that is code',
    code: 'braces-attribute',
    file: english,
    at: 'title={',
    spoil: add(english, '<Note kind="caution" title={evil()}>\n\nText\n\n</Note>'),
  },
  {
    name: 'a component that is not closed',
    code: 'component-open',
    file: english,
    spoil: add(english, '<Note kind="caution" title="x">\n\nText'),
  },
  {
    name: 'a "less than" in prose',
    code: 'less-than',
    file: english,
    at: 'p <0.05',
    says: '&lt;',
    spoil: add(english, 'It was significant (p <0.05).'),
  },
  {
    name: 'a heading of another kind',
    code: 'heading-unknown',
    file: english,
    at: '## What was dnoe',
    says: 'Did you mean What was done',
    spoil: change(english, '## What was done', '## What was dnoe'),
  },
  {
    name: 'a picture that is not there',
    code: 'missing-file',
    file: english,
    at: '<Picture',
    spoil: add(english, '<Picture src="none.jpg" alt="A valley" credit="Nobody" licence="CC-BY-4.0" />'),
  },
  {
    name: 'a picture without alternative text',
    code: 'no-alt',
    file: english,
    at: '![](',
    spoil: add(english, '![](plots.csv)'),
  },
  {
    name: 'a picture that is no picture',
    code: 'picture-unreadable',
    file: 'case-studies/fenced-valley/photo.jpg',
    spoil: (folder) => {
      folder.write('case-studies/fenced-valley/photo.jpg', 'not a picture');
      add(english, '<Picture src="photo.jpg" alt="A valley" credit="Nobody" licence="CC-BY-4.0" />')(folder);
    },
  },
  {
    name: 'a file that is too large',
    code: 'file-too-large',
    file: 'case-studies/fenced-valley/huge.csv',
    spoil: (folder) =>
      folder.write('case-studies/fenced-valley/huge.csv', new Uint8Array(7_000_000).fill(65)),
  },
  {
    name: 'a table nobody shows',
    code: 'unused-file',
    file: 'case-studies/fenced-valley/other.csv',
    spoil: (folder) => folder.write('case-studies/fenced-valley/other.csv', 'a,b\n1,2\n'),
  },
  {
    name: 'a program beside the text',
    code: 'file-kind',
    file: 'case-studies/fenced-valley/run.js',
    spoil: (folder) => folder.write('case-studies/fenced-valley/run.js', 'x'),
  },
  {
    name: 'a symbolic link',
    code: 'symbolic-link',
    file: 'case-studies/fenced-valley/passwd.csv',
    spoil: ({ folder }) => symlinkSync('/etc/passwd', join(folder, 'case-studies/fenced-valley/passwd.csv')),
  },
  {
    name: 'a stale translation',
    code: 'stale-translation',
    file: chinese,
    at: 'translates:',
    spoil: change(english, 'summary: A made-up case', 'summary: A changed case'),
  },
  {
    name: 'a translation that carries a fact',
    code: 'translation-fact',
    file: chinese,
    at: 'drivers:',
    says: 'index.mdx',
    spoil: change(chinese, 'place:', 'drivers: [overgrazing]\nplace:'),
  },
  {
    name: 'a translation that carries a number',
    code: 'translation-fact',
    file: chinese,
    at: 'value:',
    spoil: change(chinese, '    label:', '    value: 41.3\n    label:'),
  },
  {
    name: 'a translation with a word missing',
    code: 'untranslated',
    file: chinese,
    says: 'place.name',
    spoil: change(chinese, 'place:\n  name: 虚构山谷\n', ''),
  },
  {
    name: 'a translation of something that is not there',
    code: 'unknown-id',
    file: chinese,
    at: 'soil-carbn:',
    spoil: change(chinese, 'soil-carbon:', 'soil-carbn:'),
  },
  {
    name: 'a translation in an unknown language',
    code: 'language-file',
    file: 'case-studies/fenced-valley/de.mdx',
    spoil: (folder) => folder.write('case-studies/fenced-valley/de.mdx', folder.read(chinese)),
  },
  {
    name: 'a byte order mark',
    code: 'byte-order-mark',
    file: english,
    spoil: (folder) => folder.write(english, `\ufeff${folder.read(english)}`),
  },
  {
    name: 'Windows line ends',
    code: 'line-endings',
    file: english,
    spoil: (folder) => folder.write(english, folder.read(english).replaceAll('\n', '\r\n')),
  },
  {
    name: 'a file that is not UTF-8',
    code: 'encoding',
    file: english,
    at: 'title:',
    spoil: (folder) =>
      folder.write(english, Buffer.from(folder.read(english).replace('A fenced', 'Caf\u00e9'), 'latin1')),
  },
  {
    name: 'a character that hides text',
    code: 'bidi-character',
    file: english,
    at: 'nowhere \u202e',
    spoil: add(english, 'A nowhere \u202e valley.'),
  },
  {
    name: 'two addresses that differ in capitals',
    code: 'case-collision',
    file: 'case-studies/fenced-valley',
    spoil: ({ folder }) =>
      cpSync(join(folder, 'case-studies/fenced-valley'), join(folder, 'case-studies/Fenced-Valley'), {
        recursive: true,
      }),
  },
  {
    name: 'a folder name that is no address',
    code: 'slug',
    file: 'case-studies/My Project!',
    says: 'my-project',
    spoil: ({ folder }) =>
      cpSync(join(folder, 'case-studies/fenced-valley'), join(folder, 'case-studies/My Project!'), {
        recursive: true,
      }),
  },
  {
    name: 'a folder without its text',
    code: 'no-index',
    file: 'case-studies/empty/index.mdx',
    spoil: (folder) => folder.write('case-studies/empty/plots.csv', 'a\n1\n'),
  },
  {
    name: 'a collection that does not exist',
    code: 'not-a-collection',
    file: 'case-study',
    says: 'case-studies',
    spoil: (folder) => folder.write('case-study/x/index.mdx', 'x'),
  },
  {
    name: 'a published address that is gone',
    code: 'published-gone',
    file: 'published.txt',
    at: 'case-studies/closed-hill',
    says: 'tombstones.yaml',
    spoil: (folder) =>
      folder.write('published.txt', 'case-studies/fenced-valley\ncase-studies/closed-hill\n'),
  },
  {
    name: 'a tombstone of what still exists',
    code: 'tombstone-alive',
    file: 'tombstones.yaml',
    at: 'was: case-studies/fenced-valley',
    spoil: (folder) => folder.write('tombstones.yaml', grave('case-studies/fenced-valley')),
  },
  {
    name: 'a tombstone that leads nowhere',
    code: 'tombstone-instead',
    file: 'tombstones.yaml',
    at: 'instead: case-studies/fenced-valey',
    says: 'case-studies/fenced-valley',
    spoil: (folder) =>
      folder.write(
        'tombstones.yaml',
        `${grave('case-studies/closed-hill')}    instead: case-studies/fenced-valey\n`,
      ),
  },
  {
    name: 'a publication that stands twice',
    code: 'duplicate-publication',
    file: model,
    at: '- id: again-2020',
    spoil: (folder) => {
      change(
        model,
        'sources: []',
        'sources:\n  - id: again-2020\n    type: report\n    title: Again\n    DOI: 10.5555/made.up',
      )(folder);
      change(model, 'Land rests.', 'Land rests [@again-2020].')(folder);
    },
  },
  {
    name: 'a claim without a baseline',
    code: 'claim',
    file: english,
    at: 'summary:',
    spoil: (folder) => {
      change(english, 'A made-up case', 'Carbon was removed in a made-up case')(folder);
      change(english, 'baseline: control', 'baseline: none')(folder);
    },
  },
  {
    name: 'a review without reviewers',
    code: 'review-without-reviewers',
    file: english,
    at: 'review:',
    spoil: change(english, 'state: submitted', 'state: reviewed'),
  },
  {
    name: 'an equation that cannot be read',
    code: 'equation',
    file: english,
    at: '$$\\frac{a$$',
    spoil: add(english, 'So $$\\frac{a$$ it is.'),
  },
];

/** Paths of a pull request that are not one contribution, with what is said of them. */
export const changes: readonly {
  readonly code: ProblemCode;
  readonly paths: readonly string[];
  readonly result: 'problems' | 'maintainer';
}[] = [
  { code: 'change-outside', paths: [`content/${english}`, 'package.json'], result: 'maintainer' },
  { code: 'change-outside', paths: ['.github/workflows/check.yml'], result: 'maintainer' },
  { code: 'change-outside', paths: ['content/pages/about/index.mdx'], result: 'maintainer' },
  { code: 'change-outside', paths: ['content/calculators/soc-stock/index.mdx'], result: 'maintainer' },
  {
    code: 'change-outside',
    paths: [`content/${english}`, 'content/case-studies/fenced-valley/more/x.csv'],
    result: 'maintainer',
  },
  { code: 'change-second', paths: [`content/${english}`, `content/${model}`], result: 'maintainer' },
  {
    code: 'change-unneeded',
    paths: [`content/${english}`, 'content/references/other-2001.yaml'],
    result: 'maintainer',
  },
  { code: 'path-outside', paths: ['content/case-studies/../../package.json'], result: 'problems' },
  { code: 'path-outside', paths: ['/etc/passwd'], result: 'problems' },
  { code: 'path-character', paths: ['content/case-studies/a\u202eb/index.mdx'], result: 'problems' },
  { code: 'submodule', paths: ['content/case-studies/x/.gitattributes'], result: 'problems' },
  {
    code: 'case-collision',
    paths: ['content/case-studies/x/plots.csv', 'content/case-studies/x/Plots.csv'],
    result: 'problems',
  },
  { code: 'reserved-name', paths: ['content/case-studies/x/nul.csv'], result: 'problems' },
];
