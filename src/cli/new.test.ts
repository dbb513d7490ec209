import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { soundFolder } from '../../tests/content/corpus.ts';
import { checkContent } from '../checks/check-content.ts';
import { type Locale, locales } from '../i18n/locales.ts';
import { isMessageKey } from '../i18n/translate.ts';
import { languageOf } from './language.ts';
import { questions } from './questions.ts';
import { openTerminal, Stopped } from './terminal.ts';

let sound: ReturnType<typeof soundFolder>;
let work: string;
beforeEach(() => {
  sound = soundFolder();
  work = mkdtempSync(join(tmpdir(), 'portal-new-'));
});
afterEach(() => {
  sound.remove();
  rmSync(work, { recursive: true, force: true });
});

const environment = () => ({ ...process.env, CONTENT_DIR: sound.folder, LANG: 'en_GB.UTF-8', LC_ALL: '' });
const script = resolve('src/cli/new.ts');

function run(args: readonly string[], input = ''): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: work,
    encoding: 'utf8',
    env: environment(),
    input,
  });
  return { status, out: stdout + stderr };
}

/** Answers of a quick case, with slips that are asked about again. */
const start = [
  'Exclosures in My Valley',
  'Grazing was kept out of the valley for ten years.',
  'My Valley, northern province',
];
const rest = [
  ...[
    'CHN',
    '365',
    '36.5',
    '109.5',
    'surveyed',
    'T4.5',
    'overgrasing',
    '过度放牧',
    'exclosure',
    'rehabilitation',
    '1999',
    '',
  ],
  ...[
    'y',
    '',
    'Soil carbon after ten years',
    'Li, Wei; Institute of Examples',
    '2020',
    'Journal',
    '10.5555/new.case',
    'n',
  ],
  ...[
    'y',
    'Soil organic carbon stock in the fenced plots',
    'soil-organic-carbon-stock',
    'effect',
    'absolute',
    '41,2',
    '41.2',
  ],
  ...['t/har', 'C', '', 'soil-organic-carbon', 'control', '0', '30', 'n'],
  ...['Too many animals [@li-2020].', 'A fence was built.', '', '', '', '', '', ''],
];
const folder = 'case-studies/exclosures-in-my-valley';

describe('npm run new -- case-study', () => {
  it.each<[Locale, string, string]>([
    ['en', 'What degraded the land', 'Did you mean overgrazing?'],
    ['zh', '退化的原因', 'overgrazing'],
    ['ar', 'ما الذي أدى إلى تدهور الأرض', 'overgrazing'],
  ])(
    'asks in %s, says slips at once, and writes a case that the check finds clean',
    async (language, question, hint) => {
      const answers = [...start, ...rest].map((one) => (one === 'y' && language === 'ar' ? 'ن' : one));
      const { status, out } = run(['case-study', '--language', language], `${answers.join('\n')}\n`);
      expect(out).toContain(question);
      expect(out).toContain(hint);
      expect(out).toContain('41.2');
      expect(status, out.slice(-600)).toBe(0);
      expect(await checkContent(sound.folder)).toEqual([]);
      expect(sound.read(`${folder}/index.mdx`)).toContain('drivers: [ overgrazing ]');
      if (language !== 'en') return;
      const before = sound.read(`${folder}/index.mdx`);
      // Once more: the folder is there, so another name is asked for, and nothing is overwritten.
      const again = run(
        ['case-study', '--language', language],
        `${[...answers, folder.split('/')[1], 'other-valley'].join('\n')}\n`,
      );
      expect(again.status, again.out.slice(-400)).toBe(0);
      expect(sound.read(`${folder}/index.mdx`)).toBe(before);
      expect(sound.read('case-studies/other-valley/index.mdx')).toBe(before);
    },
  );

  it('keeps the answers when it is stopped, and goes on with them', () => {
    const stopped = run(['case-study'], `${start.join('\n')}\n`);
    expect(stopped.status).toBe(1);
    expect(stopped.out).toContain('case-study.draft.yaml');
    expect(readFileSync(join(work, 'case-study.draft.yaml'), 'utf8')).toContain(
      'title: Exclosures in My Valley',
    );
    expect(readdirSync(join(sound.folder, 'case-studies'))).toEqual(['fenced-valley']);
    // From a pipe a draft is checked, not asked about: every missing fact is said with its line.
    const checked = run(['case-study', '--answers', 'case-study.draft.yaml']);
    expect(checked.status).toBe(1);
    expect(checked.out).toMatch(/case-study\.draft\.yaml:\d+:\d+ .*\[missing-key\]/);
  });

  it('keeps the answers when Ctrl+C is pressed', async () => {
    const child = spawn(process.execPath, [script, 'case-study'], { cwd: work, env: environment() });
    let out = '';
    child.stdout.on('data', (text: Buffer) => {
      const before = out;
      out += text.toString();
      if (!before.includes('Two or three') && out.includes('Two or three')) child.kill('SIGINT');
    });
    child.stdin.write('A valley\n');
    const status = await new Promise((done) => child.on('close', done));
    expect(status).toBe(1);
    expect(readFileSync(join(work, 'case-study.draft.yaml'), 'utf8')).toContain('title: A valley');
  });

  it('writes without a question from a file of answers, once', async () => {
    run(['case-study'], `${[...start, ...rest].join('\n')}\n`);
    const [, facts = '', story = ''] = sound.read(`${folder}/index.mdx`).split('---\n');
    expect(story).toContain('Too many animals');
    rmSync(join(sound.folder, folder), { recursive: true });
    const file = join(work, 'answers.yaml');
    writeFileSync(file, `slug: from-a-file\n${facts}text:\n  degradation: Too many animals [@li-2020].\n`);
    expect(run(['case-study', '--answers', file]).out).toContain('from-a-file/index.mdx');
    expect(await checkContent(sound.folder)).toEqual([]);
    const again = run(['case-study', '--answers', file]);
    expect(again.status).toBe(1);
    expect(again.out).toContain('already');
    writeFileSync(
      file,
      `slug: From A File\n${facts.replace('lat: 36.5', 'lat: 365')}text:\n  degredation: x\n`,
    );
    const wrong = run(['case-study', '--answers', file]);
    for (const code of ['[slug]', '[latitude]', '[unknown-key]']) expect(wrong.out).toContain(code);
  });

  it('writes script-like answers as text', () => {
    const script = '<script>alert(1)</script> {process.exit()}';
    run(['case-study'], `${[script, ...start.slice(1), ...rest].join('\n')}\n`);
    expect(sound.read('case-studies/script-alert-1-script-process-exit/index.mdx')).toContain(
      `title: "${script}"`.replaceAll('"', '').slice(0, 20),
    );
  });
});

describe('npm run new -- protocol', () => {
  it('asks for what a short protocol needs', async () => {
    const answers = [
      ...[
        'Litter by frame',
        'How to collect litter inside a frame and weigh it.',
        'grassland',
        'From a plot to a field',
        'basic',
        'low',
      ],
      ...[
        'Two people, an hour',
        'A frame of wire',
        'A frame of steel',
        'As standard, with carbon by combustion',
        '',
        'n',
      ],
      ...[
        'y',
        'Mass of litter',
        'kg/m2',
        'n',
        'y',
        'field',
        'Collect all litter inside the frame.',
        'practice',
        'n',
        '',
        '',
        '',
        '',
      ],
    ];
    const { status, out } = run(['protocol'], `${answers.join('\n')}\n`);
    expect(status, out.slice(-800)).toBe(0);
    expect(await checkContent(sound.folder)).toEqual([]);
  });
});

describe('npm run new -- translation', () => {
  const path = 'content/case-studies/fenced-valley';

  it('writes every word to be translated, with the English above it and the present revision', async () => {
    expect(run(['translation', path, 'es', '--machine']).status).toBe(0);
    const text = sound.read('case-studies/fenced-valley/es.mdx');
    expect(text).toContain('translation: machine-assisted');
    expect(text).toContain('# A fenced valley\ntitle: ""');
    expect(text).toContain('# Too many animals for too little grass [@made-up-2020].');
    expect(text.match(/^## /gm)).toHaveLength(
      sound.read('case-studies/fenced-valley/index.mdx').match(/^## /gm)?.length ?? 0,
    );
    const problems = await checkContent(sound.folder);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['empty']));
    sound.write('case-studies/fenced-valley/es.mdx', text.replaceAll(': ""', ': Palabras'));
    expect(await checkContent(sound.folder)).toEqual([]);
  });

  it('never overwrites one, and knows languages and folders', () => {
    const before = sound.read('case-studies/fenced-valley/zh.mdx');
    expect(run(['translation', path, 'zh'])).toMatchObject({ status: 2 });
    expect(sound.read('case-studies/fenced-valley/zh.mdx')).toBe(before);
    expect(run(['translation', path, 'de']).out).toContain('zh, es, fr, ru, ar');
    expect(run(['translation', 'content/case-studies/nobody', 'fr']).status).toBe(2);
    expect(run(['translation', '../../etc', 'fr']).status).toBe(2);
    expect(run(['poem']).status).toBe(2);
  });
});

describe('the conversation', () => {
  it('has words for everything it asks', () => {
    for (const [, { fields, lists }] of Object.entries(questions)) {
      const names = [
        ...fields,
        ...lists.flatMap((list) => list.fields.map((field) => `${list.name}.${field}`)),
      ];
      expect(names.filter((name) => !isMessageKey(`ask.${name}`))).toEqual([]);
    }
  });

  it('completes the last of several answers, and ends with its input', async () => {
    let shown = '';
    const output = new Writable({
      write(chunk: Buffer, _, done) {
        shown += chunk.toString();
        done();
      },
    });
    const terminal = openTerminal(Readable.from(['one\n']), output);
    expect(await terminal.ask('First?')).toBe('one');
    await expect(terminal.ask('Second?')).rejects.toBeInstanceOf(Stopped);
    expect(shown).toContain('Second?');
  });

  it('speaks the language of the terminal', () => {
    expect(languageOf(undefined, { LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(languageOf(undefined, { LC_ALL: 'fr_FR', LANG: 'zh_CN' })).toBe('fr');
    expect(languageOf(undefined, { LANG: 'C.UTF-8' })).toBe('en');
    expect(languageOf('ar', { LANG: 'zh_CN' })).toBe('ar');
    expect(() => languageOf('de', {})).toThrow(locales.join(', '));
  });
});
