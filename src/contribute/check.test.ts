import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../checks/check-content.ts';
import { readFacts, splitFrontMatter } from '../guard/front-matter.ts';
import { sectionHeadings } from '../i18n/translate.ts';
import { caseStudy, caseStudySections } from '../schemas/case-study.ts';
import { checkDraft, type Known } from './check.ts';
import { type Draft, newDraft } from './draft.ts';
import { factsOf, valuesOf } from './facts.ts';
import { fileText, storyOf } from './file-text.ts';
import { formModel } from './form-model.ts';
import { type Value, type Values, withValue } from './values.ts';

const form = formModel(caseStudy);
const story = [...sectionHeadings('en', 'case-studies', caseStudySections)].map(([heading, id]) => ({
  id,
  heading,
  label: heading,
}));
const known: Known = { entries: {}, libraryDois: {}, story };

const template = readFileSync('content/templates/case-study/index.mdx', 'utf8');
const parts = splitFrontMatter(template, 'index.mdx');
const sound: Draft = {
  ...newDraft('case-study', 'Sound', '2026-11-22'),
  values: valuesOf(form, readFacts(parts.yaml, 'index.mdx').data),
  story: storyOf(story, parts.body),
};

const changed = (path: readonly (string | number)[], value: Value): Draft => ({
  ...sound,
  values: withValue(sound.values, path, value) as Values,
});

const codes = async (draft: Draft) =>
  (await checkDraft('case-study', draft, known)).map(
    ({ path, problem }) => `${path.join('.')} ${problem.code}`,
  );

/** The same draft as files, under the check of the command. */
async function codesOfCheck(draft: Draft): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'form-'));
  try {
    const file = join(folder, 'case-studies/a/index.mdx');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fileText(factsOf(form, draft.values), story, draft.story));
    return (await checkContent(folder)).map(({ code }) => code).sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the check beside the fields', () => {
  it('has nothing to say of the template, and neither has the command', async () => {
    expect(await codes(sound)).toEqual([]);
    expect(await codesOfCheck(sound)).toEqual([]);
  });

  it('asks for what a quick case needs', async () => {
    const found = await checkDraft('case-study', newDraft('case-study', '', '2026-11-22'), known);
    expect(found.every(({ missing }) => missing)).toBe(true);
    expect(found.map(({ path }) => path.join('.'))).toEqual([
      'title',
      'summary',
      'place.name',
      'place.countries',
      'place.point',
      'ecosystems',
      'drivers',
      'interventions',
      'restoration',
      'started',
    ]);
  });

  const slips: readonly (readonly [string, readonly (string | number)[], Value, string])[] = [
    ['a number with its unit', ['outcomes', 0, 'value'], '12,000 ha', 'outcomes.0.value'],
    ['a unit that does not fit', ['outcomes', 0, 'unit'], 'm', 'outcomes.0.unit'],
    ['a unit as people write it', ['outcomes', 0, 'unit'], 't C/ha', 'outcomes.0.unit'],
    ['an unknown driver', ['drivers', 0], 'overgrasing', 'drivers.0'],
    ['latitude out of range', ['place', 'point', 'lat'], '136.5', 'place.point.lat'],
    ['a date in words', ['started'], 'the nineties', 'started'],
    ['no source for a figure', ['outcomes', 0, 'sources', 0], 'nobody-2020', 'outcomes.0.sources.0'],
    ['carbon without its record', ['outcomes', 0, 'carbon'], {}, 'outcomes.0.carbon'],
    [
      'an upside-down depth',
      ['outcomes', 0, 'carbon', 'depth', 'top'],
      '40',
      'outcomes.0.carbon.depth.bottom',
    ],
    ['a bad DOI', ['sources', 0, 'DOI'], 'https://doi.org/10.1234/example', 'sources.0.DOI'],
    ['an invisible character', ['title'], 'A\u200bB', 'title'],
    ['a letter that looks like another', ['title'], 'Fenced v\u0430lley', 'title'],
    ['a policy that does not exist', ['policies'], ['no-such-policy'], 'policies.0'],
    ['a claim without a baseline', ['outcomes', 0, 'carbon', 'baseline'], 'none', ''],
  ];
  it.each(slips)('names %s at its field, with the codes of the command', async (_, path, value, at) => {
    const draft = path.at(-1) === 'baseline' ? withSummary(changed(path, value)) : changed(path, value);
    const found = await checkDraft('case-study', draft, known);
    expect(found.map((one) => one.path.join('.'))).toContain(at === '' ? 'summary' : at);
    const check = await codesOfCheck(draft);
    for (const { problem } of found) expect(check).toContain(problem.code);
    for (const code of check) expect(found.map(({ problem }) => problem.code)).toContain(code);
  });

  const withSummary = (draft: Draft): Draft => ({
    ...draft,
    values: { ...draft.values, summary: 'Carbon was removed.' },
  });

  it('finds in the story what the command finds', async () => {
    for (const text of [
      '<script>alert(1)</script>',
      'a {b} c',
      '## Own heading',
      '[@Orth 2020]',
      '[@nobody-2020]',
      '[x](javascript:alert(1))',
      '$$\\frac{$$',
    ]) {
      const draft = { ...sound, story: { ...sound.story, action: text } };
      const found = await checkDraft('case-study', draft, known);
      expect(
        found.map(({ path }) => path.join('.')),
        text,
      ).toContain('story.action');
      expect([...new Set(found.map(({ problem }) => problem.code))].sort(), text).toEqual([
        ...new Set(await codesOfCheck(draft)),
      ]);
    }
  });
});
