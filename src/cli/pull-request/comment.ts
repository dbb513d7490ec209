import { isNotice } from '../../guard/codes.ts';
import type { Problem } from '../../guard/problem.ts';
import { type Run, sayInRuns } from '../../guard/say.ts';
import { problemWords } from '../../guard/say-problem.ts';
import { isLocale, type Locale, locales } from '../../i18n/locales.ts';
import { translator } from '../../i18n/translate.ts';
import { codeMarkdown, plainMarkdown } from './markdown.ts';
import type { Report } from './report.ts';

/** By this the one comment of a pull request is found again; readers do not see it. */
export const marker = '<!-- portal: what the check says -->';

const mostShown = 60;
/** A comment may have 65,536 signs. */
const longestComment = 60_000;

export interface Preview {
  /** Address of the pages as the pull request leaves them. */
  readonly address: string;
}

/** The comment for a report, in the contributor's language; without a report it says that none came. */
export function commentFor(report: Report | undefined, language: Locale, preview?: Preview): string {
  const t = translator(language);
  const parts = [marker, `## ${plainMarkdown(t('comment.title'))}`];
  if (!report || report.outcome === 'failed')
    return [...parts, plainMarkdown(t('comment.failed'))].join('\n\n');
  const notices = report.problems.filter(({ code }) => isNotice(code));
  const problems = report.problems.filter(({ code }) => !isNotice(code));
  if (report.outcome === 'maintainer') parts.push(plainMarkdown(t('comment.maintainer')));
  if (problems.length === 0 && report.outcome === 'clean') parts.push(plainMarkdown(t('comment.clean')));
  if (problems.length > 0)
    parts.push(
      `### ${plainMarkdown(t('comment.problems', { count: problems.length }))}`,
      ...list(problems, language),
    );
  if (notices.length > 0)
    parts.push(
      `### ${plainMarkdown(t('comment.notices', { count: notices.length }))}`,
      plainMarkdown(t('comment.notices.text')),
      ...list(notices, language),
    );
  if (preview && report.preview) parts.push(`[${plainMarkdown(t('comment.preview'))}](${preview.address})`);
  parts.push(`### ${plainMarkdown(t('comment.next'))}`, plainMarkdown(t('comment.next.text')));
  return shortened(parts);
}

function list(problems: readonly Problem[], language: Locale): string[] {
  const t = translator(language);
  const shown = problems.slice(0, mostShown).map((problem) => itemFor(problem, language));
  const left = problems.length - shown.length;
  return [shown.join('\n'), ...(left > 0 ? [plainMarkdown(t('comment.more', { count: left }))] : [])];
}

function itemFor(problem: Problem, language: Locale): string {
  const { message, hint } = sayInRuns(problemWords[language], problem);
  const place = translator(language)('comment.line', { line: String(problem.line) });
  return `- ${codeMarkdown(problem.file)}, ${plainMarkdown(place)}: ${runs(message)} ${runs(hint)} (${codeMarkdown(problem.code)})`;
}

/** The words of a sentence are ours, its values somebody else's. */
const runs = (parts: readonly Run[]): string =>
  parts.map(({ text, isValue }) => (isValue ? codeMarkdown(text) : plainMarkdown(text))).join('');

function shortened(parts: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.length + 2;
    if (length > longestComment) break;
    kept.push(part);
  }
  return kept.join('\n\n');
}

/** The language that a pull request asks for: a line such as `Language: zh` of its form. */
export function languageOfRequest(body: string | null | undefined): Locale {
  const found = new RegExp(
    `^[\\s>*-]*Language[^:：\\n]{0,80}[:：]\\s*\`?(${locales.join('|')})\\b`,
    'im',
  ).exec(body ?? '')?.[1];
  const language = found?.toLowerCase() ?? '';
  return isLocale(language) ? language : 'en';
}
