import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CslItem } from './csl-item.ts';

/** CSL-JSON to the files that reference managers read. Nothing of Astro: a process beside it writes the files. */

const { format } = plugins.config.get('@bibtex');
format.asciiOnly = false; // its ASCII table lacks most scripts, and drops what it lacks
format.useIdAsLabel = true;
format.checkLabel = false;

/** Characters that TeX would act on. Each passes the processor as a stand-in and is escaped afterwards. */
const texEscapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};
const special = Object.keys(texEscapes);
const firstPlace = 0xe010;
const hide = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\{}<>~^&%$#_]/g, (character) =>
      String.fromCharCode(firstPlace + special.indexOf(character)),
    );
const show = (text: string, put: (character: string) => string) =>
  text.replaceAll(/[\ue010-\ue01b]/g, (place) => put(special[place.charCodeAt(0) - firstPlace] ?? ''));

/** Fields that TeX sets as they are: nothing in them is escaped, so braces must not occur. */
const verbatim = /^\t(?:url|doi) = /;
const address: Readonly<Record<string, string>> = { '{': '%7B', '}': '%7D', '\\': '%5C' };

/** BibTeX in UTF-8. Labels are the ids. */
export function toBibtex(items: readonly CslItem[]): string {
  const hidden = items.map(({ id, type, ...item }) => {
    const text = JSON.stringify({ ...item, ...institutionOf(type, item) });
    const fields = JSON.parse(text, (_, value: unknown) =>
      typeof value === 'string' ? hide(value) : value,
    ) as object;
    return { ...fields, id, type };
  });
  return `${plugins.output
    .format('bibtex', hidden)
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('\thowpublished = ')) // the address once more
    .map((line) =>
      verbatim.test(line)
        ? show(line, (character) => address[character] ?? character)
        : show(line, (character) => texEscapes[character] ?? character),
    )
    .join('\n')}\n`;
}

/** BibTeX asks a report for its institution. Where that is the author, CSL does not name it twice. */
function institutionOf(type: string, { author, publisher }: Partial<CslItem>): { publisher?: string } {
  const [only, ...more] = author ?? [];
  const own = only && more.length === 0 && 'literal' in only ? String(only.literal) : undefined;
  return type === 'report' && !publisher && own ? { publisher: own } : {};
}

/** RIS. The lines are our own: the processor breaks them after 70 characters, inside words, and cuts ids to 20. */
export function toRis(items: readonly CslItem[]): string {
  const entries = plugins.output.format('ris', items, { format: 'object' }).map(({ TY, ID: _, ...tags }) => {
    const lines = Object.entries(tags).flatMap(([tag, value]) =>
      [value].flat().map((each) => line(tag, each)),
    );
    return [line('TY', TY), ...lines, line('ER', '')].join('');
  });
  return entries.join('');
}

function line(tag: string, value: string | string[] | undefined): string {
  return `${tag}  - ${String(value ?? '').replaceAll(/\s+/g, ' ')}\r\n`;
}

export function toCslJson(data: readonly CslItem[]): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
