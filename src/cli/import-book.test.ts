import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soundFolder } from '../../tests/content/corpus.ts';
import { checkContent } from '../checks/check-content.ts';

const sound = soundFolder();
const work = mkdtempSync(join(tmpdir(), 'portal-books-'));
afterAll(() => {
  sound.remove();
  rmSync(work, { recursive: true, force: true });
});

function run(script: string, ...args: string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${script}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: sound.folder, LANG: 'en_GB.UTF-8', LC_ALL: '' },
  });
  return { status, out: stdout + stderr };
}

const original = 'case-studies/fenced-valley';
const text = () => readFileSync(join(sound.folder, original, 'index.mdx'), 'utf8');

describe('a case that goes out and comes in again', () => {
  const book = join(work, 'case.xlsx');
  const before = text();

  beforeAll(() => {
    expect(run('export', `content/${original}`, '--to', book)).toMatchObject({ status: 0 });
  });

  it('is refused while its folder is there, and nothing is changed', () => {
    const { status, out } = run('import', book);
    expect(status).toBe(1);
    expect(out).toContain('case!A2');
    expect(out).toContain('[already-there]');
    expect(text()).toBe(before);
  });

  it.each(['case.xlsx', 'csv'])(
    'is written again from %s, and the check finds it as clean as before',
    async (name) => {
      const file = join(work, name);
      if (!existsSync(file)) expect(run('export', original, '--to', file).status).toBe(0);
      const clean = await checkContent(sound.folder);
      const kept = readdirSync(join(sound.folder, original)).map(
        (one) => [one, readFileSync(join(sound.folder, original, one))] as const,
      );
      rmSync(join(sound.folder, original), { recursive: true });
      const { out } = run('import', file);
      expect(out).toContain(`Written: content/${original}/index.mdx`);
      for (const [one, bytes] of kept) if (one !== 'index.mdx') sound.write(`${original}/${one}`, bytes);
      expect(await checkContent(sound.folder)).toEqual(clean);
    },
  );

  it('is not written over a file that is there', () => {
    const { status, out } = run('export', original, '--to', book);
    expect(status).toBe(2);
    expect(out).toContain('exists');
  });

  it('speaks the language of the reader', () => {
    expect(run('import', book, '--language', 'zh').out).toContain('已存在');
  });

  it('says what is wrong with a file that is none', () => {
    const file = join(work, 'note.xlsx');
    writeFileSync(file, 'not a workbook');
    const { status, out } = run('import', file);
    expect(status).toBe(1);
    expect(out).toContain('[workbook-unreadable]');
    expect(run('import', join(work, 'missing.xlsx')).status).toBe(2);
    expect(run('export', 'content/case-studies/nobody', '--to', join(work, 'x.xlsx')).status).toBe(2);
  });

  it('begins with an empty template', () => {
    const file = join(work, 'empty.xlsx');
    expect(run('export', '--template', 'protocol', '--to', file).status).toBe(0);
    expect(run('import', file).out).toContain('[sheet-empty]');
  });
});
