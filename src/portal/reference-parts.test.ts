import { expect, it } from 'vitest';
import { referencePartOf, referencePath } from './reference-parts.ts';

it.each([
  ['abraham-2013', '/references/'],
  ['forster-2021', '/references/'],
  ['2019-report', '/references/'],
  ['groa', '/references/g-l/'],
  ['luo-2020', '/references/g-l/'],
  ['mekuria-2013', '/references/m-z/'],
  ['zheng-2012', '/references/m-z/'],
])('%s stands on %s', (slug, path) => {
  expect(referencePath(referencePartOf(slug))).toBe(path);
});
