import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { absolute, href } from './site.ts';

/** Where the source code is kept, `REPOSITORY_URL` at build time; without it problems go to the about page. */
export const repository = repositoryAddress(process.env['REPOSITORY_URL']);

function repositoryAddress(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^https:\/\/[^\s?#"<>]+$/.test(text))
    throw new Error(
      `REPOSITORY_URL is "${text}"; write an https address, such as https://github.com/name/project`,
    );
  return text.replace(/\/+$/, '').replace(/\.git$/, '');
}

/** Address at which a reader reports a problem with a page: a new issue that names the page, where there is a tracker. */
export function reportAddress(path: string, title: string, locale: Locale): string {
  if (!repository) return href(locale, '/about/#corrections');
  const t = translator(locale);
  const page = absolute(href(locale, path));
  return newIssue(repository, t('cite.report.title', { title }), t('cite.report.text', { page }));
}

/** A page by its address within a language and the title it bears there. */
export interface ReportedPage {
  readonly path: string;
  readonly title: string;
}

/** A figure of a page: the place it stands at, what it is called, and what it says. */
export interface ReportedFigure {
  readonly id: string;
  readonly title: string;
  readonly value: string;
}

/** Address at which a reader reports a problem with one figure: the issue names page, figure and value. */
export function figureReportAddress(page: ReportedPage, figure: ReportedFigure, locale: Locale): string {
  if (!repository) return href(locale, '/about/#corrections');
  const t = translator(locale);
  const address = `${absolute(href(locale, page.path))}#${figure.id}`;
  const { title, value } = figure;
  const link = newIssue(
    repository,
    t('report.title', { title: page.title }),
    t('report.text', { address, figure: title, value }),
  );
  // GitHub opens the form and fills its fields by their names; without the form it takes the text.
  if (!/^https:\/\/github\.com\//.test(repository)) return link;
  return `${link}&${new URLSearchParams({ template: figureForm.template, page: address, figure: title, value })}`;
}

/** The form of .github/ISSUE_TEMPLATE for a figure, and the fields that the link fills in. */
export const figureForm = {
  template: 'report-figure.yml',
  fields: ['page', 'figure', 'value'],
} as const;

/** GitHub, Gitea and Forgejo share a form; GitLab has its own. */
export function newIssue(tracker: string, title: string, text: string): string {
  const [address, titleKey, textKey] = /^https:\/\/[^/]*gitlab/.test(tracker)
    ? [`${tracker}/-/issues/new`, 'issue[title]', 'issue[description]']
    : [`${tracker}/issues/new`, 'title', 'body'];
  return `${address}?${new URLSearchParams({ [titleKey]: title, [textKey]: text })}`;
}
