import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { mendFiles } from '../../src/cli/mend-files.ts';
import { soundFolder } from './corpus.ts';

const english = 'case-studies/fenced-valley/index.mdx';
let folder: ReturnType<typeof soundFolder> | undefined;
afterEach(() => folder?.remove());

function run(program: string, args: readonly string[], input = '') {
  const env = { ...process.env, CONTENT_DIR: folder?.folder };
  const { status, stdout, stderr } = spawnSync('node', [`src/cli/${program}.ts`, ...args], {
    env,
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, errors: stderr };
}

describe('check:content', () => {
  it('speaks the languages of the portal', () => {
    folder = soundFolder();
    folder.write(english, folder.read(english).replace('"1999"', '1999'));
    expect(run('check-content', ['--language', 'zh']).out).toContain('它必须是文字');
    const [problem] = JSON.parse(run('check-content', ['--language', 'ar', '--format', 'json']).out) as {
      code: string;
      message: string;
      values: object;
    }[];
    expect(problem).toMatchObject({ code: 'not-text', values: { key: 'started', found: '1999' } });
    expect(problem?.message).toMatch(/[\u0600-\u06ff]/);
    expect(run('check-content', ['--language', 'de']).status).toBe(2);
  });

  it('stops nothing with a notice', () => {
    folder = soundFolder();
    folder.remove();
    folder = soundFolder();
    folder.write(
      'management-models/rest-from-grazing/index.mdx',
      `${folder.read('management-models/rest-from-grazing/index.mdx')}\nRead it [here](https://example.org).\n`,
    );
    const { status, out } = run('check-content', []);
    expect(out).toContain('[link-text]');
    expect(status).toBe(0);
  });

  it('mends with --fix, shows the difference, and leaves the other files alone', () => {
    folder = soundFolder();
    const chinese = 'case-studies/fenced-valley/zh.mdx';
    folder.write(
      english,
      folder
        .read(english)
        .replace('"1999"', '“1999”')
        .replace('value: 41.2', 'value: 41,2')
        .replaceAll('\n', '\r\n'),
    );
    const before = folder.read(chinese);
    const { status, out } = run('check-content', ['--fix']);
    expect(status).toBe(0);
    expect(out).toContain('-started: “1999”');
    expect(out).toContain('+started: "1999"');
    expect(out).toContain('+    value: 41.2');
    expect(folder.read(english)).toContain('started: "1999"\n');
    expect(folder.read(chinese)).toBe(before);
    expect(run('check-content', ['--fix']).out).not.toContain('+++');
  });

  it('mends the chosen paths only', () => {
    folder = soundFolder();
    folder.write(english, folder.read(english).replace('"1999"', '1999'));
    run('check-content', ['--fix', 'management-models']);
    expect(folder.read(english)).toContain('started: 1999');
  });
});

describe('mending', () => {
  it('never writes through a link, and leaves no file of its own behind', async () => {
    folder = soundFolder();
    const outside = join(folder.folder, '..', `outside-${process.pid}.mdx`);
    writeFileSync(outside, '\ufefftitle: x');
    symlinkSync(outside, join(folder.folder, 'case-studies/fenced-valley/fr.mdx'));
    linkSync(outside, join(folder.folder, 'case-studies/fenced-valley/es.mdx'));
    const { mended } = await mendFiles(folder.folder, () => true);
    rmSync(outside);
    expect(mended).toEqual([]);
    expect(
      readdirSync(join(folder.folder, 'case-studies/fenced-valley')).filter((name) => name.includes('tmp')),
    ).toEqual([]);
  });

  it('keeps the file and its rights where it cannot be replaced as a whole', async () => {
    folder = soundFolder();
    const path = join(folder.folder, english);
    folder.write(english, `\ufeff${folder.read(english)}`);
    chmodSync(path, 0o640);
    const { mended, problems } = await mendFiles(folder.folder, () => true);
    expect(mended.map(({ file }) => file)).toEqual([english]);
    expect(problems).toEqual([]);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('does not guess: two readings, a unit behind the number, a word of two letters', async () => {
    folder = soundFolder();
    const wrong = folder
      .read(english)
      .replace('value: 41.2', 'value: 41,234')
      .replace('substance: C\n', 'substance: CO\n')
      .replace('[T4.1]', '[T9.9]');
    folder.write(english, wrong);
    const { mended, problems } = await mendFiles(folder.folder, () => true);
    expect(mended).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('number-format');
    expect(folder.read(english)).toBe(wrong);
  });
});

describe('check:changes', () => {
  const paths = (...list: string[]) => list.join('\n');
  it('exits 0 for one contribution, 1 for a path that is refused, 2 without paths, 3 for a maintainer', () => {
    folder = soundFolder();
    const check = (input: string, ...args: string[]) =>
      run('check-changes', ['--paths-from', '-', ...args], input);
    expect(check(paths(`content/${english}`, 'content/case-studies/fenced-valley/plots.csv')).status).toBe(0);
    expect(check(paths('content/references/shared-2019.yaml')).status).toBe(0);
    expect(check(paths(`content/${english}`, 'content/institutions/made-up-institute.yaml')).status).toBe(0);
    expect(check(paths(`content/${english}`, 'content/references/other-2001.yaml')).status).toBe(3);
    expect(check(paths(`content/${english}`, 'src/guard/body.ts')).status).toBe(3);
    expect(check(paths(`content/${english}`, 'content/../.git/config')).status).toBe(1);
    expect(check('').status).toBe(2);
    expect(run('check-changes', ['--format', 'xml', 'x']).status).toBe(2);
  });

  it('reads what git says of modes, renamings and unusual names', () => {
    folder = soundFolder();
    const json = (input: string) =>
      JSON.parse(
        run('check-changes', ['--paths-from', '-', '--format', 'json', '--language', 'es'], input).out,
      ) as {
        result: string;
        contribution: string | null;
        problems: { code: string; file: string; message: string }[];
      };
    const raw = `:100644 120000 1 2 T\0content/case-studies/fenced-valley/plots.csv\0:000000 160000 0 1 A\0content/case-studies/fenced-valley/sub\0`;
    expect(json(raw)).toMatchObject({
      result: 'problems',
      problems: [{ code: 'symbolic-link' }, { code: 'submodule' }],
    });
    expect(json('R100\tcontent/case-studies/fenced-valley/index.mdx\tpackage.json\n').problems).toMatchObject(
      [{ code: 'change-outside', file: 'package.json' }],
    );
    expect(json('A\t"content/case-studies/x/a\\342\\200\\256b.csv"\n').problems).toMatchObject([
      { code: 'path-character' },
    ]);
    expect(json(`M\tcontent/${english}\n`)).toEqual({
      result: 'fine',
      contribution: 'case-studies/fenced-valley',
      problems: [],
    });
  });
});
