import { afterEach, describe, expect, it, vi } from 'vitest';

const page = { path: '/case-studies/mire/', title: 'A mire' };
const figure = { id: 'outcome-moss', title: 'Moss & peat', value: '42 g' };

/** The module reads the address of the tracker once, when it is loaded. */
async function addressWith(tracker: string, locale: 'en' | 'zh' = 'en'): Promise<string> {
  vi.stubEnv('REPOSITORY_URL', tracker);
  vi.resetModules();
  const { figureReportAddress } = await import('./report.ts');
  return figureReportAddress(page, figure, locale);
}

afterEach(() => vi.unstubAllEnvs());

describe('the report of a problem with a figure', () => {
  it('names the page, the place on it, the figure and its value', async () => {
    const { origin, pathname, searchParams } = new URL(await addressWith('https://example.org/a/b.git'));
    expect(origin + pathname).toBe('https://example.org/a/b/issues/new');
    expect(searchParams.get('title')).toContain('A mire');
    const text = searchParams.get('body') ?? '';
    for (const part of ['/case-studies/mire/#outcome-moss', 'Moss & peat', '42 g'])
      expect(text).toContain(part);
  });

  it('fills in the form where GitHub keeps the project, and only there', async () => {
    const { searchParams } = new URL(await addressWith('https://github.com/a/b'));
    expect(searchParams.get('template')).toBe('report-figure.yml');
    expect(searchParams.get('page')).toContain('/case-studies/mire/#outcome-moss');
    expect(searchParams.get('figure')).toBe('Moss & peat');
    expect(searchParams.get('value')).toBe('42 g');
    expect(await addressWith('https://gitlab.com/a/b')).not.toContain('template=');
  });

  it('leads to the page on corrections where no tracker is known', async () => {
    expect(await addressWith('', 'zh')).toBe('/zh/about/#corrections');
  });
});
