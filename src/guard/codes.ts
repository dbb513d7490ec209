/**
 * Every kind of problem, with the group it is listed under and the values its sentences need beside the place.
 * A `notice` is something to look at: it is said, and stops nothing.
 */
interface CodeFacts {
  readonly group: string;
  readonly values: readonly string[];
  readonly notice?: true;
}

export const problemCodes = {
  'file-too-large': { group: 'file', values: ['size', 'limit'] },
  encoding: { group: 'file', values: ['encoding'] },
  'encoding-unknown': { group: 'file', values: [] },
  'byte-order-mark': { group: 'file', values: [] },
  'line-endings': { group: 'file', values: [] },
  'invisible-character': { group: 'file', values: ['character'] },
  'bidi-character': { group: 'file', values: ['character'] },
  'lost-character': { group: 'file', values: ['found'] },
  mojibake: { group: 'file', values: ['found'] },

  'no-index': { group: 'path', values: [] },
  slug: { group: 'path', values: ['name'] },
  'case-collision': { group: 'path', values: ['name', 'other'] },
  'not-a-collection': { group: 'path', values: ['name', 'allowed'] },
  'outside-contribution': { group: 'path', values: ['name', 'example'] },
  'folder-inside': { group: 'path', values: ['name'] },
  'file-kind': { group: 'path', values: ['name', 'allowed'] },
  'not-a-yaml-file': { group: 'path', values: ['name'] },
  'svg-file': { group: 'path', values: ['name'] },
  'file-name': { group: 'path', values: ['name'] },
  'hidden-file': { group: 'path', values: ['name'] },
  'symbolic-link': { group: 'path', values: ['name'] },
  submodule: { group: 'path', values: ['name'] },
  'path-outside': { group: 'path', values: ['name'] },
  'path-character': { group: 'path', values: ['name', 'character'] },
  'reserved-name': { group: 'path', values: ['name'] },
  'language-file': { group: 'path', values: ['name', 'allowed'] },
  'english-file': { group: 'path', values: [] },
  'change-outside': { group: 'path', values: ['name'] },
  'change-second': { group: 'path', values: ['name', 'first'] },
  'change-unneeded': { group: 'path', values: ['name', 'first'] },

  'front-matter-missing': { group: 'yaml', values: ['found'] },
  'front-matter-language': { group: 'yaml', values: ['found'] },
  'front-matter-open': { group: 'yaml', values: [] },
  'yaml-syntax': { group: 'yaml', values: ['found'] },
  'yaml-indentation': { group: 'yaml', values: ['found'] },
  'yaml-tab': { group: 'yaml', values: ['found'] },
  'yaml-quote': { group: 'yaml', values: ['found'] },
  'yaml-colon': { group: 'yaml', values: ['found'] },
  'yaml-duplicate-key': { group: 'yaml', values: ['key'] },
  'yaml-anchor': { group: 'yaml', values: ['found'] },
  'yaml-alias': { group: 'yaml', values: ['found'] },
  'yaml-tag': { group: 'yaml', values: ['found'] },
  'yaml-depth': { group: 'yaml', values: ['limit'] },
  'reserved-key': { group: 'yaml', values: ['key'] },
  'smart-quote': { group: 'yaml', values: ['found'] },
  'full-width': { group: 'yaml', values: ['found'] },
  'odd-space': { group: 'yaml', values: ['character'] },

  'missing-key': { group: 'keys', values: ['key', 'name'] },
  'missing-choice': { group: 'keys', values: ['key', 'name', 'allowed'] },
  'unknown-key': { group: 'keys', values: ['key', 'allowed'] },
  'too-few': { group: 'keys', values: ['key', 'limit'] },
  'missing-depth': { group: 'keys', values: [] },
  'missing-substance': { group: 'keys', values: ['indicator', 'allowed'] },
  'missing-carbon': { group: 'keys', values: [] },
  'missing-gwp': { group: 'keys', values: [] },
  'missing-step-sources': { group: 'keys', values: [] },

  empty: { group: 'values', values: ['key'] },
  'template-left': { group: 'values', values: ['key', 'found'] },
  'not-allowed': { group: 'values', values: ['key', 'found', 'allowed'] },
  'not-text': { group: 'values', values: ['key', 'found'] },
  'not-a-list': { group: 'values', values: ['key', 'found'] },
  'not-a-group': { group: 'values', values: ['key', 'found'] },
  'not-true-or-false': { group: 'values', values: ['key', 'found'] },
  'wrong-form': { group: 'values', values: ['key', 'found'] },
  'too-long': { group: 'values', values: ['key', 'length', 'limit'] },
  'bad-id': { group: 'values', values: ['key', 'found'] },
  'duplicate-id': { group: 'values', values: ['id'] },
  'bad-date': { group: 'values', values: ['key', 'found'] },
  'excel-date': { group: 'values', values: ['key', 'found'] },
  'bad-doi': { group: 'values', values: ['key', 'found'] },
  'bad-address': { group: 'values', values: ['key', 'found'] },
  'bad-orcid': { group: 'values', values: ['key', 'found'] },
  'orcid-check-digit': { group: 'values', values: ['key', 'found'] },
  'bad-ror': { group: 'values', values: ['key', 'found'] },
  'bad-subdivision': { group: 'values', values: ['key', 'found'] },
  'bad-version': { group: 'values', values: ['key', 'found'] },
  'bad-revision': { group: 'values', values: ['key', 'found'] },
  'review-without-reviewers': { group: 'values', values: [] },
  invalid: { group: 'values', values: ['key', 'found'] },

  'not-a-number': { group: 'numbers', values: ['key', 'found'] },
  'number-format': { group: 'numbers', values: ['key', 'found'] },
  'not-a-whole-number': { group: 'numbers', values: ['key', 'found'] },
  'too-small': { group: 'numbers', values: ['key', 'found', 'limit'] },
  'too-large': { group: 'numbers', values: ['key', 'found', 'limit'] },
  'confidence-level': { group: 'numbers', values: ['found'] },
  'no-figure': { group: 'numbers', values: [] },
  'interval-half': { group: 'numbers', values: ['key'] },
  'interval-upside-down': { group: 'numbers', values: ['low', 'high'] },
  'below-low': { group: 'numbers', values: ['value', 'low'] },
  'above-high': { group: 'numbers', values: ['value', 'high'] },
  'depth-upside-down': { group: 'numbers', values: ['top', 'bottom'] },
  'spread-without-figure': { group: 'numbers', values: [] },
  'spread-half': { group: 'numbers', values: ['key'] },
  'spread-empty': { group: 'numbers', values: [] },
  'spread-both': { group: 'numbers', values: [] },
  'spread-level': { group: 'numbers', values: ['kind'] },
  unit: { group: 'numbers', values: ['found'] },
  'unit-substance': { group: 'numbers', values: ['found', 'substance'] },
  'unit-kind': { group: 'numbers', values: ['found', 'indicator', 'allowed'] },
  'percent-or-fraction': { group: 'numbers', values: ['found', 'percent'], notice: true },
  'carbon-or-co2e': { group: 'numbers', values: ['found', 'other', 'where'], notice: true },
  'substance-in-words': { group: 'numbers', values: ['found', 'substance'], notice: true },

  latitude: { group: 'place', values: ['found'] },
  longitude: { group: 'place', values: ['found'] },
  'coordinate-format': { group: 'place', values: ['key', 'found'] },
  'point-elsewhere': { group: 'place', values: ['lat', 'lon', 'country'] },

  'unknown-source': { group: 'sources', values: ['id'] },
  'citation-form': { group: 'sources', values: ['found'] },
  'unused-source': { group: 'sources', values: ['id'] },
  'unused-reference': { group: 'sources', values: ['id'] },
  'source-in-library': { group: 'sources', values: ['id'] },
  'duplicate-publication': { group: 'sources', values: ['doi', 'where'] },
  'dead-reference': { group: 'sources', values: ['id', 'collection'] },
  claim: { group: 'sources', values: ['found'] },
  'near-copy': { group: 'sources', values: ['where', 'share'], notice: true },

  import: { group: 'text', values: ['found'] },
  braces: { group: 'text', values: ['found'] },
  'braces-attribute': { group: 'text', values: ['component', 'example'] },
  html: { group: 'text', values: ['tag', 'allowed'] },
  component: { group: 'text', values: ['name', 'allowed'] },
  'component-place': { group: 'text', values: ['name'] },
  'component-open': { group: 'text', values: ['found'] },
  'attribute-unknown': { group: 'text', values: ['component', 'name', 'allowed'] },
  'attribute-value': { group: 'text', values: ['component', 'name', 'found', 'allowed'] },
  'attribute-missing': { group: 'text', values: ['component', 'name', 'example'] },
  autolink: { group: 'text', values: ['found'] },
  'less-than': { group: 'text', values: ['found'] },
  'text-syntax': { group: 'text', values: ['found'] },
  'text-depth': { group: 'text', values: ['found', 'limit'] },
  'too-many-signs': { group: 'text', values: ['sign', 'limit'] },
  'heading-level': { group: 'text', values: ['found'] },
  'heading-unknown': { group: 'text', values: ['found', 'allowed'] },
  'heading-twice': { group: 'text', values: ['found'] },
  equation: { group: 'text', values: ['found', 'detail'] },
  confusable: { group: 'text', values: ['found', 'character'] },

  'link-scheme': { group: 'links', values: ['address'] },
  'dead-link': { group: 'links', values: ['address'] },
  'link-text': { group: 'links', values: ['found'], notice: true },

  'missing-file': { group: 'media', values: ['name'] },
  'no-alt': { group: 'media', values: ['name'] },
  'unused-file': { group: 'media', values: ['name'] },
  'picture-unreadable': { group: 'media', values: ['name'] },
  'picture-format': { group: 'media', values: ['name', 'format'] },
  'picture-too-large': { group: 'media', values: ['width', 'height', 'limit'] },
  'picture-location': { group: 'media', values: ['name'] },
  'table-separator': { group: 'media', values: ['found'] },
  'table-columns': { group: 'media', values: ['columns', 'expected'] },
  'table-formula': { group: 'media', values: ['found'] },

  'translation-fact': { group: 'translations', values: ['key'] },
  'stale-translation': { group: 'translations', values: ['was', 'now'] },
  untranslated: { group: 'translations', values: ['key'] },
  'unknown-id': { group: 'translations', values: ['key'] },
} as const satisfies Readonly<Record<string, CodeFacts>>;

export type ProblemCode = keyof typeof problemCodes;
export type ProblemGroup = (typeof problemCodes)[ProblemCode]['group'];

/** What the sentences of a code need; any code may carry what was probably meant. */
export type ValuesOf<Code extends ProblemCode> = {
  readonly [Name in (typeof problemCodes)[Code]['values'][number]]: string | number;
} & { readonly suggestion?: string | undefined };

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}

/** Whether a problem is only pointed out and stops nothing. */
export function isNotice(code: ProblemCode): boolean {
  return (problemCodes[code] as CodeFacts).notice === true;
}
