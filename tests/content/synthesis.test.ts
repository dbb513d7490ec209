import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesisRow } from '../../src/portal/synthesis-row.ts';
import { listEntries } from '../../src/schemas/content-files.ts';
import { readRows } from '../../src/schemas/read-rows.ts';
import { answersOf } from '../../src/synthesis/all.ts';
import type { Answer } from '../../src/synthesis/answer.ts';
import reference from '../../src/synthesis/reference/metafor.json' with { type: 'json' };
import { fileName, rScript, usedRowsCsv } from '../../src/synthesis/reproduce.ts';
import { studyName } from '../../src/synthesis/row.ts';
import {
  defaults,
  passes,
  readSettings,
  type Settings,
  writeSettings,
} from '../../src/synthesis/settings.ts';
import type { SynthesisWords } from '../../src/synthesis/words.ts';

/** The portal's own evidence, pooled: against metafor, and against what must not happen. */
const placed = listEntries('evidence', 'content').flatMap(({ slug }) => {
  const file = `evidence/${slug}/rows.csv`;
  return readRows(readFileSync(`content/${file}`), file).placed.map(({ row }) => ({ row, slug }));
});
const rows = placed.map(({ row, slug }) => synthesisRow(row, slug));
const { pooled, open } = answersOf(rows, defaults);
const imputed = answersOf(rows, { ...defaults, missing: 'impute', correlation: 0.75 });

const words: SynthesisWords = {
  locale: 'en',
  say: (key) => key,
  label: (_, id) => id,
  set: (id) => ({ title: id, address: '', url: '', licence: 'L', attribution: 'A', origin: 'printed' }),
  citation: (_, source) => source,
  file: (name) => name,
};

/** An answer in the names of the script. */
function numbersOf({ comparisons, studies, synthesis }: Answer): Record<string, number | null | undefined> {
  if (!synthesis) throw new Error('nothing is pooled');
  const { pooled: mean, leaveOneOut, egger, robust } = synthesis;
  return {
    ...{ k: comparisons.length, studies: studies.length, estimate: mean.estimate, se: mean.standardError },
    ...{ low: mean.low, high: mean.high, tau2: mean.tau2, I2: mean.i2, Q: mean.q, Q_p: mean.qP },
    ...{ prediction_low: mean.prediction?.low, prediction_high: mean.prediction?.high },
    ...Object.fromEntries(leaveOneOut.map(({ estimate }, i) => [`without_${studies[i]?.study}`, estimate])),
    ...{ egger_t: egger?.t, egger_p: egger?.p },
    ...(robust ? { robust_estimate: robust.estimate, robust_se: robust.standardError } : {}),
  };
}

function expectEqual(answer: Answer, wanted: Readonly<Record<string, number>>): void {
  const found = numbersOf(answer);
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
  for (const [name, value] of Object.entries(wanted)) {
    const limit = 1e-6 * Math.max(1, Math.abs(value));
    expect(
      Math.abs((found[name] ?? Number.NaN) - value),
      `${answer.question.id} ${name}`,
    ).toBeLessThanOrEqual(limit);
  }
}

describe('pooled answers', () => {
  it.each(pooled.map((answer) => [answer.question.id, answer] as const))(
    '%s equals metafor',
    (id, answer) => {
      const wanted: Readonly<Record<string, Readonly<Record<string, number | undefined>>>> =
        reference.answers;
      expectEqual(answer, (wanted[id] ?? {}) as Readonly<Record<string, number>>);
    },
  );

  it('are the eleven questions with three independent studies or more', () => {
    expect(pooled.map(({ question }) => question.id).sort()).toEqual(Object.keys(reference.answers).sort());
    for (const { studies } of pooled)
      expect(new Set(studies.map(({ study }) => study)).size).toBeGreaterThanOrEqual(3);
    for (const { studies, certainty } of open) {
      expect(studies.length).toBeLessThan(3);
      expect(certainty).toMatchObject({ level: 'very-low', verdict: 'unclear' });
    }
  });

  it('use no row that is set aside, and fill nothing unless asked', () => {
    for (const { comparisons, synthesis } of [...pooled, ...open]) {
      for (const { parts, filled } of comparisons) {
        expect(filled).toBe(false);
        for (const { row } of parts) expect(row.aside).toEqual([]);
      }
      if (synthesis) expect(synthesis.pooled.converged).toBe(true);
    }
    const marks = imputed.pooled.flatMap(({ comparisons }) => comparisons.filter(({ filled }) => filled));
    expect(marks.length).toBeGreaterThan(20);
    for (const { comparisons, certainty } of imputed.pooled)
      expect(certainty.reasons.includes('filled')).toBe(comparisons.some(({ filled }) => filled));
    for (const { parts } of imputed.pooled.flatMap(({ comparisons }) => comparisons))
      for (const { row } of parts) expect(row.aside.filter((reason) => reason !== 'no-spread')).toEqual([]);
  });

  it('never mix kinds of comparator, indicators or dimensions', () => {
    for (const { comparisons } of [...pooled, ...imputed.pooled])
      for (const name of ['comparator', 'indicator', 'dimension', 'intervention'] as const)
        expect(new Set(comparisons.flatMap(({ parts }) => parts.map(({ row }) => row[name]))).size).toBe(1);
  });

  it('never count an arm in two studies', () => {
    const arms = new Map(placed.map(({ row }) => [row.id, [row.shared_t, row.shared_c]] as const));
    for (const { comparisons } of [...pooled, ...imputed.pooled]) {
      const owners = new Map<string, string>();
      for (const { study, parts } of comparisons)
        for (const arm of parts.flatMap(({ row }) => arms.get(row.id) ?? [])) {
          if (arm === undefined) continue;
          expect(owners.get(arm) ?? study, arm).toBe(study);
          owners.set(arm, study);
        }
    }
  });

  it('add up the layers of Hamakua to what its abstract says: 114 against 113', () => {
    const stock = pooled.find(
      ({ question }) => question.id === 'tree-planting-soil-organic-carbon-stock-degraded',
    );
    const hamakua = stock?.comparisons.find(({ study }) => study === 'bashkin-1998-hamakua');
    expect(hamakua?.parts).toHaveLength(7);
    expect([hamakua?.restored.mean, hamakua?.other.mean].map((one) => Math.round(one ?? 0))).toEqual([
      114, 113,
    ]);
  });

  it('say that one project is one project', () => {
    for (const { question, certainty } of pooled)
      expect(certainty.reasons.includes('one-project'), question.id).toBe(
        /^grassland|respiration/.test(question.id),
      );
  });
});

const hasMetafor =
  spawnSync('Rscript', ['-e', 'quit(status = !requireNamespace("metafor", quietly = TRUE))']).status === 0;
if (!hasMetafor)
  console.warn(
    'R WITH METAFOR IS NOT HERE: the published scripts were not run; the copied numbers were compared.',
  );

describe('the published scripts', () => {
  it.skipIf(!hasMetafor).each([
    ['default settings', pooled],
    ['filled deviations, correlation 0.75', imputed.pooled],
  ] as const)(
    'run in R and give the same numbers: %s',
    (_, answers) => {
      const folder = mkdtempSync(join(tmpdir(), 'synthesis-'));
      for (const answer of answers) {
        writeFileSync(join(folder, `${fileName(answer)}.csv`), usedRowsCsv(answer, words));
        writeFileSync(join(folder, `${answer.question.id}.R`), rScript(answer));
      }
      const run =
        'for (f in list.files(pattern = "[.]R$")) { cat("==", f, "\\n"); suppressMessages(source(f)) }';
      const printed = execFileSync('Rscript', ['-e', run], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
      rmSync(folder, { recursive: true });
      const byFile = new Map(
        printed
          .split(/^== /m)
          .slice(1)
          .map((part) => {
            const [file = '', ...lines] = part.split('\n');
            const pairs = lines.flatMap((line) => {
              const [name = '', value] = line.split(' ');
              return /^\S+ -?\d+\.\d+$/.test(line) ? [[name, Number(value)] as const] : [];
            });
            return [file.trim(), Object.fromEntries(pairs)] as const;
          }),
      );
      for (const answer of answers) expectEqual(answer, byFile.get(`${answer.question.id}.R`) ?? {});
    },
    240_000,
  );

  it('keep licence, attribution and citation with every row', () => {
    for (const answer of pooled) {
      const lines = usedRowsCsv(answer, words).trim().split('\r\n');
      expect(lines).toHaveLength(1 + answer.comparisons.reduce((sum, { parts }) => sum + parts.length, 0));
      for (const line of lines.slice(1)) expect(line).toContain(',L,A,');
    }
  });
});

describe('settings', () => {
  const narrowed: Settings = {
    ...defaults,
    filters: { ...defaults.filters, country: 'DEU', comparator: 'reference' },
    correlation: 0.25,
    missing: 'impute',
    subgroups: 'method',
  };

  it('come back from the address; nothing stands there by default', () => {
    expect(writeSettings(defaults)).toBe('');
    expect(readSettings(new URLSearchParams(writeSettings(narrowed)))).toEqual(narrowed);
    expect(readSettings(new URLSearchParams('correlation=7&missing=x&subgroups=y'))).toEqual(defaults);
  });

  it('narrow the rows', () => {
    const left = rows.filter((row) => passes(row, narrowed.filters));
    expect(left.length).toBeGreaterThan(20);
    for (const { country, comparator } of left) expect([country, comparator]).toEqual(['DEU', 'reference']);
  });

  it('compare groups where they are asked for', () => {
    const { pooled: grouped } = answersOf(rows, { ...defaults, subgroups: 'method' });
    const plants = grouped.find(
      ({ question }) => question.id === 'grassland-restoration-plant-species-richness-degraded',
    );
    expect(plants?.synthesis?.groups?.groups).toHaveLength(4);
  });

  it('work for every filter there is', () => {
    for (const name of ['country', 'ecosystem', 'model', 'indicator', 'intervention'] as const)
      for (const id of new Set(rows.map((row) => row[name])))
        for (const missing of ['drop', 'impute'] as const)
          expect(() =>
            answersOf(rows, { ...narrowed, missing, filters: { ...defaults.filters, [name]: id } }),
          ).not.toThrow();
  });
});

it('names of studies are readable', () => {
  expect(studyName('ccn-poppe-2019-snohomish')).toBe('Poppe 2019 Snohomish');
});
