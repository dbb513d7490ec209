import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { soundFolder } from '../content/corpus.ts';
import { buildInto } from './build-into.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-builds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000); // thousands of files

function digests(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(root, file)).isFile(),
  );
  return new Map(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    ]),
  );
}

describe('building', () => {
  it('gives the same bytes twice, the search index included', () => {
    const first = digests(buildInto(join(folder, 'one')));
    const second = digests(buildInto(join(folder, 'two')));
    expect(first.size).toBeGreaterThan(300);
    const different = [...new Set([...first.keys(), ...second.keys()])].filter(
      (file) => first.get(file) !== second.get(file),
    );
    expect(different).toEqual([]);
  });

  it('stands under another address and base path', () => {
    const out = buildInto(join(folder, 'based'), {
      SITE_URL: 'https://example.org',
      BASE_PATH: '/portal',
      LOCALES: 'en,zh',
      PICTURES: 'none',
    });
    const html = readFileSync(join(out, 'zh/protocols/index.html'), 'utf8');
    expect(html).toContain('href="https://example.org/portal/zh/protocols/"');
    expect(html).toContain('href="/portal/zh/case-studies/"');
    expect(html).not.toMatch(/(?:href|src)="\/(?!portal\/)/);
  });

  it('refuses bad content when a page is drawn, even where the check was not run', () => {
    const { folder: content, read, write, remove } = soundFolder();
    const file = 'case-studies/fenced-valley/index.mdx';
    write(file, `${read(file)}\n{process.exit(1)}\n`);
    let message = '';
    try {
      buildInto(join(folder, 'refused'), { CONTENT_DIR: content, LOCALES: 'en' });
    } catch (error) {
      message = String((error as { stderr: Buffer }).stderr);
    }
    remove();
    expect(message).toMatch(/fenced-valley\/index\.mdx:\d+:1 {2}Curly braces are code/);
  });

  it('makes no module of anything in contributors’ folders', () => {
    const list = join(folder, 'modules.json');
    // In a process of its own: where tests run, a site is built as for development, without its stored facts.
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, CACHE_DIR: join(folder, 'traced-cache'), LOCALES: 'en' };
    execFileSync('node', ['tests/site/trace-modules.ts', join(folder, 'traced'), list], {
      env,
      stdio: 'pipe',
    });
    const modules = JSON.parse(readFileSync(list, 'utf8')) as string[];
    const content = modules.filter((id) => id.startsWith(resolve('content')));
    expect(modules.length).toBeGreaterThan(100);
    expect(content.some((id) => id.includes('/content/calculators/'))).toBe(true);
    expect(content.filter((id) => !/\/content\/(calculators|pages)\//.test(id))).toEqual([]);
  });
});
