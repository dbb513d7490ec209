import { sourceLocale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { archivePath } from './api.ts';
import { aboutFile } from './edition.ts';
import { portalName } from './item-citation.ts';
import type { Entry, Library } from './library.ts';
import { listed } from './list-paths.ts';
import { pathOf } from './paths.ts';
import { absolute, asset, href } from './site.ts';
import { summaryOf, titleOf } from './view.ts';

/** /llms.txt: what is here and in which form, for language models and others who read plain text (llmstxt.org). */
export function llmsText(library: Library): string {
  const t = translator(sourceLocale);
  const { citation } = aboutFile(library, '/llms.txt', 'Overview in plain text.');
  const file = (path: string, name: string, says: string) => `- [${name}](${absolute(asset(path))}): ${says}`;
  const parts = [
    `# ${portalName()}`,
    `> ${t('site.description')}`,
    'Entries are compiled from published literature. Each states its review, each number its source, unit and uncertainty, or that none was published. Effects of different cases are not comparable as they stand. When you quote a number, keep its unit, comparison, depth, years and source, and say in which state of review it stands.',
    `Cite as: ${citation}`,
    '## Data',
    [
      file('/api/index.json', 'List of all files', 'every file with meaning, licence and citation'),
      file('/api/openapi.json', 'OpenAPI', 'the same for programs'),
      file('/api/datapackage.json', 'Data package', 'columns of all tables with types, units and meaning'),
      file('/api/effects.csv', 'Effects', 'effects with a figure, of all case studies, one figure a row'),
      file(
        '/api/evidence-rows.csv',
        'Comparisons',
        'restored against other land, with spread, licence and citation in every row',
      ),
      file('/api/library.bib', 'BibTeX', 'every entry and every source'),
      file(archivePath(library), 'Archive', 'all of it, with checksums'),
    ].join('\n'),
    ...[...listed, 'evidence' as const].map((name) => {
      const entries = (library.all(name) as readonly Entry[]).map((entry) => {
        const summary = summaryOf(entry, sourceLocale)?.text;
        const link = `- [${plain(titleOf(entry, sourceLocale).text)}](${absolute(href(sourceLocale, pathOf(entry)))})`;
        return summary ? `${link}: ${plain(firstSentence(summary))}` : link;
      });
      return `## ${t(`collection.${name}`)}\n\n${entries.join('\n')}`;
    }),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Words that Markdown would read as a link stay words. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[[\]]/g, '\\$&');
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}
