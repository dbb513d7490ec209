import { describe, expect, it } from 'vitest';
import { type Case, caseOf, libraryOf } from '../../tests/content/case-library.ts';
import { countEffects, effectsIn, evidenceOf } from './evidence.ts';
import { evidenceCsv, evidenceFiles } from './evidence-csv.ts';

const finland = caseOf('finland-spruce-mire-restoration');
const tigray = caseOf('tigray-exclosures');
const library = libraryOf([finland, tigray]);
const panelsOf = (effects: ReturnType<typeof effectsIn>, indicator: string) =>
  evidenceOf(effects, 'en')
    .flatMap(({ indicators }) => indicators)
    .find(({ id }) => id === indicator)?.panels ?? [];

describe('the effects side by side', () => {
  const effects = effectsIn(library, 'en');

  it('are effects with a number, and nothing else', () => {
    expect(effects.length).toBeGreaterThan(0);
    for (const { outcome } of effects) {
      expect(outcome.role).toBe('effect');
      expect(outcome.value ?? outcome.low).toBeDefined();
    }
    const doubtful = finland.facts.outcomes.map((outcome) => ({ ...outcome, confirmed: false }));
    const unsure = { ...finland, facts: { ...finland.facts, outcomes: doubtful } } as Case;
    expect(effectsIn(libraryOf([unsure]), 'en')).toEqual([]);
  });

  it('never share a scale between units, or between a state and a difference', () => {
    for (const panel of panelsOf(effects, 'ecosystem-carbon-stock')) {
      const units = new Set(panel.rows.map(({ outcome }) => outcome.unit));
      const kinds = new Set(panel.rows.map(({ outcome }) => outcome.kind));
      expect([units.size, kinds.size]).toEqual([1, 1]);
    }
    expect(panelsOf(effects, 'ecosystem-carbon-stock').map(({ kind }) => kind)).toEqual([
      'compared',
      'difference',
    ]);
  });

  it('draw both arms where both have a figure, each with its own spread', () => {
    const [compared, alone] = panelsOf(effects, 'moss-biomass-growth');
    expect(compared?.rows[0]?.strip.svg.match(/class="spread"/g)).toHaveLength(6);
    expect(compared?.rows[0]?.strip.svg.match(/<circle/g)).toHaveLength(2);
    expect(alone?.kind).toBe('absolute');
    expect(alone?.rows[0]?.strip.svg.match(/<circle/g)).toHaveLength(1);
  });

  it('are counted by what they say of themselves', () => {
    expect(countEffects(effects)).toMatchObject({ figures: effects.length, cases: 2, modelled: 0 });
    expect(countEffects(effects).compared).toBe(5);
  });

  it('show the surest where a page cannot carry all, and keep all in the file', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...tigray, slug: `case-${index}` }));
    const large = libraryOf([...many, finland]);
    const shown = evidenceOf(effectsIn(large, 'en'), 'en').flatMap(({ indicators }) => indicators);
    expect(shown.find(({ id }) => id === 'ecosystem-carbon-stock')).toMatchObject({ count: 90, shown: 24 });
    expect(evidenceCsv(large, 'ecosystem-carbon-stock').trim().split('\r\n')).toHaveLength(91);
  });

  it('are files for each indicator and one for all', () => {
    expect(evidenceFiles(library)).toContain('moss-height-growth');
    const [head = '', ...rows] = evidenceCsv(library, 'effects').trim().split('\r\n');
    expect(head).toContain('against_spread_kind');
    expect(rows).toHaveLength(effects.length);
  });
});
