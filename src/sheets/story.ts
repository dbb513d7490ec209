/** One section of a text: its heading, and the Markdown below it. */
export interface StorySection {
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  readonly text: string;
}

/** A cell of a spreadsheet holds no more signs than this. */
const longestCell = 32_000;

/** The body of a contribution, divided at its headings of level two; headings in code are text. */
export function splitStory(body: string): StorySection[] {
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  let fence: string | undefined;
  for (const line of body.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && fence === undefined) fence = mark;
    else if (mark && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    const heading =
      fence === undefined ? /^ {0,3}##[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)?.[1] : undefined;
    if (heading !== undefined) sections.push({ heading, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections
    .map(({ heading, lines }) => ({
      heading,
      text: lines
        .join('\n')
        .replace(/^\s*\n/, '')
        .trimEnd(),
    }))
    .filter(({ heading, text }) => heading !== '' || text.trim() !== '')
    .flatMap(inCells);
}

/** A section that is too long for a cell goes on in the next row, from paragraph to paragraph. */
function inCells({ heading, text }: StorySection): StorySection[] {
  if (text.length <= longestCell) return [{ heading, text }];
  const cut = text.lastIndexOf('\n\n', longestCell);
  const at = cut > 0 ? cut : longestCell;
  return [
    { heading, text: text.slice(0, at) },
    ...inCells({ heading, text: text.slice(at).replace(/^\n+/, '') }),
  ];
}

/** Sections as one body; rows with the heading of the row above go on with its text. */
export function joinStory(sections: readonly StorySection[]): string {
  return sections
    .map(({ heading, text }, index) => {
      const goesOn = heading === (index === 0 ? '' : sections[index - 1]?.heading);
      return goesOn ? text.trimEnd() : `## ${heading}\n\n${text.trimEnd()}`.trimEnd();
    })
    .filter((part) => part !== '')
    .join('\n\n');
}
