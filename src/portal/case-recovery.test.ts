import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../calculators/words.ts';
import { type Locale, locales } from '../i18n/locales.ts';
import { caseStudy } from '../schemas/case-study.ts';
import { readEntry } from '../schemas/read-entry.ts';
import type { RecoveryScores } from '../schemas/recovery.ts';
import { type Localized, localize } from '../schemas/words.ts';
import { partIds } from '../science/recovery-parts.ts';
import { recoveryFigure } from './case-recovery.ts';

const file = 'tests/content/sound/case-studies/fenced-valley/index.mdx';
const { record } = readEntry(caseStudy, readFileSync(file), file);
if (!record) throw new Error(`${file} is not sound`);
const { recovery } = localize(caseStudy, record, undefined, 'en', 'en').record;
if (!recovery) throw new Error(`${file} was not scored`);
const scored: Localized<RecoveryScores> = recovery;

describe('the wheel of a case that was scored', () => {
  const figure = recoveryFigure(scored, 'en');

  it('has a row for each part, with its evidence, and no zero where nothing was assessed', () => {
    expect(figure.rows).toHaveLength(18);
    expect(figure.columns.map(({ label }) => label)).toEqual(['Attribute', 'Part', 'Score', 'Evidence']);
    const at = (id: (typeof partIds)[number]) => figure.rows[partIds.indexOf(id)]?.slice(2);
    expect(at('over-utilization')).toEqual(['4', 'A made-up walk']);
    expect(at('pollution')).toEqual(['0', 'A made-up count']);
    expect(at('invasive-species')).toEqual(['Not assessed', '']);
    expect(figure.rows.filter((row) => row[2] === 'Not assessed')).toHaveLength(15);
  });

  it('says when, by whom and against what, and that there is no overall score', () => {
    expect(figure.text).toContain('Scored by two people who do not exist (May 2019), against a grassland');
    expect(figure.text).toContain('no overall score');
    expect(figure.text).toContain('3 of 18 parts were assessed');
    expect(figure.sources).toEqual(['made-up-2020']);
  });

  it('says the overall score where all parts were assessed', () => {
    const score = (id: (typeof partIds)[number], value: number) => ({
      id,
      score: value,
      evidence: { text: 'x', lang: 'en' as const },
      sources: ['made-up-2020', `source-of-${id}`],
    });
    const full = { ...scored, scores: partIds.map((id, index) => score(id, index < 3 ? 2 : 5)) };
    const { text, sources } = recoveryFigure(full, 'en');
    expect(text).toContain('is 4.5 of 5');
    expect(sources).toHaveLength(1 + partIds.length);
  });

  it.each<Locale>(locales)('is drawn in %s with words of that language', (locale) => {
    const { drawings, text } = recoveryFigure(scored, locale);
    const own = wordsOf('recovery-wheel', locale).own['view.wheel.none'] ?? '';
    expect(own).not.toBe('');
    for (const { svg } of drawings) {
      expect(svg).toContain(own);
      expect(svg.match(/<path class="unknown"/g)).toHaveLength(15);
      expect(svg).not.toMatch(/undefined|NaN|\{\w+\}/);
    }
    expect(text).not.toMatch(/\{\w+\}/);
  });
});
