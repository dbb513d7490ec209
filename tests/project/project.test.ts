import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { locales } from '../../src/i18n/locales.ts';
import { vocabularies } from '../../src/schemas/vocabulary.ts';
import { parseUnit } from '../../src/science/units.ts';
import { soundFolder } from '../content/corpus.ts';

interface Lock {
  readonly packages: Record<string, { optionalDependencies?: Record<string, string>; version?: string }>;
}

describe('the lock file', () => {
  it('has an entry for every optional dependency, so that other platforms find their binaries', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
    const names = new Set(
      Object.keys(packages).map((path) =>
        path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      ),
    );
    const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).filter((name) => !names.has(name)),
    );
    expect(missing).toEqual([]);
  });

  it('follows exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('the decisions', () => {
  it('have numbers of their own, the same in their names and their titles', () => {
    const files = readdirSync('docs/decisions');
    const numbers = files.map((file) => file.slice(0, 4));
    expect(new Set(numbers).size, files.join(', ')).toBe(numbers.length);
    for (const file of files) {
      const [title] = readFileSync(join('docs/decisions', file), 'utf8').split('\n');
      expect(file).toMatch(/^\d{4}-[a-z\d-]+\.md$/);
      expect(title, file).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. `));
    }
  });
});

describe('the vocabularies', () => {
  it('are labelled in every language', () => {
    for (const [name, { entries, source, version }] of Object.entries(vocabularies)) {
      expect(source.length, name).toBeGreaterThan(10);
      expect(version, name).not.toBe('');
      for (const [id, entry] of Object.entries(entries)) {
        for (const locale of locales)
          expect(entry.label[locale]?.trim(), `${name} ${id} ${locale}`).toBeTruthy();
      }
    }
  });

  it('hold units that can all be read', () => {
    const codes = [
      ...Object.keys(vocabularies.units.entries),
      ...Object.values(vocabularies.indicators.entries).flatMap(({ units }) => units),
    ];
    for (const code of codes) expect(() => parseUnit(code), code).not.toThrow();
  });

  it('have the codes of IUCN GET 2.1 in their form', () => {
    for (const code of Object.keys(vocabularies.ecosystems.entries))
      expect(code).toMatch(/^(T|S|SF|SM|F|FM|TF|M|MT|MFT)\d+\.\d+$/);
  });
});

describe('the template', () => {
  it('is a sound contribution when its example DOI is replaced', async () => {
    const { folder, read, write, remove } = soundFolder();
    cpSync('content/templates/case-study', join(folder, 'case-studies/from-template'), { recursive: true });
    const file = 'case-studies/from-template/index.mdx';
    write(file, read(file).replace('10.1234/example', '10.5555/other'));
    const problems = await checkContent(folder);
    remove();
    expect(problems).toEqual([]);
  });
});

describe('the shipped content', () => {
  it('is clean', async () => {
    expect(await checkContent('content')).toEqual([]);
  });
});

describe('the import rule', () => {
  it('is a red line: an import against it fails the linter', () => {
    const wrong = [
      ['src/science/a.ts', '../i18n/format.ts'],
      ['src/schemas/b.ts', '../portal/library.ts'],
      ['src/prose/c.ts', '../schemas/shared.ts'],
      ['src/checks/rules/d.ts', '../../portal/library.ts'],
      ['src/calculators/e.ts', '../portal/library.ts'],
      ['src/elements/f.ts', '../i18n/translate.ts'],
      ['src/components/g.ts', 'astro:content'],
      ['src/portal/h.ts', '../components/Page.astro'],
    ] as const;
    const right = [
      ['src/portal/i.ts', '../schemas/shared.ts'],
      ['src/elements/j.ts', '../i18n/format.ts'],
    ] as const;
    const folder = mkdtempSync(join(tmpdir(), 'portal-lint-'));
    cpSync('biome.json', join(folder, 'biome.json'));
    for (const [file, path] of [...wrong, ...right]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `import { t } from '${path}';\n\nexport const x = t;\n`);
    }
    const { stdout } = spawnSync('biome', ['lint', '--vcs-enabled=false', '--reporter=github', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true, force: true });
    const refused = stdout
      .split('\n')
      .filter((line) => line.includes('noRestrictedImports'))
      .map((line) => /file=[^,]*?(src\/[^,]+)/.exec(line)?.[1]);
    expect(refused.sort()).toEqual(wrong.map(([file]) => file).sort());
  });

  it('covers every folder of src', () => {
    const rules = readFileSync('biome.json', 'utf8');
    const free = new Set(['cli', 'bench', 'styles', 'vocabularies']);
    for (const folder of readdirSync('src', { withFileTypes: true })) {
      if (folder.isDirectory() && !free.has(folder.name))
        expect(rules, folder.name).toContain(`src/${folder.name}/**`);
    }
    expect(existsSync('src/utils')).toBe(false);
  });
});
