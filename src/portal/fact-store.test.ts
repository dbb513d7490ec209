import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readStore, type StoreLine, writeStore } from './fact-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-facts-'));
beforeAll(() => vi.stubEnv('CACHE_DIR', folder));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('the store of facts', () => {
  it('is empty before anything was stored', () => {
    expect(readStore('protocols', false)).toEqual([]);
  });

  it('gives back what it was given, whatever an entry holds and a folder is called', () => {
    const lines: StoreLine[] = [
      {
        id: 'loess-plateau',
        digest: '0123456789abcdef',
        json: JSON.stringify({ text: 'tab\t, line\n, 土壤\u2028' }),
      },
      { id: 'a folder\twith "all"\nof it', digest: '', json: '{}' },
    ];
    writeStore('case-studies', false, lines);
    expect(readStore('case-studies', false)).toEqual(lines);
    writeStore('case-studies', false, []);
    expect(readStore('case-studies', false)).toEqual([]);
  });
});
