import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { sayProblem } from '../../src/guard/say-problem.ts';
import { soundFolder } from './corpus.ts';
import { add, change, english, type Folder, model, variants } from './variants.ts';

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
