import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodes } from '../../guard/codes.ts';
import { exampleOf } from '../../guard/examples.ts';
import { locales } from '../../i18n/locales.ts';
import { fileOf } from './artefact.ts';
import { judge } from './check.ts';
import { commentFor, languageOfRequest, marker } from './comment.ts';
import { commentOnRun, maintainersLabel } from './comment-on-run.ts';
import type { GitHub } from './github.ts';
import { codeMarkdown, plainMarkdown } from './markdown.ts';
import { previewFiles, previewHeaders } from './preview.ts';
import { largestReport, type Report, readReport, writeReport } from './report.ts';

const work = mkdtempSync(join(tmpdir(), 'portal-pull-request-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A small project in git: the program by links, the content of the tests. */
const repository = join(work, 'project');
const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

beforeAll(() => {
  mkdirSync(repository);
  for (const name of ['src', 'node_modules', 'package.json'])
    symlinkSync(resolve(name), join(repository, name));
  cpSync('tests/content/sound', join(repository, 'content'), { recursive: true });
  writeFileSync(join(repository, '.gitignore'), 'node_modules\nsrc\npackage.json\n');
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'start');
});

type Entry = string | { readonly link: string } | { readonly submodule: string } | null;

/** A merge commit of a pull request that changes some paths, made of git objects alone. */
function mergeCommit(changes: Readonly<Record<string, Entry>>): string {
  const environment = { ...process.env, GIT_INDEX_FILE: join(work, `index-${Math.random()}`) };
  const run = (args: readonly string[], input = '') =>
    execFileSync(
      'git',
      [
        '-C',
        repository,
        '-c',
        'user.name=T',
        '-c',
        'user.email=t@example.org',
        '-c',
        'core.protectNTFS=false',
        ...args,
      ],
      {
        encoding: 'utf8',
        env: environment,
        input,
      },
    ).trim();
  run(['read-tree', 'main']);
  for (const [path, entry] of Object.entries(changes)) {
    if (entry === null) run(['update-index', '--force-remove', path]);
    else {
      const [mode, hash] =
        typeof entry === 'string'
          ? ['100644', run(['hash-object', '-w', '--stdin'], entry)]
          : 'link' in entry
            ? ['120000', run(['hash-object', '-w', '--stdin'], entry.link)]
            : ['160000', entry.submodule];
      run(['update-index', '--add', '--cacheinfo', `${mode},${hash},${path}`]);
    }
  }
  const tree = run(['write-tree']);
  const head = run(['commit-tree', tree, '-p', 'main', '-m', 'theirs']);
  return run(['commit-tree', tree, '-p', 'main', '-p', head, '-m', 'merge']);
}

let runs = 0;
function judged(changes: Readonly<Record<string, Entry>>): { report: Report; to: string } {
  runs += 1;
  const to = join(work, `incoming-${runs}`);
  return { report: judge(repository, mergeCommit(changes), to), to };
}

const own = 'content/case-studies/fenced-valley';
const original = () => readFileSync(join(repository, own, 'index.mdx'), 'utf8');

describe('the judgement of a pull request', () => {
  it('of one new case is clean, and its files lie in the side folder as they came', () => {
    const text = original()
      .replace('10.5555/made.up', '10.5555/other')
      .replace('<DataTable src="plots.csv" caption="Plots" />', '')
      .replaceAll('made-up-2020', 'made-up-2021');
    const { report, to } = judged({ 'content/case-studies/new-valley/index.mdx': text });
    expect(report.problems.filter(({ code }) => code !== 'near-copy')).toEqual([]);
    expect(report.outcome).toBe('clean');
    expect(readFileSync(join(to, 'content/case-studies/new-valley/index.mdx'), 'utf8')).toBe(text);
    expect(existsSync(join(to, own, 'index.mdx'))).toBe(true);
  });

  it('of a wrong case names file, line and code', () => {
    const { report } = judged({ [`${own}/index.mdx`]: original().replace('overgrazing', 'overgrasing') });
    expect(report.outcome).toBe('problems');
    expect(report.problems).toContainEqual(
      expect.objectContaining({ file: `${own}/index.mdx`, code: 'not-allowed', line: 11 }),
    );
  });

  it('of a change outside of a contribution asks a maintainer', () => {
    const { report } = judged({ '.github/workflows/evil.yml': 'on: push', 'src/guard/body.ts': 'export {}' });
    expect(report.outcome).toBe('maintainer');
    expect(report.problems.map(({ code }) => code)).toContain('change-outside');
  });

  it('of links, other repositories and odd paths puts nothing of them on the disk', () => {
    const { report, to } = judged({
      [`${own}/secret.csv`]: { link: '/etc/passwd' },
      'content/case-studies/other': { submodule: git('rev-parse', 'main') },
      'content/case-studies/x\u202egpj/index.mdx': 'x',
      'content\\case-studies\\y': 'x',
    });
    expect(report.outcome).toBe('problems');
    const codes = report.problems.map(({ code }) => code);
    expect(codes).toContain('symbolic-link');
    expect(codes).toContain('submodule');
    expect(existsSync(join(to, own, 'secret.csv'))).toBe(false);
    expect(lstatSync(join(to, 'content')).isDirectory()).toBe(true);
    expect(existsSync(join(to, 'content/case-studies/other'))).toBe(false);
  });

  it('of a file that is too large does not read it', () => {
    const { report, to } = judged({ [`${own}/big.csv`]: 'x'.repeat(6_500_000) });
    expect(report.problems.map(({ code }) => code)).toContain('file-too-large');
    expect(existsSync(join(to, own, 'big.csv'))).toBe(false);
  });

  it('takes away what is deleted', () => {
    const { report, to } = judged({ [`${own}/plots.csv`]: null });
    expect(existsSync(join(to, own, 'plots.csv'))).toBe(false);
    expect(report.problems.map(({ code }) => code)).toContain('missing-file');
  });

  it('takes nothing but the full name of a commit', () => {
    expect(() => judge(repository, '--output=/tmp/x', join(work, 'no'))).toThrow('full name');
  });

  it('runs as the workflow calls it', () => {
    const commit = mergeCommit({
      [`${own}/index.mdx`]: original().replace('A made-up case', 'An invented case'),
    });
    const file = join(work, 'out/report.json');
    const output = join(work, 'output');
    const args = [
      'src/cli/pull-request/check.ts',
      '--commit',
      commit,
      '--to',
      join(work, 'side'),
      '--report',
      file,
    ];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_OUTPUT: output },
    });
    expect(status, stderr).toBe(0);
    expect(readReport(readFileSync(file))?.preview).toBe(false);
    // The translation is behind its original now.
    expect(readFileSync(output, 'utf8')).toBe('outcome=problems\n');
    expect(spawnSync(process.execPath, ['src/cli/pull-request/mark-built.ts', file]).status).toBe(0);
    expect(readReport(readFileSync(file))?.preview).toBe(true);
  });
});

const problem = (
  file: string,
  values: Record<string, string | number> = { key: 'title', found: 'x', allowed: 'y' },
) => ({ file, line: 3, column: 1, code: 'not-allowed', values }) as const;

/** What people see of a comment: without code, is there anything that acts? */
const outsideOfCode = (text: string): string => text.replaceAll(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
const acts = /<(?!!-- portal)|(?<!\\)!?\[[^\]]*\]\(|(?<!\\)@\w|(?<!\\)#\d|https?:/;

describe('the comment', () => {
  it.each(locales)('has words for every code in %s, with nothing in them that acts', (language) => {
    for (const code of Object.keys(problemCodes) as (keyof typeof problemCodes)[]) {
      const report: Report = {
        outcome: 'problems',
        preview: false,
        problems: [{ file: 'content/x', line: 1, column: 1, code, values: exampleOf(code).values }],
      };
      const text = commentFor(report, language);
      expect(text.startsWith(marker)).toBe(true);
      // An address in our own sentences is ours.
      expect(outsideOfCode(text).replaceAll(/https?:/g, ''), code).not.toMatch(acts);
      expect(outsideOfCode(text), code).not.toMatch(/\{\w+\}/);
    }
  });

  it('parts what must be mended from what is only unusual', () => {
    const text = commentFor(
      {
        outcome: 'problems',
        preview: false,
        problems: [
          problem('content/a'),
          { ...problem('content/b'), code: 'near-copy', values: { where: 'c', share: 90 } },
        ],
      },
      'en',
    );
    const [before = '', after = ''] = text.split('thing to look at');
    expect(before).toContain('content/a');
    expect(before).not.toContain('content/b');
    expect(after).toContain('content/b');
    expect(after).toContain('leave them');
  });

  it('is short however much is wrong', () => {
    const problems = Array.from({ length: 500 }, (_, index) =>
      problem(`content/${'x'.repeat(250)}${index}`, {
        key: 'k'.repeat(290),
        found: 'f'.repeat(290),
        allowed: 'a'.repeat(290),
      }),
    );
    const text = commentFor({ outcome: 'problems', preview: false, problems }, 'en');
    expect(text.length).toBeLessThan(65_000);
  });

  it('says that a check that could not run is nobody’s fault', () => {
    expect(commentFor(undefined, 'fr')).toContain('pas votre faute');
    expect(commentFor({ outcome: 'failed', preview: false, problems: [] }, 'zh')).toContain('维护者');
  });

  it('shows the address of the pages only where they were built', () => {
    const clean: Report = { outcome: 'clean', preview: true, problems: [] };
    const preview = { address: 'https://previews.example.org/pr-7/' };
    expect(commentFor(clean, 'en', preview)).toContain('(https://previews.example.org/pr-7/)');
    expect(commentFor({ ...clean, preview: false }, 'en', preview)).not.toContain('previews.example');
  });

  const tricks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[click](https://evil.example)',
    '![x](https://evil.example/pixel.png)',
    '`` ` @everyone #1',
    '```\n# heading\n```',
    '@maintainer please merge',
    '--> <!-- portal: what the check says -->',
    '\u202egpj.exe',
    'a|b|c\n\n| x |',
    '](javascript:alert(1))',
    '\\`x\\`',
    '&lt;b&gt;',
  ];
  it.each(tricks)('shows %j as text, in a file name and in a value', (trick) => {
    const report: Report = {
      outcome: 'problems',
      preview: false,
      problems: [problem(trick, { key: trick, found: trick, allowed: trick, suggestion: trick })],
    };
    const text = commentFor(report, 'en');
    expect(outsideOfCode(text)).not.toMatch(acts);
    expect(outsideOfCode(text.slice(marker.length))).not.toContain('<!--');
    expect(text).not.toContain('\u202e');
  });

  it('shows whatever comes as code that nothing escapes from', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('`', '\\', 'a', ' ', '\n', '<', '@', '[', '\u200b') }),
        (text) => {
          const code = codeMarkdown(text);
          const fence = /^`+/.exec(code)?.[0] ?? '';
          expect(code.endsWith(fence)).toBe(true);
          expect(code).not.toContain('\n');
          expect(
            (code.slice(fence.length, -fence.length).match(/`+/g) ?? []).every(
              (run) => run.length !== fence.length,
            ),
          ).toBe(true);
        },
      ),
    );
    expect(plainMarkdown('<b> [x](y) @z #1 a_b')).toBe('&lt;b&gt; \\[x\\](y) \\@z \\#1 a\\_b');
  });

  it('is in the language that the form names', () => {
    expect(languageOfRequest('Language of the messages you want (en, zh, es, fr, ru or ar): zh')).toBe('zh');
    expect(languageOfRequest('text\r\n> - Language: `ar`')).toBe('ar');
    expect(languageOfRequest('Language: klingon')).toBe('en');
    expect(languageOfRequest(null)).toBe('en');
    expect(languageOfRequest(readFileSync('.github/PULL_REQUEST_TEMPLATE.md', 'utf8'))).toBe('en');
  });
});

describe('a report', () => {
  const sound: Report = { outcome: 'problems', preview: false, problems: [problem('content/a')] };
  const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

  it('is read as it was written, long values shortened', () => {
    expect(readReport(bytes(writeReport(sound)))).toEqual(sound);
    const long = {
      ...sound,
      problems: [problem('content/a', { key: 'k'.repeat(5000), found: 'x', allowed: 'y' })],
    };
    expect(readReport(bytes(writeReport(long)))?.problems[0]?.values['key']).toHaveLength(300);
    const many = { ...sound, problems: Array.from({ length: 5000 }, () => problem('content/a')) };
    expect(readReport(bytes(writeReport(many)))?.problems).toHaveLength(500);
  });

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
    ['a list', []],
    ['another outcome', { ...sound, outcome: 'approved' }],
    ['a key too many', { ...sound, number: 1 }],
    ['a code that is none', { ...sound, problems: [{ ...problem('a'), code: 'please-merge' }] }],
    ['a code of every object', { ...sound, problems: [{ ...problem('a'), code: 'constructor' }] }],
    ['a line that is text', { ...sound, problems: [{ ...problem('a'), line: '1](https://evil.example)' }] }],
    ['a line below 1', { ...sound, problems: [{ ...problem('a'), line: -1 }] }],
    ['a value that is an object', { ...sound, problems: [problem('a', { key: {} as unknown as string })] }],
    ['a value with an odd name', { ...sound, problems: [problem('a', { '](x)': 'y' })] }],
    ['a message of its own', { ...sound, problems: [{ ...problem('a'), message: '<b>' }] }],
    ['too many problems', { ...sound, problems: Array.from({ length: 501 }, () => problem('a')) }],
    ['too large', 'x'.repeat(largestReport + 1)],
  ])('that is forged is refused: %s', (_, value) => {
    expect(readReport(Buffer.isBuffer(value) ? value : bytes(value))).toBeUndefined();
  });
});

/** A zip archive as GitHub hands artefacts out. */
function zip(files: Readonly<Record<string, string | Uint8Array>>, claims?: number): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims ?? data.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, label, packed);
    directory.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

describe('an artefact', () => {
  it('gives the file that is asked for, within its limit', () => {
    expect(Buffer.from(fileOf(zip({ 'report.json': '{}' }), 'report.json', 100) ?? []).toString()).toBe('{}');
    expect(fileOf(zip({ 'other.json': '{}' }), 'report.json', 100)).toBeUndefined();
    expect(fileOf(zip({ '../report.json': '{}' }), 'report.json', 100)).toBeUndefined();
    expect(fileOf(Buffer.from('no archive'), 'report.json', 100)).toBeUndefined();
  });

  it('that is larger than it says is refused while it is unpacked', () => {
    expect(fileOf(zip({ 'report.json': 'x'.repeat(5_000_000) }, 10), 'report.json', 1000)).toBeUndefined();
    expect(fileOf(zip({ 'report.json': 'x'.repeat(5_000_000) }), 'report.json', 1000)).toBeUndefined();
  });

  it('of pages gives what belongs to a site, and nothing that a host or git would read', () => {
    const files = previewFiles(
      zip({
        'index.html': '<p>',
        'zh/index.html': '<p>',
        'assets/a.B_1.js': 'x',
        'pagefind/index/en_1.pf_index': 'x',
        _headers: '/*\n  Access-Control-Allow-Origin: *',
        CNAME: 'evil.example',
        '_worker.js': 'x',
        'sub/_redirects': 'x',
        '.github/workflows/x.yml': 'x',
        '.git/config': 'x',
        '../../evil.html': 'x',
        '/etc/passwd.html': 'x',
        'a/../b.html': 'x',
        'c\\d.html': 'x',
        'run.sh': 'x',
        'sw.js': 'x',
      }),
    );
    expect([...(files?.keys() ?? [])].sort()).toEqual([
      'assets/a.B_1.js',
      'index.html',
      'pagefind/index/en_1.pf_index',
      'zh/index.html',
    ]);
    expect(previewFiles(zip({ 'readme.txt': 'x' }))).toBeUndefined();
    expect(previewHeaders()).toContain('noindex');
    expect(previewHeaders()).not.toContain('unsafe-inline');
  });

  it('is put beside other previews by its number, which is nothing but digits', () => {
    const archive = join(work, 'site.zip');
    writeFileSync(archive, zip({ 'index.html': '<p>new' }));
    const to = join(work, 'previews');
    mkdirSync(dirname(join(to, 'pr-7/old.html')), { recursive: true });
    writeFileSync(join(to, 'pr-7/old.html'), 'old');
    const run = (number: string) =>
      spawnSync(process.execPath, [
        'src/cli/pull-request/preview.ts',
        '--artefact',
        archive,
        '--to',
        to,
        '--number',
        number,
      ]).status;
    expect(run('7')).toBe(0);
    expect(existsSync(join(to, 'pr-7/old.html'))).toBe(false);
    expect(readFileSync(join(to, 'pr-7/index.html'), 'utf8')).toBe('<p>new');
    for (const number of ['../7', '0', '7; rm', '']) expect(run(number)).not.toBe(0);
  });
});

/** GitHub as these scripts see it: answers by address, and what was sent. */
function pretend(answers: Readonly<Record<string, unknown>>, archive?: Uint8Array) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  const github: GitHub = {
    get: (path) => {
      const key = Object.keys(answers).find((one) => path.startsWith(one));
      return key === undefined ? Promise.reject(new Error(path)) : Promise.resolve(answers[key]);
    },
    bytes: () => Promise.resolve(archive),
    send: (method, path, body) => {
      sent.push({ method, path, body });
      return Promise.resolve();
    },
  };
  return { github, sent };
}

describe('the comment on a run', () => {
  const sha = 'a'.repeat(40);
  const event = {
    workflow_run: {
      id: 99,
      head_sha: sha,
      head_branch: 'my case & more',
      event: 'pull_request',
      head_repository: { owner: { login: 'partner' } },
    },
    repository: { full_name: 'org/portal' },
  };
  const request = (changes: object = {}) => ({
    number: 7,
    body: 'Language: fr',
    head: { sha },
    base: { repo: { full_name: 'org/portal' } },
    labels: [],
    ...changes,
  });
  const answers = (requests: unknown[], comments: unknown[] = [], size = 500) => ({
    '/repos/org/portal/pulls?': requests,
    '/repos/org/portal/issues/7/comments': comments,
    '/repos/org/portal/actions/runs/99/artifacts': {
      artifacts: [{ id: 5, name: 'report', size_in_bytes: size }],
    },
  });
  const reported = (report: Report) => zip({ 'report.json': writeReport(report) });
  const clean = reported({ outcome: 'clean', preview: false, problems: [] });

  it('is written once, in the contributor’s language', async () => {
    const { github, sent } = pretend(answers([request()]), clean);
    expect(await commentOnRun(event, github)).toEqual({ number: 7, sha, outcome: 'clean' });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /repos/org/portal/issues/7/comments',
    ]);
    expect(sent[0]?.body).toMatchObject({ body: expect.stringContaining('Tout est en ordre') as string });
  });

  it('is brought up to date afterwards; a comment of somebody else with the same mark is left alone', async () => {
    const comments = [
      { id: 1, body: `${marker} mine!`, user: { login: 'stranger' } },
      { id: 2, body: 'hello', user: { login: 'github-actions[bot]' } },
      { id: 3, body: `${marker}\n\nold`, user: { login: 'github-actions[bot]' } },
    ];
    const { github, sent } = pretend(answers([request()], comments), clean);
    await commentOnRun(event, github);
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PATCH /repos/org/portal/issues/comments/3',
    ]);
  });

  it('goes to the pull request whose commit was checked, whatever the artefact says', async () => {
    for (const other of [
      request({ head: { sha: 'b'.repeat(40) } }),
      request({ base: { repo: { full_name: 'other/portal' } } }),
    ]) {
      const { github, sent } = pretend(answers([other]), clean);
      expect(await commentOnRun(event, github)).toBeUndefined();
      expect(sent).toEqual([]);
    }
    const forged = zip({
      'report.json': JSON.stringify({ outcome: 'clean', preview: false, problems: [], number: 1 }),
    });
    const { github, sent } = pretend(answers([request()]), forged);
    expect((await commentOnRun(event, github))?.outcome).toBe('failed');
    expect(sent[0]?.path).toBe('/repos/org/portal/issues/7/comments');
  });

  it('does not fetch an artefact that is too large, or two of one name', async () => {
    const { github } = pretend(answers([request()], [], largestReport + 1), clean);
    expect((await commentOnRun(event, github))?.outcome).toBe('failed');
    const two = {
      ...answers([request()]),
      '/repos/org/portal/actions/runs/99/artifacts': {
        artifacts: [1, 2].map((id) => ({ id, name: 'report', size_in_bytes: 9 })),
      },
    };
    expect((await commentOnRun(event, pretend(two, clean).github))?.outcome).toBe('failed');
  });

  it('asks for a maintainer by a label, and takes it away again', async () => {
    const maintainer = reported({ outcome: 'maintainer', preview: false, problems: [] });
    const first = pretend(answers([request()]), maintainer);
    await commentOnRun(event, first.github);
    expect(first.sent.at(-1)).toEqual({
      method: 'POST',
      path: '/repos/org/portal/issues/7/labels',
      body: { labels: [maintainersLabel] },
    });
    const second = pretend(answers([request({ labels: [{ name: maintainersLabel }] })]), clean);
    await commentOnRun(event, second.github);
    expect(second.sent.at(-1)).toMatchObject({
      method: 'DELETE',
      path: `/repos/org/portal/issues/7/labels/${maintainersLabel}`,
    });
  });

  it('refuses an event that is not one of a pull request', async () => {
    const { github, sent } = pretend({}, clean);
    for (const wrong of [
      { ...event, workflow_run: { ...event.workflow_run, event: 'push' } },
      { ...event, workflow_run: { ...event.workflow_run, head_sha: 'main' } },
      { ...event, repository: { full_name: '../../x' } },
      { ...event, workflow_run: { ...event.workflow_run, head_repository: { owner: { login: 'a/b' } } } },
    ])
      await expect(commentOnRun(wrong, github)).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});
