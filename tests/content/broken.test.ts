import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { sayProblem } from '../../src/guard/say-problem.ts';
import { soundFolder } from './corpus.ts';

const english = 'case-studies/fenced-valley/index.mdx';
const chinese = 'case-studies/fenced-valley/zh.mdx';
const model = 'management-models/rest-from-grazing/index.mdx';

type Folder = ReturnType<typeof soundFolder>;

interface Variant {
  readonly name: string;
  readonly code: string;
  readonly file: string;
  /** Text of the line that is wrong, as it stands in the broken file; the first line where there is none. */
  readonly at?: string;
  /** Words the message or hint must hold. */
  readonly says?: string;
  spoil(folder: Folder): void;
}

/** Replaces a text in a file; fails when it is not there, so that no variant is broken by accident. */
const change = (file: string, from: string, to: string) => (folder: Folder) => {
  const text = folder.read(file);
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  folder.write(file, text.replace(from, to));
};
const add = (file: string, text: string) => (folder: Folder) =>
  folder.write(file, `${folder.read(file)}\n${text}\n`);

const grave = (was: string) =>
  `tombstones:\n  - was: ${was}\n    title: The closed hill\n    removed: "2027-01-31"\n    why: It stood twice.\n`;

const variants: readonly Variant[] = [
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

let folder: Folder | undefined;
afterEach(() => folder?.remove());

function lineOf(text: string, fragment: string): number {
  const index = text.split(/\r?\n/).findIndex((line) => line.includes(fragment));
  if (index < 0) throw new Error(`no line holds ${fragment}`);
  return index + 1;
}

describe('the sound folder', () => {
  it('is clean', async () => {
    folder = soundFolder();
    expect(await checkContent(folder.folder)).toEqual([]);
  });
});

describe('broken content is reported with its place', () => {
  it('covers at least forty kinds', () => {
    expect(variants.length).toBeGreaterThanOrEqual(40);
    expect(new Set(variants.map(({ name }) => name)).size).toBe(variants.length);
  });

  it.each(variants)('$name', async ({ code, file, at, says, spoil }) => {
    folder = soundFolder();
    spoil(folder);
    const problems = await checkContent(folder.folder);
    const found = problems.filter((problem) => problem.file === file && problem.code === code);
    expect(problems.map((problem) => `${problem.file}:${problem.line} ${problem.code}`).join('\n')).toContain(
      `${file}:`,
    );
    expect(found, JSON.stringify(problems, null, 1)).not.toEqual([]);
    if (at !== undefined) expect(found.map(({ line }) => line)).toContain(lineOf(folder.read(file), at));
    if (says !== undefined)
      expect(found.map((problem) => Object.values(sayProblem(problem, 'en')).join(' ')).join('\n')).toContain(
        says,
      );
    for (const problem of problems) {
      expect(problem.line).toBeGreaterThanOrEqual(1);
      expect(problem.column).toBeGreaterThanOrEqual(1);
      const { message, hint } = sayProblem(problem, 'en');
      expect(`${message} ${hint}`).not.toMatch(/\{[a-z]\w*\}/i);
    }
  });
});

describe('a removed entry', () => {
  it('is in order with a tombstone', async () => {
    folder = soundFolder();
    folder.write('published.txt', 'case-studies/closed-hill\ncase-studies/fenced-valley\n');
    folder.write(
      'tombstones.yaml',
      `${grave('case-studies/closed-hill')}    instead: case-studies/fenced-valley\n`,
    );
    expect(await checkContent(folder.folder)).toEqual([]);
  });
});

describe('the command', () => {
  const check = (...args: string[]) => {
    const env = { ...process.env, CONTENT_DIR: folder?.folder };
    try {
      return {
        status: 0,
        out: execFileSync('node', ['src/cli/check-content.ts', ...args], {
          env,
          encoding: 'utf8',
          stdio: 'pipe',
        }),
      };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { status, out: stdout + stderr };
    }
  };

  it('exits 0 when clean, 1 with problems, 2 when it cannot run', () => {
    folder = soundFolder();
    expect(check().status).toBe(0);
    add(english, 'The {x}.')(folder);
    const text = check();
    expect(text.status).toBe(1);
    expect(text.out).toMatch(/fenced-valley\/index\.mdx:\d+:\d+ /);
    expect(check('--format', 'xml').status).toBe(2);
    expect(check('no/such/path').status).toBe(2);
  });

  it('reports all problems of all files at once, as JSON too, and for chosen paths', () => {
    folder = soundFolder();
    add(english, 'The {x}.\n\n[y](javascript:z)')(folder);
    change(model, 'licence: CC-BY-4.0', 'licence: MIT')(folder);
    const { status, out } = check('--format', 'json');
    const problems = JSON.parse(out) as Record<string, unknown>[];
    expect(status).toBe(1);
    expect(problems.map(({ code }) => code)).toEqual(
      ['stale-translation', 'braces', 'link-scheme', 'not-allowed'].sort(
        (a, b) => problems.findIndex((p) => p['code'] === a) - problems.findIndex((p) => p['code'] === b),
      ),
    );
    for (const problem of problems)
      expect(Object.keys(problem).sort()).toEqual([
        'code',
        'column',
        'example',
        'file',
        'hint',
        'line',
        'message',
        'notice',
        'values',
      ]);
    const chosen = JSON.parse(check('management-models', '--format', 'json').out) as unknown[];
    expect(chosen).toHaveLength(1);
  });
});
