import { Document, visit } from 'yaml';

/** A section of a story with the heading its language asks for. */
export interface StorySection {
  readonly id: string;
  readonly heading: string;
}

/** The text of index.mdx or of a translation: facts as YAML, then the story. */
export function fileText(
  facts: Readonly<Record<string, unknown>>,
  sections: readonly StorySection[],
  story: Readonly<Record<string, string>>,
): string {
  const document = new Document(facts, { aliasDuplicateObjects: false, version: '1.2', schema: 'core' });
  visit(document, {
    Scalar: (key, node) => {
      // Texts that begin like numbers are quoted: dates, versions and pages are none, whoever reads them.
      if (key !== 'key' && typeof node.value === 'string' && /^[\d.+-]/.test(node.value))
        node.type = 'QUOTE_DOUBLE';
    },
  });
  return `---\n${document.toString({ lineWidth: 110 })}---\n${storyText(sections, story)}`;
}

/** The sections that say something, each under its heading. */
export function storyText(
  sections: readonly StorySection[],
  story: Readonly<Record<string, string>>,
): string {
  return sections
    .filter(({ id }) => (story[id] ?? '').trim() !== '')
    .map(({ id, heading }) => `\n## ${heading}\n\n${sectionText(story[id] ?? '')}\n`)
    .join('');
}

export function sectionText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/** The other way round: a story by section; text under headings that are none of its sections stays where it stood. */
export function storyOf(sections: readonly StorySection[], body: string): Record<string, string> {
  const story: Record<string, string> = {};
  let id = sections[0]?.id ?? '';
  for (const line of body.split('\n')) {
    const heading = /^##\s+(.*?)\s*#*$/.exec(line)?.[1];
    const section = sections.find((one) => one.heading === heading);
    if (section) id = section.id;
    else story[id] = `${story[id] ?? ''}${line}\n`;
  }
  return Object.fromEntries(
    Object.entries(story)
      .map(([key, text]) => [key, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}
