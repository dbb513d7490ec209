import { readFacts, splitFrontMatter } from '../guard/front-matter.ts';
import type { Draft } from './draft.ts';
import { factsOf, valuesOf } from './facts.ts';
import { fileText, storyOf } from './file-text.ts';
import type { FormData } from './form-data.ts';
import type { HandedFile } from './hand-in.ts';
import { slugOf } from './ids.ts';

/** The folder a contribution goes to: as its writer says, or after its title. */
export function folderOf({ slug, values }: Draft): string {
  const title = values['title'];
  return slug.trim() || slugOf(typeof title === 'string' ? title : '') || 'your-slug';
}

/** index.mdx of a contribution as it stands. */
export function contributionFile(draft: Draft, data: FormData): HandedFile {
  return {
    path: `content/${data.collection}/${folderOf(draft)}/index.mdx`,
    text: fileText(factsOf(data.model, draft.values), data.story, draft.story),
  };
}

/** A published or downloaded index.mdx as a draft; undefined where it is none of this kind. */
export function draftOfFile(text: string, data: FormData, name: string): Draft | undefined {
  const plain = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const { yaml, body, problems } = splitFrontMatter(plain, 'index.mdx');
  const facts = problems.length > 0 ? undefined : readFacts(yaml, 'index.mdx').data;
  if (typeof facts !== 'object' || facts === null || !('title' in facts) || !('sources' in facts))
    return undefined;
  const kindOf = { 'case-study': 'outcomes', protocol: 'steps', translation: 'translates' }[data.form];
  if (!(kindOf in facts)) return undefined;
  return {
    form: data.form,
    name,
    slug: '',
    values: valuesOf(data.model, facts),
    story: storyOf(data.story, body),
  };
}
