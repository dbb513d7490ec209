import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { soundFolder } from './corpus.ts';

const file = 'case-studies/fenced-valley/index.mdx';
const picture = (people: string) =>
  `<Picture src="fence.jpg" alt="A fence with people" credit="N. Nobody" licence="CC-BY-4.0"${people} />`;

let folder: ReturnType<typeof soundFolder>;
beforeEach(async () => {
  folder = soundFolder();
  const bytes = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();
  folder.write('case-studies/fenced-valley/fence.jpg', bytes);
});
afterEach(() => folder.remove());

/** What the check says of the English file with a picture and, perhaps, a consent record. */
async function codes(people: string, consent = ''): Promise<string[]> {
  const text = folder.read(file).replace('\nplace:\n', `\n${consent}place:\n`);
  folder.write(file, `${text}\n${picture(people)}\n`);
  const problems = await checkContent(folder.folder);
  return problems.filter((problem) => problem.file === file).map(({ code }) => code);
}

describe('a picture with people', () => {
  it('who can be recognised needs their consent on record', async () => {
    expect(await codes(' people="with-consent"')).toEqual(['picture-consent']);
  });

  it('who agreed is published', async () => {
    const consent =
      'consent: { pictures: "Both agreed in writing in May 2026; the forms are with the institute." }\n';
    expect(await codes(' people="with-consent"', consent)).toEqual([]);
  });

  it.each(['', ' people="none"', ' people="not-recognisable"'])(
    'who cannot be recognised, or are not there (%s)',
    async (people) => {
      expect(await codes(people)).toEqual([]);
    },
  );

  it('is described with one of three words', async () => {
    expect(await codes(' people="yes"')).toEqual(['attribute-value']);
  });
});
